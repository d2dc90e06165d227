import { decodeEntities } from './entities.ts';
import type { Tree } from './tree.ts';
import type { TreeBuilder } from './tree-builder.ts';
import { makeNameTable, nameAt } from './name-table.ts';
import { newInt32s, newUint8s } from './working-memory.ts';

/** The attributes that readers ask for; all others are passed over. */
const ATTRIBUTE_NAMES = [
  '',
  'id',
  'class',
  'href',
  'title',
  'src',
  'alt',
  'name',
  'property',
  'content',
  'type',
  'style',
  'hidden',
  'datetime',
  'itemprop',
  'size',
  'width',
  'height',
  'value',
  'action',
  'http-equiv',
] as const;

type AttributeName = (typeof ATTRIBUTE_NAMES)[number];

/** The number of each attribute: `ATTRIBUTE.href`. */
export const ATTRIBUTE = Object.fromEntries(
  ATTRIBUTE_NAMES.map((name, number) => [name, number]),
) as Record<AttributeName, number>;

const names = makeNameTable(ATTRIBUTE_NAMES);

/** The attributes of all elements of a page, in order; a value is a span of the source. */
export interface Attributes {
  size: number;
  name: Uint8Array;
  from: Int32Array;
  to: Int32Array;
}

export function newAttributes(room: number): Attributes {
  return {
    size: 0,
    name: newUint8s(room),
    from: newInt32s(room),
    to: newInt32s(room),
  };
}

/** What a character can be within a tag. */
const SPACE = 1;
const SLASH = 2;
const CLOSE = 4;
const EQUALS = 8;
const roles = new Uint8Array(1 << 16);
for (const code of [0x20, 0x0a, 0x09, 0x0d, 0x0c]) roles[code] = SPACE;
roles[0x2f] = SLASH;
roles[0x3e] = CLOSE;
roles[0x3d] = EQUALS;

function hasRole(code: number, wanted: number): boolean {
  return ((roles[code] ?? 0) & wanted) !== 0;
}

export function isSpace(code: number): boolean {
  return hasRole(code, SPACE);
}

/** Whether a tag's name ends before a character. */
export function endsTagName(code: number): boolean {
  return hasRole(code, SPACE | SLASH | CLOSE);
}

/**
 * Reads the attributes of a tag from `at` on, after the rules of the HTML standard, and keeps
 * those that readers ask for as the next node's, each name once. Gives the place behind the tag;
 * -1 when the text ends first.
 */
export function scanAttributes(tree: TreeBuilder, at: number): number {
  const { codes, attributes } = tree;
  const { length } = codes;
  const first = attributes.size;
  let i = at;
  for (;;) {
    while (i < length && ((roles[codes[i] ?? 0] ?? 0) & (SPACE | SLASH)) !== 0) i++;
    if (i >= length) return -1;
    if (codes[i] === 0x3e) return i + 1;
    const nameStart = i++;
    while (i < length && (roles[codes[i] ?? 0] ?? 0) === 0) i++;
    const name = nameAt(names, codes, nameStart, i);
    while (i < length && (roles[codes[i] ?? 0] ?? 0) === SPACE) i++;
    if (i >= length) return -1;
    let [from, to] = [i, i];
    if (codes[i] === 0x3d) {
      from = startOfValue(codes, i + 1);
      if (from < 0) return -1;
      const quote = codes[from - 1] ?? 0;
      const isQuoted = isQuote(quote);
      to = from;
      if (isQuoted) while (to < length && codes[to] !== quote) to++;
      else while (to < length && ((roles[codes[to] ?? 0] ?? 0) & (SPACE | CLOSE)) === 0) to++;
      if (to >= length) return -1;
      i = isQuoted ? to + 1 : to;
    }
    if (name > 0) keep(attributes, first, name, from, to);
  }
}

/** Where a value begins, behind its quote if it has one; -1 when the text ends first. */
function startOfValue(codes: Uint16Array, at: number): number {
  let i = at;
  while (i < codes.length && hasRole(codes[i] ?? 0, SPACE)) i++;
  if (i >= codes.length) return -1;
  return isQuote(codes[i] ?? 0) ? i + 1 : i;
}

function isQuote(code: number): boolean {
  return code === 0x22 || code === 0x27;
}

function keep(kept: Attributes, first: number, name: number, from: number, to: number): void {
  for (let i = first; i < kept.size; i++) if (kept.name[i] === name) return;
  if (kept.size === kept.name.length) grow(kept);
  const place = kept.size++;
  kept.name[place] = name;
  kept.from[place] = from;
  kept.to[place] = to;
}

function grow(kept: Attributes): void {
  const room = Math.ceil(kept.name.length * 1.5) + 64;
  const wider = newAttributes(room);
  wider.name.set(kept.name);
  wider.from.set(kept.from);
  wider.to.set(kept.to);
  Object.assign(kept, { name: wider.name, from: wider.from, to: wider.to });
}

/** The place of an element's attribute in `Tree.attributes`; -1 when it has none such. */
export function attributeAt(tree: Tree, node: number, name: number): number {
  const end = tree.firstAttribute[node + 1] ?? 0;
  for (let at = tree.firstAttribute[node] ?? 0; at < end; at++) {
    if (tree.attributes.name[at] === name) return at;
  }
  return -1;
}

/** The decoded value of an attribute (by its number); null when the element has none. */
export function attributeOf(tree: Tree, node: number, name: number): string | null {
  const at = attributeAt(tree, node, name);
  if (at < 0) return null;
  return decodeEntities(tree.source.slice(tree.attributes.from[at], tree.attributes.to[at]), true);
}
