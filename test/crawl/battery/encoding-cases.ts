import {
  brotliCompressSync,
  deflateRawSync,
  deflateSync,
  gzipSync,
  zstdCompressSync,
} from 'node:zlib';
import { ARTICLE, type Case, page, send } from './case.ts';

const coded = (name: string, coding: string, body: Buffer | string): Case => ({
  name,
  serve: send(200, body, { 'Content-Encoding': coding }),
  expected: 'alive',
});
const packed = gzipSync(ARTICLE);
const missing = page('提示', '<p>您访问的页面不存在</p>');

/** Encoded bodies, right and wrong. */
export const encodingCases: Case[] = [
  coded('gzip', 'gzip', packed),
  coded('gzip declared, plain sent', 'gzip', ARTICLE),
  coded('gzip cut in the middle', 'gzip', packed.subarray(0, packed.length / 2)),
  coded(
    'gzip with a wrong checksum',
    'gzip',
    Buffer.concat([packed.subarray(0, -8), Buffer.alloc(8)]),
  ),
  coded('gzip twice', 'gzip, gzip', gzipSync(packed)),
  coded('gzip of nothing', 'gzip', gzipSync('')),
  coded('deflate with its wrapper', 'deflate', deflateSync(ARTICLE)),
  coded('deflate without', 'deflate', deflateRawSync(ARTICLE)),
  coded('brotli', 'br', brotliCompressSync(ARTICLE)),
  coded('zstd', 'zstd', zstdCompressSync(ARTICLE)),
  coded('an encoding nobody knows', 'x-lzw-martian', ARTICLE),
  coded('identity', 'identity', ARTICLE),
  coded('utf-8 for an encoding', 'UTF-8', ARTICLE),
  {
    name: 'a soft 404 in gzip is still one',
    serve: send(200, gzipSync(missing), { 'Content-Encoding': 'gzip' }),
    expected: 'dead soft-404',
  },
];
