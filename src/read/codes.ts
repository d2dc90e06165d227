import { newUnits } from './working-memory.ts';

/** The UTF-16 units of a text: an array is read several times as fast as a string. */
export function codesOf(text: string): Uint16Array {
  const codes = newUnits(text.length);
  Buffer.from(codes.buffer, codes.byteOffset, codes.byteLength).write(text, 'utf16le');
  return codes;
}

/** The text of the first `length` units. */
export function textOfCodes(codes: Uint16Array, length: number): string {
  return Buffer.from(codes.buffer, codes.byteOffset, length * 2).toString('utf16le');
}
