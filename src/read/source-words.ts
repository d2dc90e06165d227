/** What the whole source of a page holds, markup and scripts included: bits of `Sheet.holds`. */
export const HOLDS = {
  registry: 1 << 0,
  report: 1 << 1,
  pageCall: 1 << 2,
} as const;

/** In lower case, none shorter than `STRIDE` + 2. */
const WORDS: readonly (readonly [string, number])[] = [
  ['conac.', HOLDS.registry],
  ['kaipuyun', HOLDS.report],
  ['zfwzzc', HOLDS.report],
  ['jiucuo', HOLDS.report],
  ['createpage', HOLDS.pageCall],
];
/** Where in a long word its rarest characters begin: `page` stands in every other line. */
const RAREST: Record<string, number> = { createpage: 2, kaipuyun: 1 };

/**
 * Every fourth place of the source is looked at: of six characters in a row, three begin at such
 * a place, so no word is missed.
 */
const STRIDE = 4;
/** Characters are told by their last five bits. */
const SIGNS = 5;

/** Which words hold three characters, and how far from their beginning. */
const byThree = new Map<number, { word: string; bit: number; back: number }[]>();
/** Whether three characters may be such: one bit each, so that the table stays at hand. */
const mayBe = new Uint8Array(1 << (3 * SIGNS - 3));

for (const [word, bit] of WORDS) {
  // Of so many places in a row one is looked at: the rarest will do in longer words.
  const first = RAREST[word] ?? 0;
  for (let back = first; back < first + STRIDE; back++) {
    const key = keyOf(word.charCodeAt(back), word.charCodeAt(back + 1), word.charCodeAt(back + 2));
    mayBe[key >> 3] = (mayBe[key >> 3] ?? 0) | (1 << (key & 7));
    const known = byThree.get(key);
    if (known) known.push({ word, bit, back });
    else byThree.set(key, [{ word, bit, back }]);
  }
}

function keyOf(first: number, second: number, third: number): number {
  return ((first & 31) << 10) | ((second & 31) << 5) | (third & 31);
}

/** The words of a source, whatever their case: all bits, and where those of the footer stand. */
export interface SourceWords {
  bits: number;
  /** Places of words of the registry and of error reports, in order. */
  outside: number[];
}

export function findSourceWords(codes: Uint16Array): SourceWords {
  const found: SourceWords = { bits: 0, outside: [] };
  // Four characters are two numbers; a word's last three may begin right before the end.
  const pairs = new Uint32Array(codes.buffer, codes.byteOffset, codes.length >> 1);
  const last = pairs.length - 1;
  for (let place = 0; place < last; place += STRIDE / 2) {
    const pair = pairs[place] ?? 0;
    const next = pairs[place + 1] ?? 0;
    const key = ((pair & 31) << 10) | (((pair >>> 16) & 31) << 5) | (next & 31);
    if (((mayBe[key >> 3] ?? 0) & (1 << (key & 7))) === 0) continue;
    lookAround(codes, place * 2, key, found);
  }
  const at = last * 2;
  if (last >= 0 && at % STRIDE === 0 && at + 2 < codes.length) {
    lookAround(codes, at, keyOf(codes[at] ?? 0, codes[at + 1] ?? 0, codes[at + 2] ?? 0), found);
  }
  return found;
}

function lookAround(codes: Uint16Array, at: number, key: number, found: SourceWords): void {
  for (const { word, bit, back } of byThree.get(key) ?? []) {
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
