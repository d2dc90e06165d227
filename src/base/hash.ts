import { createHash } from 'node:crypto';

/** SHA-256 of bytes or of a text in UTF-8, as `sha256:` and 64 hexadecimal digits. */
export function sha256(data: Uint8Array | string): string {
  return `sha256:${createHash('sha256').update(data).digest('hex')}`;
}

/** The first `length` hexadecimal digits of the SHA-256 of a text: a short stable name. */
export function shortHash(text: string, length = 10): string {
  return createHash('sha256').update(text).digest('hex').slice(0, length);
}
