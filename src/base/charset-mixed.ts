import { countWide, everydayCount } from './everyday-characters.ts';
import { nextWide, wordsOfBytes } from './wide-bytes.ts';

/** Pieces of a page end at these: blanks, signs and digits that no GBK character ends with. */
const LAST_DIVIDER = 0x2f;
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const gb = new TextDecoder('gb18030');
const lossy = new TextDecoder('utf-8', { ignoreBOM: true });

/** A page some of whose pieces are UTF-8 and some GB, each read as what it is. */
export interface MixedText {
  text: string;
  /** What most of it is. */
  charset: 'utf-8' | 'gb18030';
}

/**
 * Reads a page that was put together from parts in UTF-8 and in GB; null when it is not such a
 * one: when no piece is surely the one, or none surely the other.
 */
export function decodeMixed(bytes: Uint8Array): MixedText | null {
  if (!mayHoldBoth(bytes)) return null;
  const pieces = piecesOf(bytes);
  const sizes = { utf8: 0, gb: 0, either: 0 };
  for (const { is, length } of pieces) sizes[is] += length;
  if (sizes.utf8 === 0 || sizes.gb === 0) return null;
  const isMostlyUtf8 = sizes.utf8 >= sizes.gb;
  let text = '';
  let done = 0;
  for (const piece of pieces) {
    text += lossy.decode(bytes.subarray(done, piece.from)) + wordsOf(bytes, piece, isMostlyUtf8);
    done = piece.from + piece.length;
  }
  text += lossy.decode(bytes.subarray(done));
  return { text, charset: isMostlyUtf8 ? 'utf-8' : 'gb18030' };
}

/** Whether two Chinese characters in UTF-8 stand side by side anywhere, a cheap first look. */
function mayHoldBoth(bytes: Uint8Array): boolean {
  const words = wordsOfBytes(bytes);
  for (let at = nextWide(words, 0); at < bytes.length; at = nextWide(words, at + 1)) {
    if (isHanAt(bytes, at) && isHanAt(bytes, at + 3)) return true;
  }
  return false;
}

function isHanAt(bytes: Uint8Array, at: number): boolean {
  const lead = bytes[at] ?? 0;
  if (lead < 0xe4 || lead > 0xe9) return false;
  return ((bytes[at + 1] ?? 0) & 0xc0) === 0x80 && ((bytes[at + 2] ?? 0) & 0xc0) === 0x80;
}

interface Piece {
  from: number;
  length: number;
  /** What it surely is. */
  is: 'utf8' | 'gb' | 'either';
  /** Read as UTF-8; null when it is not. */
  words: string | null;
}

/** The runs of bytes, between dividers, that are not ASCII alone. */
function piecesOf(bytes: Uint8Array): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  let isHigh = false;
  for (let at = 0; at <= bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte >= 0x80) isHigh = true;
    if (byte > LAST_DIVIDER && byte !== 0x3c && byte !== 0x3e) continue;
    if (isHigh) pieces.push(pieceAt(bytes, from, at - from));
    from = at + 1;
    isHigh = false;
  }
  return pieces;
}

function pieceAt(bytes: Uint8Array, from: number, length: number): Piece {
  const part = bytes.subarray(from, from + length);
  const words = strictly(part);
  const { everyday, broken } = countWide(gb.decode(part));
  let is: Piece['is'] = 'either';
  if (words === null && everyday > 0 && broken === 0) is = 'gb';
  else if (words !== null && everyday === 0 && everydayCount(words) > 0) is = 'utf8';
  return { from, length, is, words };
}

function strictly(part: Uint8Array): string | null {
  try {
    return strict.decode(part);
  } catch {
    return null;
  }
}

function wordsOf(bytes: Uint8Array, piece: Piece, isMostlyUtf8: boolean): string {
  const { from, is, length, words } = piece;
  const part = bytes.subarray(from, from + length);
  if (words !== null && (is === 'utf8' || isMostlyUtf8)) return words;
  if (is === 'gb') return gb.decode(part);
  return (isMostlyUtf8 ? lossy : gb).decode(part);
}
