import { constants, crc32, deflateRawSync } from 'node:zlib';
import { encodePage } from '#city/families/encode-page.ts';

/** A part of a page that stays the same: its bytes, and these bytes compressed by themselves. */
export interface Piece {
  plain: Buffer;
  /** Deflate blocks that end on a byte, to be joined with others. */
  packed: Buffer;
}

export type Charset = 'utf-8' | 'gbk';

/** Compresses a part once and for all. */
export function piece(text: string, charset: Charset): Piece {
  const plain = Buffer.from(encodePage(text, charset));
  return { plain, packed: deflateRawSync(plain, { finishFlush: constants.Z_SYNC_FLUSH }) };
}

/** Text in a charset, one character a byte: joined by `+`, it is a part that differs by page. */
export function bytesText(text: string, charset: Charset): string {
  return Buffer.from(encodePage(text, charset)).toString('latin1');
}

/** The bytes of a page made of parts: pieces, and texts as `bytesText` gives them. */
export function joinPlain(parts: readonly (Piece | string)[]): Buffer {
  return Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part.plain)),
  );
}

const GZIP_HEAD = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]);
const LAST_BLOCK = Buffer.from([3, 0]);

/**
 * The same page as one gzip member: pieces are compressed already and what differs is stored, so
 * that a page costs its server next to nothing. RFC 1951 3.2.4, RFC 1952 2.3.
 */
export function joinGzip(parts: readonly (Piece | string)[]): Buffer {
  const blocks: Buffer[] = [GZIP_HEAD];
  let sum = 0;
  let size = 0;
  for (const part of parts) {
    const plain = typeof part === 'string' ? Buffer.from(part, 'latin1') : part.plain;
    sum = crc32(plain, sum);
    size += plain.length;
    if (typeof part === 'string') blocks.push(storedHead(plain.length), plain);
    else blocks.push(part.packed);
  }
  const tail = Buffer.alloc(8);
  tail.writeUInt32LE(sum, 0);
  tail.writeUInt32LE(size, 4);
  blocks.push(LAST_BLOCK, tail);
  return Buffer.concat(blocks);
}

function storedHead(length: number): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt16LE(length, 1);
  head.writeUInt16LE(length ^ 0xffff, 3);
  return head;
}
