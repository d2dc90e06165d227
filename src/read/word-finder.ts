import type { TextWords } from './text-words.ts';
import { newInt32s } from './working-memory.ts';

/** Lists of words by the bit that says that a text holds one of them. */
export type SoughtWords = readonly { bit: number; words: readonly string[] }[];

/** A word without blanks, in lower case. */
interface Needle {
  units: readonly number[];
  bit: number;
}

/** All words that readers seek in texts, by their first characters: found in one walk. */
export interface WordFinder {
  /** Whether a word begins so, by the last bits of a character: a table small enough to be fast. */
  mayBegin: Uint8Array;
  /** For each character, the number of its group; 0 where no word begins so. */
  groupOf: Uint16Array;
  groups: Needle[][];
  /** By group: the bits of words that are this one character. */
  single: Int32Array;
  /** Whether two characters may begin a longer word, by some bits of both. */
  mayGoOn: Uint8Array;
}

const BLANK = 0x20;
const LOW = 0xfff;

function pairOf(first: number, second: number): number {
  return ((first << 5) ^ second) & LOW;
}

export function makeWordFinder(lists: SoughtWords): WordFinder {
  const count = lists.reduce((sum, { words }) => sum + words.length, 0);
  const finder: WordFinder = {
    mayBegin: new Uint8Array(LOW + 1),
    groupOf: new Uint16Array(0x10000),
    groups: [[]],
    single: new Int32Array(count + 1),
    mayGoOn: new Uint8Array(LOW + 1),
  };
  for (const { bit, words } of lists) {
    for (const word of words) addNeedle(finder, word.replace(/\s+/g, '').toLowerCase(), bit);
  }
  return finder;
}

function addNeedle(finder: WordFinder, word: string, bit: number): void {
  const { mayBegin, groupOf, groups, single, mayGoOn } = finder;
  const units = Array.from({ length: word.length }, (_, at) => word.charCodeAt(at));
  const [first = 0] = units;
  const begins = [first, word.charAt(0).toUpperCase().charCodeAt(0)];
  if (!groupOf[first]) {
    for (const begin of begins) {
      groupOf[begin] = groups.length;
      mayBegin[begin & LOW] = 1;
    }
    groups.push([]);
  }
  const group = groupOf[first] ?? 0;
  if (units.length === 1) {
    single[group] = (single[group] ?? 0) | bit;
    return;
  }
  const seconds = [units[1] ?? 0, word.charAt(1).toUpperCase().charCodeAt(0)];
  for (const begin of begins) for (const next of seconds) mayGoOn[pairOf(begin, next)] = 1;
  groups[group]?.push({ units, bit });
}

/**
 * Which words the texts of a page hold: bits by node, all of them in the last place. Case and
 * blanks between the characters do not count (当 前 位 置), and a word may run over into the next
 * text: a bit that is missing is certain, whoever needs certainty of the other tests the text.
 */
export function findWords(finder: WordFinder, { codes, at }: TextWords): Int32Array {
  const { mayBegin, groupOf, groups, single, mayGoOn } = finder;
  const said = newInt32s(at.length);
  const size = at.length - 1;
  const length = at[size] ?? 0;
  let node = 0;
  let all = 0;
  for (let place = 0; place < length; place++) {
    const code = codes[place] ?? 0;
    if (mayBegin[code & LOW] === 0) continue;
    const next = codes[place + 1] === BLANK ? place + 2 : place + 1;
    const goesOn = next < length && mayGoOn[pairOf(code, codes[next] ?? 0)] === 1;
    const group = groupOf[code] ?? 0;
    let bits = single[group] ?? 0;
    if (goesOn && group > 0) bits |= bitsAt(groups[group] ?? [], codes, place, length);
    if (bits === 0) continue;
    while ((at[node + 1] ?? length) <= place) node++;
    said[node] = (said[node] ?? 0) | bits;
    all |= bits;
  }
  said[size] = all;
  return said;
}

function bitsAt(
  needles: readonly Needle[],
  codes: Uint16Array,
  place: number,
  length: number,
): number {
  let bits = 0;
  for (const { units, bit } of needles) {
    if ((bits & bit) === 0 && standsAt(units, codes, place, length)) bits |= bit;
  }
  return bits;
}

function standsAt(
  units: readonly number[],
  codes: Uint16Array,
  place: number,
  length: number,
): boolean {
  let at = place + 1;
  for (let i = 1; i < units.length; i++) {
    if (codes[at] === BLANK) at++;
    if (at >= length || lower(codes[at] ?? 0) !== units[i]) return false;
    at++;
  }
  return true;
}

function lower(code: number): number {
  return code >= 0x41 && code <= 0x5a ? code | 32 : code;
}
