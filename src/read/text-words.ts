import { decodeEntities } from './entities.ts';
import { codesOf, textOfCodes } from './codes.ts';
import { isBlank, TEXT, type Tree } from './tree.ts';
import { newInt32s, newUint8s, newUnits } from './working-memory.ts';

/** What a text holds, so that readers need not search it: bits of `TextWords.marks`. */
export const HAS_DIGIT = 1;
export const HAS_CHINESE = 2;

/** A digit further back than this does not count: no date stands at the end of so long a text. */
const DIGITS_WITHIN = 400;

/** The shown texts of a page as words, white space tidied, with marks of what is in them. */
export interface TextWords {
  /** By node; '' for all that is no text. */
  words: string[];
  marks: Uint8Array;
  /** All words in one string, a blank behind each text. */
  flow: string;
  /** The same as UTF-16 units; there may be room behind it. */
  codes: Uint16Array;
  /** Where in the flow the words of each node begin; one more at the end. */
  at: Int32Array;
}

/** Reads every text once: nearly all readers ask for the words of most texts. */
export function wordsOf(tree: Tree): TextWords {
  tree.texts ??= readWords(tree);
  return tree.texts;
}

function readWords(tree: Tree): TextWords {
  const { tag, start, stop } = tree;
  const size = tag.length;
  const marks = newUint8s(size);
  const at = newInt32s(size + 1);
  const codes = newUnits(roomFor(tree));
  const copy: Copy = { into: codes, end: 0, bits: 0 };
  let length = 0;
  for (let node = 0; node < size; node++) {
    at[node] = length;
    if (tag[node] !== TEXT) continue;
    const [from, to] = [start[node] ?? 0, stop[node] ?? 0];
    let end: number;
    if (copyWords(tree.codes, from, to, copy)) {
      marks[node] = copy.bits;
      end = copy.end;
    } else {
      marks[node] = marksBetween(tree.codes, from, to);
      const decoded = codesOf(decodeEntities(tree.source.slice(from, to), false));
      end = copyPlain(decoded, codes, length);
    }
    if (end > length) codes[end++] = 0x20;
    length = end;
    copy.end = end;
  }
  at[size] = length;
  const flow = textOfCodes(codes, length);
  return { words: cut(flow, at, tree), marks, flow, codes, at };
}

function roomFor({ tag, start, stop }: Tree): number {
  let room = 0;
  for (let node = 0; node < tag.length; node++) {
    if (tag[node] === TEXT) room += (stop[node] ?? 0) - (start[node] ?? 0) + 1;
  }
  return room;
}

/** 零, which is a figure too. */
const ZERO = 0x96f6;

function marksBetween(codes: Uint16Array, start: number, stop: number): number {
  let bits = 0;
  for (let at = start; at < stop; at++) {
    const code = codes[at] ?? 0;
    if (code >= 0x3400 && code <= 0x9fff) {
      bits |= code === ZERO ? HAS_CHINESE | digitAt(at - start) : HAS_CHINESE;
    } else if (code >= 0x30 && isDigit(code)) bits |= digitAt(at - start);
  }
  return bits;
}

function digitAt(place: number): number {
  return place < DIGITS_WITHIN ? HAS_DIGIT : 0;
}

/** A digit, narrow or wide, or a sign that stands for nought: 〇 ○ Ｏ O. */
function isDigit(code: number): boolean {
  if (code < 0x80) return code <= 0x39 || code === 0x4f;
  if (code >= 0xff10) return code <= 0xff19 || code === 0xff2f;
  return code === 0x3007 || code === 0x25cb;
}

const BLANK = 1;
const AMPERSAND = 2;
const DIGIT = 3;
/** By character of ASCII: whether it is a blank, begins an entity, or counts as a figure. */
const roles = new Uint8Array(128);
for (let code = 0; code < 128; code++) {
  if (isBlank(code)) roles[code] = BLANK;
  else if (code >= 0x30 && isDigit(code)) roles[code] = DIGIT;
}
roles[0x26] = AMPERSAND;

/** Where a text was copied to, and what it holds. */
interface Copy {
  into: Uint16Array;
  /** Behind what was copied last: the next text goes there. */
  end: number;
  bits: number;
}

/**
 * Copies a text with white space tidied and marks what is in it; does nothing and says so when it
 * holds an entity other than the commonest, which is a blank.
 */
function copyWords(from: Uint16Array, start: number, stop: number, copy: Copy): boolean {
  const { into, end: place } = copy;
  let to = place;
  let bits = 0;
  let isAfterBlank = false;
  for (let at = start; at < stop; at++) {
    const code = from[at] ?? 0;
    let isGap = false;
    if (code < 128) {
      const role = roles[code] ?? 0;
      if (role === DIGIT) bits |= digitAt(at - start);
      else if (role !== 0) {
        if (role === AMPERSAND) {
          if (at + NBSP.length >= stop || !isNbsp(from, at + 1)) return false;
          at += NBSP.length;
        }
        isGap = true;
      }
    } else if (code >= 0x3400 && code <= 0x9fff) {
      bits |= code === ZERO ? HAS_CHINESE | digitAt(at - start) : HAS_CHINESE;
    } else if (isBlank(code)) isGap = true;
    else if (isDigit(code)) bits |= digitAt(at - start);
    if (isGap) {
      isAfterBlank = to > place;
      continue;
    }
    if (isAfterBlank) into[to++] = 0x20;
    isAfterBlank = false;
    into[to++] = code;
  }
  copy.end = to;
  copy.bits = bits;
  return true;
}

const NBSP = [0x6e, 0x62, 0x73, 0x70, 0x3b];

function isNbsp(codes: Uint16Array, at: number): boolean {
  for (let i = 0; i < NBSP.length; i++) if (codes[at + i] !== NBSP[i]) return false;
  return true;
}

/** The same of a text whose entities are decoded. */
function copyPlain(from: Uint16Array, into: Uint16Array, place: number): number {
  let to = place;
  let isAfterBlank = false;
  for (const code of from) {
    if (isBlank(code)) {
      isAfterBlank = to > place;
      continue;
    }
    if (isAfterBlank) into[to++] = 0x20;
    isAfterBlank = false;
    into[to++] = code;
  }
  return to;
}

function cut(flow: string, at: Int32Array, { tag }: Tree): string[] {
  const words: string[] = [];
  for (let node = 0; node < tag.length; node++) {
    const [from, to] = [at[node] ?? 0, (at[node + 1] ?? 0) - 1];
    words.push(to > from ? flow.slice(from, to) : '');
  }
  return words;
}

/** The words of one text node. */
export function shownText(tree: Tree, node: number): string {
  return wordsOf(tree).words[node] ?? '';
}

/** Whether a text node holds any of what `bits` stand for. */
export function holds(tree: Tree, node: number, bits: number): boolean {
  return ((wordsOf(tree).marks[node] ?? 0) & bits) !== 0;
}
