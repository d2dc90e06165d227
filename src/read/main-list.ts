import { isArticleAddress } from './article-address.ts';
import type { Breadcrumb } from './breadcrumb.ts';
import type { List } from './lists.ts';
import { type Sheet, textAmount } from './sheet.ts';
import { TAG, withoutBlanks } from './tree.ts';

/** What a page is known to be about before its main list is chosen. */
export interface Theme {
  /** Names the main list's heading may have: the channel's, the title's. */
  names: string[];
  breadcrumb: Breadcrumb;
  /** From here on nothing is the page's own content. */
  footerFrom: number;
}

export interface MainList {
  list: List;
  score: number;
  rule: string;
}

const LEAST = 12;
/** The longest name of a block. */
const MAX_HEADING = 8;
/** What a list without dates may gain at most by the look of its rows. */
const MOST_UNDATED = 32;
const HARDLY_TEXT = 16;

/**
 * The page's own list among all its lists: by rows and dates, pager beside it, a heading that is
 * the channel's name, place after the breadcrumb; not sidebars, menus, blocks of other channels.
 */
export function chooseMainList(
  sheet: Sheet,
  lists: readonly List[],
  theme: Theme,
): MainList | null {
  let best: MainList | null = null;
  for (const list of lists) {
    const least = Math.max(LEAST, best?.score ?? 0);
    const candidate = scoreList(sheet, list, theme, least);
    if (candidate && candidate.score >= LEAST && candidate.score > (best?.score ?? 0)) {
      best = candidate;
    }
  }
  return best;
}

/** Null for a list that cannot reach what is wanted at least. */
function scoreList(sheet: Sheet, list: List, theme: Theme, least: number): MainList | null {
  const reasons: string[] = [];
  let score = 0;
  const add = (points: number, reason: string) => {
    score += points;
    reasons.push(reason);
  };
  if (list.dated > 0) add(10 + Math.min(list.dated, 30) * 2, 'dated');
  else add(Math.min(list.rows.length, 20) + Math.min(20, list.titleLength) - 14, 'undated');
  if (list.hasPager) add(list.dated > 0 ? 60 : 25, 'pager');
  const ownsName = list.heading !== '' && isOneOf(list.heading, theme.names);
  if (ownsName) add(list.dated > 0 || list.titleLength >= 10 ? 35 : 8, 'heading');
  else if (list.isSideHeading) add(-70, 'side-heading');
  else if (list.hasMoreLink) add(-35, 'more-link');
  else if (isForeignHeading(list, theme)) add(-25, 'other-heading');
  if (theme.breadcrumb.to > 0 && list.from >= theme.breadcrumb.to) add(15, 'below-breadcrumb');
  if (list.region === 'chrome') add(-60, 'chrome');
  if (list.region === 'side') add(-30, 'side');
  if (list.from >= theme.footerFrom) add(-60, 'footer');
  if (theme.breadcrumb.from > 0 && list.from >= theme.breadcrumb.from) {
    if (list.to <= theme.breadcrumb.to) add(-100, 'breadcrumb');
  }
  if (score + MOST_UNDATED < least) return null;
  if (list.dated === 0) add(undatedPenalty(sheet, list, ownsName), 'menu-like');
  if (list.dated === 0 && isWholePage(sheet, list)) add(20, 'nothing-else');
  return { list, score, rule: reasons.join('+') };
}

/** A short heading that is neither the channel's name nor a date or a count. */
function isForeignHeading({ heading }: List, theme: Theme): boolean {
  if (heading.length < 2 || hasManyWords(heading)) return false;
  const bare = heading.replace(/[\s\d\p{P}\p{S}]+/gu, '');
  if (bare.length < 2 || bare.length > MAX_HEADING) return false;
  if (/标题|日期|时间|序号|名称|年|月/.test(bare)) return false;
  const crumbs = theme.breadcrumb.crumbs.map(({ text }) => text);
  return !isOneOf(heading, crumbs);
}

/** Whether a text holds more Chinese characters than a heading does. */
function hasManyWords(text: string): boolean {
  let count = 0;
  for (let at = 0; at < text.length && count <= MAX_HEADING; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x4e00 && code <= 0x9fff) count++;
  }
  return count > MAX_HEADING;
}

/** A page (mostly one in a frame) that shows a list and nothing beside it. */
export function isWholePage(sheet: Sheet, { from, to, rows, titleLength }: List): boolean {
  const rest = textAmount(sheet, 0, from) + textAmount(sheet, to, sheet.tree.tag.length);
  return rows.length > 1 && titleLength >= 7 && rest <= HARDLY_TEXT;
}

/** Names under pictures in a list of the page's own name: people, places. */
function isGallery(sheet: Sheet, list: List): boolean {
  const pictured = list.rows.filter(({ root, to }) => {
    return sheet.tree.tag.slice(root, to).includes(TAG.img);
  });
  return list.rows.length > 2 && pictured.length * 2 > list.rows.length;
}

/** Undated rows with short names are a menu, unless they lead to single pages; so are folders. */
function undatedPenalty(sheet: Sheet, list: List, ownsName: boolean): number {
  const half = list.rows.length / 2;
  const addresses = list.rows.map((row) => row.anchors[0]?.url ?? '');
  const isOfPages =
    list.region === 'content' && addresses.filter((url) => isArticleAddress(url)).length > half;
  let penalty = isOfPages ? 12 : 0;
  const isShort = list.titleLength < 7 && !isOfPages;
  if (isShort && !(ownsName && isGallery(sheet, list))) penalty -= 25;
  if (list.rows.length === 1) penalty -= 12;
  if (addresses.filter(isFolder).length > half) penalty -= 20;
  return penalty;
}

/** Whether an address is that of a folder, with its index file or without. */
function isFolder(url: string): boolean {
  const name = url.lastIndexOf('/') + 1;
  if (name === 0) return false;
  return (
    name === url.length || (url.startsWith('index.', name) && /^index\.\w+$/.test(url.slice(name)))
  );
}

/** The heading bared last: a list is asked several times in a row. */
let bared = { heading: '', bare: '' };

/** A heading without signs, blanks and the way to more. */
function bareHeading(heading: string): string {
  if (heading !== bared.heading) {
    bared = { heading, bare: heading.replace(/更多|more|[>»+\s·|[\]【】]/gi, '') };
  }
  return bared.bare;
}

/** Whether a heading is one of the names, as far as headings agree: 通知公告 / 通知公告 更多. */
export function isOneOf(heading: string, names: readonly string[]): boolean {
  const bare = bareHeading(heading);
  if (bare.length < 2) return false;
  return names.some((name) => {
    const own = withoutBlanks(name);
    if (own.length < 2) return false;
    return (
      bare === own ||
      (bare.startsWith(own) && bare.length <= own.length + 8) ||
      (bare.endsWith(own) && bare.length <= own.length + 30)
    );
  });
}
