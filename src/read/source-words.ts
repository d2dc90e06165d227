/** What the whole source of a page holds, markup and scripts included: bits of `Sheet.holds`. */
export const HOLDS = {
  registry: 1 << 0,
  report: 1 << 1,
  pageCall: 1 << 2,
  comments: 1 << 3,
} as const;

/** In lower case, none shorter than `STRIDE` + 1. */
const WORDS: readonly (readonly [string, number])[] = [
  ['conac.cn', HOLDS.registry],
  ['kaipuyun', HOLDS.report],
  ['zfwzzc.www', HOLDS.report],
  ['jiucuo', HOLDS.report],
  ['createpage', HOLDS.pageCall],
  ['nodetype', HOLDS.comments],
  ['comment', HOLDS.comments],
];

/**
 * Every fifth place of the source is looked at: of six characters in a row, one pair begins at
 * such a place, so no word is missed.
 */
const STRIDE = 5;
const LOW = 31;

/** Which words hold a pair of characters, and how far from their beginning. */
const byPair = new Map<number, { word: string; bit: number; back: number }[]>();
/** Whether a pair may be one of these, by the last bits of both characters. */
const mayBe = new Uint8Array((LOW + 1) * (LOW + 1));

for (const [word, bit] of WORDS) {
  for (let back = 0; back < word.length - 1; back++) {
    const [first, second] = [word.charCodeAt(back), word.charCodeAt(back + 1)];
    mayBe[slotOf(first, second)] = 1;
    const known = byPair.get(pairOf(first, second));
    if (known) known.push({ word, bit, back });
    else byPair.set(pairOf(first, second), [{ word, bit, back }]);
  }
}

function slotOf(first: number, second: number): number {
  return ((first & LOW) << 5) | (second & LOW);
}

function pairOf(first: number, second: number): number {
  return (first << 16) | second;
}

/** The words of a source, whatever their case: all bits, and where those of the footer stand. */
export interface SourceWords {
  bits: number;
  /** Places of words of the registry and of error reports, in order. */
  outside: number[];
}

export function findSourceWords(codes: Uint16Array): SourceWords {
  const found: SourceWords = { bits: 0, outside: [] };
  const last = codes.length - 1;
  for (let at = 0; at < last; at += STRIDE) {
    const [first, second] = [codes[at] ?? 0, codes[at + 1] ?? 0];
    if (mayBe[((first & LOW) << 5) | (second & LOW)] === 1) lookAround(codes, at, found);
  }
  return found;
}

function lookAround(codes: Uint16Array, at: number, found: SourceWords): void {
  const pair = pairOf(lower(codes[at] ?? 0), lower(codes[at + 1] ?? 0));
  for (const { word, bit, back } of byPair.get(pair) ?? []) {
    const isOutside = (bit & (HOLDS.registry | HOLDS.report)) !== 0;
    if (!isOutside && (found.bits & bit) !== 0) continue;
    const start = at - back;
    if (!standsAt(codes, start, word)) continue;
    found.bits |= bit;
    if (isOutside && found.outside.at(-1) !== start) found.outside.push(start);
  }
}

function standsAt(codes: Uint16Array, start: number, word: string): boolean {
  if (start < 0 || start + word.length > codes.length) return false;
  for (let i = 0; i < word.length; i++) {
    if (lower(codes[start + i] ?? 0) !== word.charCodeAt(i)) return false;
  }
  return true;
}

function lower(code: number): number {
  return code >= 0x41 && code <= 0x5a ? code | 32 : code;
}
