import { hash } from 'node:crypto';

/** SHA-256 of bytes or of a text in UTF-8, as `sha256:` and 64 hexadecimal digits. */
export function sha256(data: Uint8Array | string): string {
  return `sha256:${hash('sha256', data)}`;
}

/** The first `length` hexadecimal digits of the SHA-256 of a text: a short stable name. */
export function shortHash(text: string, length = 10): string {
  return hash('sha256', text).slice(0, length);
}
