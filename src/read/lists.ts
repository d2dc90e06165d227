import { SAYS } from './sought-words.ts';
import { HOLDS } from './source-words.ts';
import { findPhrase, phrasesOf } from './lexicon.ts';
import type { Group } from './row-groups.ts';
import { anchorsBetween, isCalled, maySay, pageMaySay, type Sheet, textAmount } from './sheet.ts';
import { NAMED } from './name-traits.ts';
import {
  ATTRIBUTE,
  attributeOf,
  isElement,
  rawText,
  shownText,
  TAG,
  TEXT,
  textBetween,
  type Tree,
} from './tree.ts';

/** Where in the page a list stands, by tags and by what authors call such places. */
export type Region = 'content' | 'side' | 'chrome';

/** A list with all that tells a page's main list from the others. */
export interface List extends Group {
  heading: string;
  headingFrom: number;
  hasMoreLink: boolean;
  hasPager: boolean;
  region: Region;
  /** Mean length of the row's link texts. */
  titleLength: number;
  /** The heading is a word of sidebars (热点, 相关). */
  isSideHeading: boolean;
}

const MAX_HEADING = 60;
const NO_SIGNS = /[\p{L}\p{N}]/u;
const MAX_PAGER_GAP = 40;
const NEAR_NODES = 8;
/** So many nodes after a list, in its own box, a link to more may stand. */
const MORE_BELOW = 12;

/** Looks at the surroundings of each group: heading, links to more, pager beside it, region. */
export function describeLists(
  sheet: Sheet,
  groups: readonly Group[],
  names: readonly string[],
): List[] {
  const pagers = pagerMarks(sheet);
  const lists: List[] = [];
  for (const group of groups) {
    const before = lists.at(-1) ?? null;
    const list = describe(sheet, group, before);
    list.hasMoreLink ||= before !== null && continuesBlock(sheet, before, group);
    lists.push(list);
  }
  for (const mark of pagers) {
    let before: List | null = null;
    for (const list of lists) {
      if (list.to <= mark && (before === null || list.to > before.to)) before = list;
    }
    if (!before || textAmount(sheet, before.to, mark) > MAX_PAGER_GAP) continue;
    const between = textBetween(sheet.tree, before.to, mark, ' ');
    if (!names.some((name) => between.includes(name))) before.hasPager = true;
  }
  return lists;
}

/** An undated list below the picture or the first entry of a block that leads to more. */
function continuesBlock(sheet: Sheet, before: List, group: Group): boolean {
  if (!before.hasMoreLink || before.dated > 0 || group.dated > 0) return false;
  return group.from - before.to <= NEAR_NODES && group.holder > 0 && !isPagerBelow(sheet, group);
}

function isPagerBelow(sheet: Sheet, { to }: Group): boolean {
  return PAGER_TEXT.test(textBetween(sheet.tree, to, to + NEAR_NODES, ' '));
}

function describe(sheet: Sheet, group: Group, before: Group | null): List {
  const { heading, from, box } = headingOf(sheet, group, before);
  const more = phrasesOf(sheet.lexicon, 'page-words/more');
  const end = sheet.tree.end[box] ?? group.to;
  const below = end - group.to <= MORE_BELOW ? anchorsBetween(sheet, group.to, end) : [];
  const near = from < group.from ? anchorsBetween(sheet, from, group.from) : [];
  near.push(...below);
  let lengths = 0;
  for (const { anchors } of group.rows) {
    let longest = 0;
    for (const { text } of anchors) longest = Math.max(longest, text.length);
    lengths += longest;
  }
  const side = phrasesOf(sheet.lexicon, 'page-words/sideHeadings');
  return {
    ...group,
    heading,
    headingFrom: from,
    hasMoreLink: near.some(({ text }) => text.length < 8 && findPhrase(more, text) !== null),
    hasPager: false,
    region: regionOf(sheet, group.holder),
    titleLength: lengths / Math.max(1, group.rows.length),
    isSideHeading: heading !== '' && heading.length < 12 && findPhrase(side, heading) !== null,
  };
}

/** The short text between what comes before (in the same box) and the first row. */
function headingOf(
  sheet: Sheet,
  group: Group,
  before: Group | null,
): { heading: string; from: number; box: number } {
  const { tree } = sheet;
  const to = firstItem(sheet, group);
  let at = group.holder;
  for (let step = 0; step < 6 && at > 0 && tree.tag[at] !== TAG.body; step++) {
    const from = before && before.to > at && before.to <= group.from ? before.to : at;
    const amount = textAmount(sheet, from, to);
    if (amount > 0) {
      const text = textBetween(tree, from, to, ' ');
      const heading = amount > MAX_HEADING ? lastLine(sheet, from, to) : text;
      return { heading, from, box: at };
    }
    if (from !== at) break;
    at = tree.parent[at] ?? 0;
  }
  return { heading: '', from: group.from, box: group.holder };
}

/** Where the first row begins, its bullet included: that is no heading. */
function firstItem(sheet: Sheet, { from, rows }: Group): number {
  const root = rows[0]?.root ?? from;
  if (root >= from || from - root > NEAR_NODES) return from;
  return NO_SIGNS.test(textBetween(sheet.tree, root, from)) ? from : root;
}

/** The heading element nearest before the list, when more than a heading stands there. */
function lastLine(sheet: Sheet, from: number, to: number): string {
  const { tree } = sheet;
  for (let node = to - 1; node >= from; node--) {
    const tag = tree.tag[node] ?? 0;
    if (tag >= TAG.h1 && tag <= TAG.h6) {
      if (textAmount(sheet, tree.end[node] ?? node, to) > 20) return '';
      return textBetween(tree, node, tree.end[node] ?? node, ' ');
    }
    if (tag === TEXT) {
      const text = shownText(tree, node);
      if (to - node <= NEAR_NODES && text.length <= 12 && text.length > 1) return text;
      if (textAmount(sheet, node, to) > 20) return '';
    }
  }
  return '';
}

const REGIONS = ['content', 'side', 'chrome'] as const;

/** The region a node stands in: the nearest ancestor that says so decides. Asked of most nodes. */
export function regionOf(sheet: Sheet, node: number): Region {
  const { regions, tree } = sheet;
  let at = node;
  let found = -1;
  while (at > 0 && found < 0) {
    found = (regions[at] ?? 0) - 1;
    if (found < 0) found = ownRegion(sheet, at);
    if (found < 0) at = tree.parent[at] ?? 0;
  }
  const region = Math.max(0, found);
  for (let below = node; below > at; below = tree.parent[below] ?? 0) regions[below] = region + 1;
  if (at > 0) regions[at] = region + 1;
  return REGIONS[region] ?? 'content';
}

/** What an element says of itself, as an index of REGIONS; -1 when it leaves it to its parent. */
function ownRegion(sheet: Sheet, node: number): number {
  const tag = sheet.tree.tag[node] ?? 0;
  if (tag === TAG.nav || tag === TAG.footer || tag === TAG.header) return 2;
  if (tag === TAG.aside) return 1;
  if (tag === TAG.body || tag === TAG.form) return 0;
  if (isCalled(sheet, node, NAMED.chrome)) return 2;
  return isCalled(sheet, node, NAMED.side) ? 1 : -1;
}

/** Text nodes that belong to a pager: 下一页, 共3页, 1/3. */
export function pagerMarks(sheet: Sheet): number[] {
  const { tree } = sheet;
  const marks: number[] = [];
  const mayCall = (sheet.words.bits & HOLDS.pageCall) !== 0;
  if (!mayCall && !pageMaySay(sheet, SAYS.pager)) return marks;
  for (let node = 0; node < tree.tag.length; node++) {
    const tag = tree.tag[node];
    if (tag === TEXT) {
      const length = (tree.stop[node] ?? 0) - (tree.start[node] ?? 0);
      const isNear = length < 200 && maySay(sheet, node, SAYS.pager);
      if (isNear && PAGER_TEXT.test(rawText(tree, node))) marks.push(node);
    } else if (mayCall && tag === TAG.script && PAGER_SCRIPT.test(scriptText(sheet, node)))
      marks.push(node);
  }
  return marks;
}

const PAGER_TEXT =
  /^\s*(?:下一?页|下页|尾页|末页|最后一?页|上一?页|上页|Next)\s*$|[共总]计?\s*\d+\s*[页条]|第\s*\d+\s*\/\s*\d+\s*页|\d+\s*\/\s*\d+\s*页|第\s*\d+\s*页|条记录|^\s*共\s*$/i;
const PAGER_SCRIPT = /createPage\w*\s*\(/i;

function scriptText(sheet: Sheet, node: number): string {
  const { tree } = sheet;
  const inside = node + 1 < (tree.end[node] ?? 0) ? node + 1 : -1;
  return inside < 0 ? '' : tree.source.slice(tree.start[inside], tree.stop[inside]);
}

/** Whether what holds a node is hidden by its own style. */
export function isHidden(sheet: Sheet, node: number): boolean {
  const { hidden, tree } = sheet;
  const first = tree.parent[node] ?? 0;
  let at = first;
  let isFound = false;
  for (; at > 0 && !isFound; at = tree.parent[at] ?? 0) {
    if (hidden[at] === 1) break;
    isFound = hidden[at] === 2 || hidesItself(tree, at);
  }
  for (let below = first; below > at; below = tree.parent[below] ?? 0) {
    hidden[below] = isFound ? 2 : 1;
  }
  return isFound;
}

function hidesItself(tree: Tree, node: number): boolean {
  if (!isElement(tree, node)) return false;
  const style = attributeOf(tree, node, ATTRIBUTE.style);
  if (style !== null && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style)) return true;
  return attributeOf(tree, node, ATTRIBUTE.hidden) !== null;
}
