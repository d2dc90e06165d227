import { textOfCodes } from './codes.ts';

/** A number for what stands between two places, to find it again by. */
export function hashOfSpan(codes: Uint16Array, from: number, to: number, seed: number): number {
  let hash = seed;
  for (let at = from; at < to; at++) hash = (Math.imul(hash, 31) + (codes[at] ?? 0)) | 0;
  return Math.imul(hash, 31) | 0;
}

/** Whether a text stands between two places. */
export function isSpan(codes: Uint16Array, from: number, to: number, text: string): boolean {
  if (to - from !== text.length) return false;
  for (let i = 0; i < text.length; i++) if (codes[from + i] !== text.charCodeAt(i)) return false;
  return true;
}

/** Whether the same stands in two places. */
export function isSameSpan(
  codes: Uint16Array,
  from: number,
  to: number,
  start: number,
  end: number,
): boolean {
  if (to - from !== end - start) return false;
  // Addresses differ at their end.
  for (let at = to - 1, other = end - 1; at >= from; at--, other--) {
    if (codes[at] !== codes[other]) return false;
  }
  return true;
}

/** A copy: a slice would keep the whole page in memory as long as it is remembered. */
export function copyOfSpan(codes: Uint16Array, from: number, to: number): string {
  return textOfCodes(codes.subarray(from, to), to - from);
}

/** The place of a hash in a table of so many places, a power of two. */
export function slotOf(hash: number, slots: number): number {
  return (hash ^ (hash >>> 15)) & (slots - 1);
}
