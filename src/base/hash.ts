import { createHash, hash } from 'node:crypto';

/** SHA-256 of bytes or of a text in UTF-8, as `sha256:` and 64 hexadecimal digits. */
export function sha256(data: Uint8Array | string): string {
  return `sha256:${hash('sha256', data)}`;
}

/** The same of bytes that come in pieces. */
export function sha256OfPieces(pieces: Iterable<Uint8Array>): string {
  const sum = createHash('sha256');
  for (const piece of pieces) sum.update(piece);
  return `sha256:${sum.digest('hex')}`;
}

/** The first `length` hexadecimal digits of the SHA-256 of a text: a short stable name. */
export function shortHash(text: string, length = 10): string {
  return hash('sha256', text).slice(0, length);
}
