import { decodeEntities } from './entities.ts';
import { isBlank, TEXT, tidy, type Tree } from './tree.ts';

/** What a text holds, so that readers need not search it: bits of `TextWords.marks`. */
export const HAS_DIGIT = 1;
/** A character that pagers consist of: 页, 条, 共, or the word Next. */
export const HAS_PAGER = 2;
export const HAS_CHINESE = 4;
const HAS_ENTITY = 8;
const HAS_BLANKS = 16;

/** A digit further back than this does not count: no date stands at the end of so long a text. */
const DIGITS_WITHIN = 400;

/** The shown texts of a page as words, white space tidied, with marks of what is in them. */
export interface TextWords {
  /** By node; '' for all that is no text. */
  words: string[];
  marks: Uint8Array;
}

/** Reads every text once: nearly all readers ask for the words of most texts. */
export function wordsOf(tree: Tree): TextWords {
  if (tree.words) return tree.words;
  const size = tree.tag.length;
  const words: string[] = [];
  const marks = new Uint8Array(size);
  for (let node = 0; node < size; node++) {
    if (tree.tag[node] !== TEXT) {
      words.push('');
      continue;
    }
    const [start, stop] = [tree.start[node] ?? 0, tree.stop[node] ?? 0];
    const bits = marksOf(tree.source, start, stop);
    marks[node] = bits;
    words.push(wordsBetween(tree.source, start, stop, bits));
  }
  tree.words = { words, marks };
  return tree.words;
}

function wordsBetween(source: string, start: number, stop: number, bits: number): string {
  if (bits & HAS_ENTITY) return tidy(decodeEntities(source.slice(start, stop), false));
  if (bits & HAS_BLANKS) return tidy(source.slice(start, stop));
  let [from, to] = [start, stop];
  while (from < to && isBlank(source.charCodeAt(from))) from++;
  while (to > from && isBlank(source.charCodeAt(to - 1))) to--;
  return source.slice(from, to);
}

function marksOf(source: string, start: number, stop: number): number {
  let bits = 0;
  let blanks = 0;
  let isInside = false;
  for (let at = start; at < stop; at++) {
    const code = source.charCodeAt(at);
    if (isBlank(code)) {
      blanks += code === 0x20 ? 1 : 2;
      continue;
    }
    if (blanks > 1 && isInside) bits |= HAS_BLANKS;
    blanks = 0;
    isInside = true;
    const isDigit =
      code < 0x80 ? (code >= 0x30 && code <= 0x39) || code === 0x4f : isWideDigit(code);
    if (isDigit && at - start < DIGITS_WITHIN) bits |= HAS_DIGIT;
    if (code === 0x26) bits |= HAS_ENTITY;
    else if (code >= 0x3400 && code <= 0x9fff) {
      bits |= HAS_CHINESE;
      if (code === 0x9875 || code === 0x6761 || code === 0x5171) bits |= HAS_PAGER;
    } else if (code === 0x4e || code === 0x6e) bits |= HAS_PAGER;
  }
  return bits;
}

/** Full-width digits and the signs that stand for nought. */
function isWideDigit(code: number): boolean {
  if (code >= 0xff10) return code <= 0xff19 || code === 0xff2f;
  return code === 0x3007 || code === 0x25cb || code === 0x96f6;
}

/** The words of one text node. */
export function shownText(tree: Tree, node: number): string {
  return wordsOf(tree).words[node] ?? '';
}

/** Whether a text node holds any of what `bits` stand for. */
export function holds(tree: Tree, node: number, bits: number): boolean {
  return ((wordsOf(tree).marks[node] ?? 0) & bits) !== 0;
}
