import type { Entry, Guide, PageFacts, Why } from '#domain/page.ts';
import { type TextSpan, findMainText } from './article-text.ts';
import { type Breadcrumb, readBreadcrumb } from './breadcrumb.ts';
import { type FooterFacts, footerStart, readFooter } from './footer.ts';
import { type HiddenRows, readHiddenRows } from './hidden-rows.ts';
import { describeLists, type List } from './lists.ts';
import { chooseMainList, isOneOf, type MainList, type Theme } from './main-list.ts';
import { type ClaimedDate, readClaimedDate } from './claimed-date.ts';
import { findBlankPhrase } from './marks.ts';
import { looksLikeHome } from './looks-like-home.ts';
import { metaValue, readMeta } from './meta.ts';
import { type PublishDate, readPublishDate } from './publish-date.ts';
import { groupRows } from './row-groups.ts';
import { findRows } from './rows.ts';
import { readScripts, type Script } from './scripts.ts';
import type { Sheet } from './sheet.ts';
import { readTitle, type TitleFacts } from './title.ts';
import { shownText, TEXT } from './tree.ts';

/** A text of this length is what a page is for; links beside it are no list of its own. */
const MUCH_TEXT = 300;

/** All parts of a page as the single readers found them, before they are weighed together. */
export interface Observation {
  sheet: Sheet;
  isHomepage: boolean;
  meta: Record<string, string>;
  scripts: Script[];
  title: TitleFacts;
  breadcrumb: Breadcrumb;
  footer: FooterFacts;
  theme: Theme;
  lists: List[];
  main: MainList | null;
  hidden: HiddenRows[];
  published: PublishDate | null;
  claimed: ClaimedDate | null;
  /** Own content lies between these nodes. */
  from: number;
  to: number;
  mainText: TextSpan;
}

export type { Entry, Guide, PageFacts, Why };

/** Runs the readers that need nothing but the page. */
export function observePage(sheet: Sheet, told: boolean | null): Observation {
  const meta = readMeta(sheet.tree);
  const scripts = readScripts(sheet.tree);
  const title = readTitle(sheet, meta);
  const breadcrumb = readBreadcrumb(sheet);
  const to = footerStart(sheet);
  const theme: Theme = { names: themeNames(meta, title, breadcrumb), breadcrumb, footerFrom: to };
  const lists = describeLists(sheet, groupRows(sheet, findRows(sheet)), theme.names);
  const from = breadcrumb.to > 0 && breadcrumb.to < to ? breadcrumb.to : 0;
  const isHomepage = told ?? looksLikeHome({ title, breadcrumb, lists });
  const claimed = readClaimedDate(sheet, meta, scripts);
  const published = readPublishDate(sheet, {
    titleNode: title.node,
    lists,
    footerFrom: to,
    claimed: claimed?.date ?? null,
  });
  if (title.node === 0 && published)
    Object.assign(title, lineAbove(sheet, published.spot.from, from));
  const mainText = findMainText(sheet, from, to);
  return {
    sheet,
    isHomepage,
    meta,
    scripts,
    title,
    breadcrumb,
    footer: readFooter(sheet, to, meta),
    theme,
    lists,
    main: isHomepage ? null : ownList(sheet, lists, theme, mainText),
    hidden: readHiddenRows(sheet, scripts),
    published,
    claimed,
    from,
    to,
    mainText,
  };
}

function themeNames(
  meta: Record<string, string>,
  title: TitleFacts,
  breadcrumb: Breadcrumb,
): string[] {
  const last = breadcrumb.crumbs[breadcrumb.crumbs.length - 1]?.text ?? '';
  const first = title.parts.map((part) => part.split(' ')[0] ?? '');
  const seen = title.parts.length === 0 && title.headline.length <= 14 ? title.headline : '';
  const names = [last, metaValue(meta, 'ColumnName'), ...title.parts, ...first, seen];
  return [...new Set(names.filter((name) => name.length > 1))];
}

/** Whether a list's heading is a name the page gives itself. */
export function ownsHeading(page: Observation, list: List): boolean {
  return list.heading !== '' && isOneOf(list.heading, page.theme.names);
}

/** The line of words above a date line: the headline where nothing else marks it. */
function lineAbove(sheet: Sheet, spot: number, from: number): { headline: string; node: number } {
  const { tree } = sheet;
  for (let node = spot - 1; node > from; node--) {
    if (tree.tag[node] !== TEXT) continue;
    const text = shownText(tree, node);
    const isLinked = (sheet.linkText[node + 1] ?? 0) > (sheet.linkText[node] ?? 0);
    if (text.length < 5 || /[：:]/.test(text.slice(-14)) || isLinked) continue;
    return text.length > 120 ? { headline: '', node: 0 } : { headline: text, node };
  }
  return { headline: '', node: 0 };
}

/**
 * The main list; none where the page is a text, or says that it is empty, and
 * only doubtful lists stand.
 */
function ownList(
  sheet: Sheet,
  lists: readonly List[],
  theme: Theme,
  text: TextSpan,
): MainList | null {
  const main = chooseMainList(sheet, lists, theme);
  if (!main || main.list.hasPager) return main;
  const { list } = main;
  const isOwn = isOneOf(list.heading, theme.names);
  if (list.dated > 0 && isOwn) return main;
  const isBeside = text.to <= list.from || text.from >= list.to;
  if (list.dated === 0 && !isOwn && isBeside && text.amount > MUCH_TEXT) return null;
  const from = theme.breadcrumb.to < theme.footerFrom ? theme.breadcrumb.to : 0;
  return findBlankPhrase(sheet, from, theme.footerFrom) === null ? main : null;
}
