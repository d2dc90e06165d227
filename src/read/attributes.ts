import { decodeEntities } from './entities.ts';
import type { Tree } from './tree.ts';

/** Where an attribute stands; `valueStart` is -1 for one without a value. */
export interface AttributeSpot {
  nameStart: number;
  nameEnd: number;
  valueStart: number;
  valueEnd: number;
}

export function newSpot(): AttributeSpot {
  return { nameStart: -1, nameEnd: 0, valueStart: -1, valueEnd: 0 };
}

/**
 * Reads one attribute of a start tag from `at` on, after the rules of the HTML standard; gives
 * where to go on. `spot.nameStart` is -1 at the tag's end; -1 is returned when the text ends.
 */
export function scanAttribute(source: string, at: number, spot: AttributeSpot): number {
  const length = source.length;
  let i = at;
  spot.nameStart = -1;
  while (i < length && isSpaceOrSlash(source.charCodeAt(i))) i++;
  if (i >= length) return -1;
  if (source.charCodeAt(i) === 0x3e) return i + 1;
  spot.nameStart = i++;
  while (i < length && !endsName(source.charCodeAt(i))) i++;
  spot.nameEnd = i;
  spot.valueStart = -1;
  while (i < length && isSpace(source.charCodeAt(i))) i++;
  if (i >= length) return -1;
  return source.charCodeAt(i) === 0x3d ? scanValue(source, i + 1, spot) : i;
}

function scanValue(source: string, at: number, spot: AttributeSpot): number {
  const length = source.length;
  let i = at;
  while (i < length && isSpace(source.charCodeAt(i))) i++;
  if (i >= length) return -1;
  const quote = source.charCodeAt(i);
  if (quote === 0x22 || quote === 0x27) {
    const close = source.indexOf(quote === 0x22 ? '"' : "'", i + 1);
    if (close < 0) return -1;
    spot.valueStart = i + 1;
    spot.valueEnd = close;
    return close + 1;
  }
  spot.valueStart = i;
  while (i < length && source.charCodeAt(i) !== 0x3e && !isSpace(source.charCodeAt(i))) i++;
  spot.valueEnd = i;
  return i >= length ? -1 : i;
}

export function isSpace(code: number): boolean {
  return (
    code <= 0x20 &&
    (code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0d || code === 0x0c)
  );
}

function isSpaceOrSlash(code: number): boolean {
  return code === 0x2f || isSpace(code);
}

function endsName(code: number): boolean {
  return code <= 0x3e && (code === 0x3d || code === 0x3e || isSpaceOrSlash(code));
}

/**
 * The bit that stands for an attribute in `Tree.attributes`, from its first letter and length. A
 * bit that is missing says that the attribute is; one that is set says that it may be there.
 */
export function attributeBit(firstLetter: number, length: number): number {
  return 1 << ((firstLetter * 3 + length) & 31);
}

/** Whether an element may have an attribute: false is certain, true is not. */
export function mayHave(tree: Tree, node: number, name: string): boolean {
  return ((tree.attributes[node] ?? 0) & attributeBit(name.charCodeAt(0), name.length)) !== 0;
}

const scratch = newSpot();

/** The decoded value of an attribute (name in lower case); null when the element has none. */
export function attributeOf(tree: Tree, node: number, name: string): string | null {
  if (!mayHave(tree, node, name)) return null;
  const { source } = tree;
  const stop = tree.stop[node] ?? 0;
  const spot = scratch;
  let at = (tree.start[node] ?? 0) + 1;
  while (at < stop && !isSpaceOrSlash(source.charCodeAt(at))) at++;
  while (at >= 0 && at < stop) {
    at = scanAttribute(source, at, spot);
    if (spot.nameStart < 0) return null;
    if (!isNamed(source, spot, name)) continue;
    if (spot.valueStart < 0) return '';
    return decodeEntities(source.slice(spot.valueStart, spot.valueEnd), true);
  }
  return null;
}

function isNamed(source: string, spot: AttributeSpot, name: string): boolean {
  const start = spot.nameStart;
  if (spot.nameEnd - start !== name.length) return false;
  for (let i = 0; i < name.length; i++) {
    const code = source.charCodeAt(start + i);
    const lower = code >= 0x41 && code <= 0x5a ? code | 32 : code;
    if (lower !== name.charCodeAt(i)) return false;
  }
  return true;
}
