import { ATTRIBUTE, attributeAt, attributeOf } from './attributes.ts';
import { textOfCodes } from './codes.ts';
import { decodeEntities } from './entities.ts';
import type { Tree } from './tree.ts';
import { newUnits } from './working-memory.ts';

/** What an element's id and class tell of it: bits of `Sheet.traits`. */
export const NAMED = {
  footer: 1 << 0,
  chrome: 1 << 1,
  side: 1 << 2,
  crumb: 1 << 3,
  body: 1 << 4,
  menu: 1 << 5,
  noMenu: 1 << 6,
  subMenu: 1 << 7,
  title: 1 << 8,
} as const;

/** Patterns of id and class joined by a blank. */
const PATTERNS: [number, RegExp][] = [
  [NAMED.footer, /(?:^|[\s_-])(?:foot|footer|copyright|bottom)(?:$|[\s_\d-])|footer|^foot/i],
  [
    NAMED.chrome,
    /(?:^|[\s_-])(?:nav|menu|foot|footer|copyright|friend|crumb|links?|yqlj|daohang|topbar|toolbar|header|bottom)(?:$|[\s_\d-])|nav(?:bar|box|list|main)|mainnav|footer|friendlink|foot_/i,
  ],
  [
    NAMED.side,
    /(?:^|[\s_-])(?:side|sidebar|aside|hot|rank|recommend|related|relate|tuijian|remen)|sidebar|hot_?news|relatednews/i,
  ],
  [NAMED.crumb, /crumb|location|position|dqwz|curpos|weizhi|\bwz\b|path|bread/i],
  [
    NAMED.body,
    /zoom|content|article|trs_editor|vsb_content|news_?text|news_?con|textcon|detail|ucapcontent|xl_con|pages_content|bt_content|wz_?con|\bcon\b|conTxt|zw\b|nr\b/i,
  ],
  [NAMED.menu, /nav|menu|daohang|dh\b|mainlm/i],
  [NAMED.noMenu, /foot|friend|crumb|link|page|copyright|side|sub/i],
  [NAMED.subMenu, /sub|drop|child|second|er_?ji|xiala|hide/i],
];
/** The same of class and id, in this order. */
const TITLE =
  /(?:^|[\s_-])(?:title|tit|bt|biaoti|headline|arti_title|xl-tit|content_title|news_title|wztit|contt_tit|h1)(?:$|[\s_\d-])|title$|_tit(?:le)?\b|-tit(?:le)?\b/i;

/** Names come again row by row and page by page; the table starts anew when it is full. */
const MAX_NAMES = 20_000;

/** The traits of names seen before; see `NameTable`. */
interface KnownName {
  id: string;
  className: string;
  traits: number;
  /** The next of those that have the same hash. */
  next: KnownName | null;
}

/** Names seen on pages before, by hash: an open memory that only saves time. */
export interface NameTable {
  size: number;
  byHash: Map<number, KnownName>;
}

export function newNameTable(): NameTable {
  return { size: 0, byHash: new Map() };
}

/** The traits of all elements of a page; each name is tested once, however many bear it. */
export function readTraits(tree: Tree, table: NameTable): Uint16Array {
  const traits = newUnits(tree.tag.length).fill(0);
  for (let node = 0; node < traits.length; node++) {
    const first = tree.firstAttribute[node] ?? 0;
    if (first === (tree.firstAttribute[node + 1] ?? 0)) continue;
    const id = attributeAt(tree, node, ATTRIBUTE.id);
    const className = attributeAt(tree, node, ATTRIBUTE.class);
    if (id >= 0 || className >= 0) traits[node] = traitsOf(tree, id, className, table);
  }
  return traits;
}

function traitsOf(tree: Tree, id: number, className: number, table: NameTable): number {
  const hash = hashOf(tree, id, hashOf(tree, className, 17));
  const first = table.byHash.get(hash) ?? null;
  for (let name = first; name !== null; name = name.next) {
    if (isValue(tree, className, name.className) && isValue(tree, id, name.id)) return name.traits;
  }
  const fresh = { id: valueOf(tree, id), className: valueOf(tree, className), traits: 0 };
  fresh.traits = testName(decodeEntities(fresh.id, true), decodeEntities(fresh.className, true));
  if (table.size++ >= MAX_NAMES) {
    table.byHash.clear();
    table.size = 1;
  }
  table.byHash.set(hash, { ...fresh, next: table.size === 1 ? null : first });
  return fresh.traits;
}

function hashOf(tree: Tree, attribute: number, seed: number): number {
  if (attribute < 0) return seed;
  const { codes, attributes } = tree;
  const to = attributes.to[attribute] ?? 0;
  let hash = seed;
  for (let at = attributes.from[attribute] ?? 0; at < to; at++) {
    hash = (Math.imul(hash, 31) + (codes[at] ?? 0)) & 0x3fffffff;
  }
  return Math.imul(hash, 31) & 0x3fffffff;
}

function isValue({ codes, attributes }: Tree, attribute: number, value: string): boolean {
  if (attribute < 0) return value === '';
  const from = attributes.from[attribute] ?? 0;
  if ((attributes.to[attribute] ?? 0) - from !== value.length) return false;
  for (let i = 0; i < value.length; i++) {
    if (codes[from + i] !== value.charCodeAt(i)) return false;
  }
  return true;
}

/** A copy: a slice would keep the whole page in memory as long as the table lives. */
function valueOf({ codes, attributes }: Tree, attribute: number): string {
  if (attribute < 0) return '';
  const from = attributes.from[attribute] ?? 0;
  const to = attributes.to[attribute] ?? 0;
  return textOfCodes(codes.subarray(from, to), to - from);
}

function testName(id: string, className: string): number {
  const words = `${id} ${className}`;
  let traits = TITLE.test(`${className} ${id}`) ? NAMED.title : 0;
  for (const [bit, pattern] of PATTERNS) if (pattern.test(words)) traits |= bit;
  return traits;
}

/** Id and class of an element, joined: what its author called it; '' for what is no element. */
export function authorName(tree: Tree, node: number): string {
  if ((tree.tag[node] ?? 0) <= 0) return '';
  const id = attributeOf(tree, node, ATTRIBUTE.id) ?? '';
  return `${id} ${attributeOf(tree, node, ATTRIBUTE.class) ?? ''}`;
}
