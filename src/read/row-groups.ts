import type { Row } from './rows.ts';
import { type Sheet, textAmount } from './sheet.ts';
import { authorName, type Tree } from './tree.ts';

/** Rows of the same shape in one place: a list. */
export interface Group {
  /** What holds the rows (of several merged holders, what holds those). */
  holder: number;
  rows: Row[];
  /** The nodes from the first row to the last. */
  from: number;
  to: number;
  dated: number;
}

/** Keys of groups: the holder's node and the rows' tag in one number. */
const TAG_ROOM = 65_536;
const FLAT = TAG_ROOM - 1;

/** Gathers rows into lists: same holder, same tag; lists cut in chunks are joined again. */
export function groupRows(sheet: Sheet, rows: readonly Row[]): Group[] {
  const byHolder = new Map<number, Group>();
  for (const row of rows) {
    const { tree } = sheet;
    const holder = row.isFlat ? row.root : (tree.parent[row.root] ?? 0);
    const tag = row.isFlat ? FLAT : (tree.tag[row.root] ?? 0);
    const key = holder * TAG_ROOM + tag;
    const group = byHolder.get(key);
    if (group) addRow(group, row);
    else byHolder.set(key, startGroup(holder, row));
  }
  let groups = [...byHolder.values()];
  for (let round = 0; round < 2; round++) groups = joinChunks(sheet, groups);
  return groups;
}

function startGroup(holder: number, row: Row): Group {
  const dated = row.spots.length > 0 ? 1 : 0;
  return { holder, rows: [row], from: row.core, to: row.coreEnd, dated };
}

function addRow(group: Group, row: Row): void {
  group.rows.push(row);
  group.from = Math.min(group.from, row.core);
  group.to = Math.max(group.to, row.coreEnd);
  if (row.spots.length > 0) group.dated++;
}

/** Joins lists whose holders stand side by side with nothing shown between them. */
function joinChunks(sheet: Sheet, groups: Group[]): Group[] {
  const joined: Group[] = [];
  const lastBelow = new Map<string, Group>();
  for (const group of groups.sort((a, b) => a.from - b.from)) {
    const key = chunkKey(sheet.tree, group);
    const before = lastBelow.get(key);
    if (before && isNextTo(sheet, before, group)) {
      if (repeats(group, before)) before.to = Math.max(before.to, group.to);
      else for (const row of group.rows) addRow(before, row);
      before.holder = sheet.tree.parent[group.holder] ?? 0;
      lastBelow.set(key, before);
      continue;
    }
    joined.push(group);
    lastBelow.set(key, group);
  }
  return joined;
}

function chunkKey(tree: Tree, group: Group): string {
  const above = tree.parent[group.holder] ?? 0;
  return `${above} ${tree.tag[group.holder]} ${tree.tag[group.rows[0]?.root ?? 0]}`;
}

/** Whether a list is another one once more: the same rows again for phones. */
function repeats(after: Group, before: Group): boolean {
  if (after.rows.length !== before.rows.length) return false;
  return after.rows.every((row, index) => {
    const other = before.rows[index];
    const [one, two] = [row.anchors[0], other?.anchors[0]];
    if (!one || !two || row.spots[0]?.date !== other?.spots[0]?.date) return false;
    if (one.url !== null && one.url === two.url) return true;
    const [name, whole] = [lettersOf(two.text), lettersOf(one.text)];
    return name.length > 3 && (whole.includes(name) || name.includes(whole));
  });
}

/** A name without signs, blanks and the date that may stand before it. */
function lettersOf(text: string): string {
  return text.replace(/[^\p{L}]+/gu, '');
}

/** Whether nothing is shown between the last row of one list and the first of the next. */
function isNextTo(sheet: Sheet, before: Group, after: Group): boolean {
  if (before.dated > 0 !== after.dated > 0) return false;
  if (textAmount(sheet, before.to, after.from) > 0) return false;
  const { tree } = sheet;
  const name = authorName(tree, after.holder).replace(/\d+/g, '');
  const isDivided = after.from - before.to > 60;
  return !isDivided && (name.trim() === '' || after.dated > 0 || name.length < 40);
}
