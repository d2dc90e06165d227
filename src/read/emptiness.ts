import type { Entry, Letter, PageFacts, PageKind, Why } from '#domain/page.ts';
import { isArticleAddress } from './article-address.ts';
import { nodesWhy } from './explain-facts.ts';
import { phrasesOf } from './lexicon.ts';
import {
  findBlankPhrase,
  findContentFrame,
  findFilledByScript,
  findLoading,
  hasOwnImage,
  ownLinks,
  isBlock,
  ownTextAmount,
  shortLinkCount,
} from './marks.ts';
import type { Observation } from './observe.ts';
import type { Sheet } from './sheet.ts';
import { withoutBlanks } from './tree.ts';

/** What has to be known to tell an empty list from one that is not read. */
export interface EmptinessClues {
  page: Observation;
  kind: PageKind;
  entries: readonly Entry[];
  letters: readonly Letter[];
  guide: PageFacts['guide'];
  endpoints: PageFacts['endpoints'];
  pager: PageFacts['pager'];
}

export interface Emptiness {
  blank: boolean | null;
  landing: boolean;
  needsRendering: boolean;
  why: Why[];
}

const HARDLY_TEXT = 16;
/** More own text than this is what the page is for, whatever one short line says. */
const MUCH_TEXT = 300;
/** So many links of its own are what a page is for. */
const DIRECTORY = 20;
const NOTHING: Emptiness = { blank: false, landing: false, needsRendering: false, why: [] };

/** Tells blank, landing and to-be-rendered pages. Homepages and articles are none of these. */
export function judgeEmptiness(clues: EmptinessClues): Emptiness {
  const { page, kind, entries, letters } = clues;
  if (kind === 'error') return { ...NOTHING, blank: null };
  if (kind === 'home' || kind === 'article') return { ...NOTHING, needsRendering: isShell(clues) };
  if (isLanding(page)) return { ...NOTHING, landing: true };
  if (entries.length > 0 || letters.length > 0) return NOTHING;
  return judgeWithoutRows(clues);
}

/** Several blocks of other channels and no list of the page's own. */
export function isLanding(page: Observation): boolean {
  if (page.hidden.length > 0 || page.main?.list.hasPager) return false;
  const own = page.lists.filter(
    (list) => list.region === 'content' && !list.isSideHeading && list.from < page.to,
  );
  const blocks = own.filter((list) => list.dated > 0 && isBlock(list));
  if (blocks.length > 1) {
    return page.main === null || blocks.filter(({ hasMoreLink }) => hasMoreLink).length > 1;
  }
  // Where no breadcrumb leads into a channel, blocks without dates show a landing page too.
  if (page.breadcrumb.crumbs.length > 0 || page.main?.list.hasMoreLink === false) return false;
  return own.filter(({ hasMoreLink, titleLength }) => hasMoreLink && titleLength >= 8).length > 1;
}

function judgeWithoutRows(clues: EmptinessClues): Emptiness {
  const { page, pager } = clues;
  const { sheet } = page;
  const amount = ownTextAmount(sheet, page.from, page.to, page.theme, page.lists);
  const told = amount > MUCH_TEXT ? null : findBlankPhrase(sheet, page.from, page.to);
  if (told !== null) {
    const { tree } = sheet;
    const place = { start: tree.start[told] ?? 0, end: tree.stop[told] ?? 0 };
    return { ...NOTHING, blank: true, why: [{ fact: 'blank', ...place, rule: 'phrase' }] };
  }
  const packed = page.hidden.find((hidden) => hidden.entries.length === 0);
  if (packed) return blankBy(packed.rule, sheet.tree.source.length);
  const loading = findLoading(sheet, page.scripts, page.from, page.to);
  if (loading !== null) return rendered(sheet, 'loading', loading);
  if (pager.total === 0) return blankBy('pager-total-0', sheet.tree.source.length);
  if (clues.endpoints.length > 0) return rendered(sheet, 'endpoint', 0);
  const frame = findContentFrame(sheet, page.from, page.to);
  if (frame && (frame.isTall || amount <= MUCH_TEXT)) return rendered(sheet, 'frame', frame.node);
  if (isShell(clues)) return rendered(sheet, 'shell', 0);
  if (amount > HARDLY_TEXT || clues.guide || isSiteMap(page)) return NOTHING;
  const filled = findFilledByScript(sheet, page.scripts, page.from, page.to);
  if (filled !== null) return rendered(sheet, 'filled', filled);
  if (hasOwnImage(sheet, page.from, page.to, page.lists) || clues.kind === 'form') return NOTHING;
  const leads = ownLinks(sheet, page.from, page.to, page.lists);
  const isDirectory = leads.length >= DIRECTORY;
  const hasPages = leads.some(({ url }) => url !== null && isArticleAddress(url));
  if (isDirectory || hasPages) return { ...NOTHING, blank: null };
  const isMenu = page.breadcrumb.to === 0 && shortLinkCount(sheet, page.from, page.to) === 0;
  if (isMenu && page.title.tag === '') return { ...NOTHING, blank: null };
  return blankBy('silent', sheet.tree.source.length);
}

/** Rows or words stand elsewhere, in a frame or behind a script: nothing is known of them. */
function rendered(sheet: Sheet, rule: string, node: number): Emptiness {
  const place = nodesWhy(sheet, 'needsRendering', node, rule);
  return { blank: null, landing: false, needsRendering: true, why: [place] };
}

/** A page of nothing but links to channels, by its name. */
function isSiteMap({ sheet, theme }: Observation): boolean {
  const { words } = phrasesOf(sheet.lexicon, 'page-words/siteMap');
  return theme.names.some((name) => words.includes(withoutBlanks(name)));
}

function blankBy(rule: string, end: number): Emptiness {
  return { ...NOTHING, blank: true, why: [{ fact: 'blank', start: 0, end, rule }] };
}

/** A page that shows hardly anything and has scripts to make it: only a browser can read it. */
function isShell({ page }: EmptinessClues): boolean {
  const { sheet } = page;
  const amount = sheet.text[sheet.tree.tag.length] ?? 0;
  if (amount > 60 || sheet.anchors.length > 3) return false;
  return page.scripts.some(
    ({ code, src }) => src !== null || /location|write|innerHTML/.test(code),
  );
}
