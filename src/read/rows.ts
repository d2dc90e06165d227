import type { DateSpot } from './date-spots.ts';
import { type Anchor, anchorFrom, countIn, type Sheet, textAmount } from './sheet.ts';
import { TAG, textBetween } from './tree.ts';

/** Something that looks like a row of a list: a named link, mostly with a date. */
export interface Row {
  /** The element that is the row; for rows without one, what holds them all. */
  root: number;
  /** The nodes of the row. */
  from: number;
  to: number;
  /** The smallest part of it that holds link and date. */
  core: number;
  coreEnd: number;
  anchors: Anchor[];
  spots: DateSpot[];
  isFlat: boolean;
}

const MAX_CLIMB = 9;
/** More named links than this are no row (a header with today's date, a menu). */
const MAX_LINKS = 6;
/** A list item with one date may hold related links too. */
const MAX_OWN_LINKS = 16;
/** More text before a row than this is a heading, not part of it. */
const MAX_BEFORE = 3;
const MAX_FLAT_TEXT = 400;
/** So many links without a name in a row are no list; it bounds the search for one. */
const MAX_NAMELESS = 500;
/** More than title and summary: a text with a date in it. */
const MAX_ROW_TEXT = 1500;

/** All rows of a page, dated ones sought from their dates, the others from their links. */
export function findRows(sheet: Sheet): Row[] {
  const rows = new Map<number, Row>();
  for (const strength of ['own', 'glued', 'attribute'] as const) {
    for (const spot of sheet.spots) {
      if (spot.strength !== strength) continue;
      const taken = strength === 'own' ? null : rowAround(sheet, rows, spot.node);
      // Asked and answered stand glued in one link: both belong to its row.
      if (taken?.spots[0]?.strength === strength) taken.spots.push(spot);
      if (taken) continue;
      addDatedRow(sheet, rows, spot);
    }
  }
  const dated = [...rows.values()].sort((a, b) => a.from - b.from);
  return [...dated, ...undatedRows(sheet, dated)].sort((a, b) => a.from - b.from);
}

function rowAround(sheet: Sheet, rows: Map<number, Row>, node: number): Row | null {
  for (let at = node, step = 0; at > 0 && step < MAX_CLIMB; step++) {
    const row = rows.get(at);
    if (row) return row;
    at = sheet.tree.parent[at] ?? 0;
  }
  return null;
}

function addDatedRow(sheet: Sheet, rows: Map<number, Row>, spot: DateSpot): void {
  const { tree } = sheet;
  let at = spot.strength === 'attribute' ? spot.node : (tree.parent[spot.from] ?? 0);
  for (let step = 0; countIn(sheet, sheet.named, at) === 0; step++) {
    at = tree.parent[at] ?? 0;
    if (step > MAX_CLIMB || at <= 0 || tree.tag[at] === TAG.body) return;
  }
  const links = countIn(sheet, sheet.named, at);
  const tag = tree.tag[at] ?? 0;
  const isRowTag = tag === TAG.tr || tag === TAG.li || tag === TAG.a;
  const isSeveral = links > 1 && countIn(sheet, sheet.dated, at) > 1;
  if (isSeveral && (!isRowTag || links > 3)) return addFlatRow(sheet, rows, spot, at);
  const isOwn = isRowTag && countIn(sheet, sheet.dated, at) === 1;
  if (links > (isOwn ? MAX_OWN_LINKS : MAX_LINKS) || at <= 0) return;
  if (textAmount(sheet, at, tree.end[at] ?? at) > MAX_ROW_TEXT) return;
  const root = widen(sheet, at);
  const row = rows.get(root);
  const isItem = tree.tag[root] === TAG.li || tree.tag[root] === TAG.tr;
  if (row) row.spots.push(spot);
  else
    rows.set(root, {
      ...makeRow(sheet, root, root, tree.end[root] ?? root, [spot], false),
      core: isItem ? root : at,
      coreEnd: tree.end[isItem ? root : at] ?? at,
    });
}

/** The highest element that holds no other links and dates. */
function widen(sheet: Sheet, node: number): number {
  const { tree, named, dated } = sheet;
  const links = countIn(sheet, named, node);
  const dates = countIn(sheet, dated, node);
  let at = node;
  for (let step = 0; step < MAX_CLIMB; step++) {
    const above = tree.parent[at] ?? 0;
    if (above <= 0 || tree.tag[above] === TAG.body || tree.tag[at] === TAG.li) break;
    const isItem = tree.tag[above] === TAG.li || tree.tag[above] === TAG.tr;
    if (!isItem && isHeadingBetween(sheet, above, at)) break;
    if (countIn(sheet, named, above) !== links || countIn(sheet, dated, above) !== dates) break;
    at = above;
  }
  return at;
}

/** Whether words stand before a row that are more than a mark (`1`, `[置顶]`). */
function isHeadingBetween(sheet: Sheet, from: number, to: number): boolean {
  const amount = textAmount(sheet, from, to);
  if (amount <= MAX_BEFORE) return false;
  return amount > 6 || !/^[[【(（].*[\])】）]$/.test(textBetween(sheet.tree, from, to));
}

/** A row without an element of its own: link, date, link, date … side by side in `holder`. */
function addFlatRow(sheet: Sheet, rows: Map<number, Row>, spot: DateSpot, holder: number): void {
  const { tree, anchors } = sheet;
  const first = firstNamed(sheet, anchorFrom(sheet, holder), 1);
  const firstSpot = firstSpotAfter(sheet, holder);
  const isDateFirst = (first?.node ?? 0) > (firstSpot?.from ?? 0);
  const place = anchorFrom(sheet, spot.from);
  const anchor = firstNamed(sheet, isDateFirst ? place : place - 1, isDateFirst ? 1 : -1);
  if (!anchor || anchor.node <= holder || anchor.node >= (tree.end[holder] ?? 0)) return;
  const from = Math.min(anchor.node, spot.from);
  const to = Math.max(tree.end[anchor.node] ?? 0, spot.node + 1);
  const between = (sheet.dated[to] ?? 0) - (sheet.dated[from] ?? 0);
  if (between > 1 || textAmount(sheet, from, to) > MAX_FLAT_TEXT || anchors.length === 0) return;
  if (!rows.has(anchor.node)) {
    rows.set(anchor.node, makeRow(sheet, holder, from, to, [spot], true));
  }
}

/** The first date behind a node; dates stand in document order. */
function firstSpotAfter(sheet: Sheet, node: number): DateSpot | undefined {
  let [low, high] = [0, sheet.spots.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sheet.spots[middle]?.node ?? 0) <= node) low = middle + 1;
    else high = middle;
  }
  return sheet.spots[low];
}

function firstNamed(sheet: Sheet, index: number, step: 1 | -1): Anchor | null {
  const limit = index + step * MAX_NAMELESS;
  for (let i = index; i !== limit && i >= 0 && i < sheet.anchors.length; i += step) {
    const anchor = sheet.anchors[i];
    if (anchor?.isNamed) return anchor;
  }
  return null;
}

function makeRow(
  sheet: Sheet,
  root: number,
  from: number,
  to: number,
  spots: DateSpot[],
  isFlat: boolean,
): Row {
  const anchors: Anchor[] = [];
  for (let i = anchorFrom(sheet, from); i < sheet.anchors.length; i++) {
    const anchor = sheet.anchors[i];
    if (!anchor || anchor.node >= to) break;
    anchors.push(anchor);
  }
  return { root, from, to, core: from, coreEnd: to, anchors, spots, isFlat };
}

function undatedRows(sheet: Sheet, dated: readonly Row[]): Row[] {
  const rows: Row[] = [];
  let next = 0;
  for (const anchor of sheet.anchors) {
    while (next < dated.length && (dated[next]?.to ?? 0) <= anchor.node) next++;
    const row = dated[next];
    if (!anchor.isNamed || (row && row.from <= anchor.node)) continue;
    const root = widen(sheet, anchor.node);
    const end = sheet.tree.end[root] ?? root;
    const core = { core: anchor.node, coreEnd: sheet.tree.end[anchor.node] ?? anchor.node };
    rows.push({ root, from: root, to: end, ...core, anchors: [anchor], spots: [], isFlat: false });
  }
  return rows;
}
