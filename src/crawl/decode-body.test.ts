import assert from 'node:assert/strict';
import { it } from 'node:test';
import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { decodeBody } from './decode-body.ts';

const packers = {
  gzip: gzipSync,
  deflate: deflateSync,
  br: brotliCompressSync,
  zstd: zstdCompressSync,
};

it('what was packed comes out, up to the limit', async () => {
  const anyBody = fc.uint8Array({ maxLength: 3000 });
  const anyCoding = fc.constantFrom(...(Object.keys(packers) as (keyof typeof packers)[]));
  await fc.assert(
    fc.asyncProperty(
      anyBody,
      anyCoding,
      fc.integer({ min: 1, max: 4000 }),
      async (body, coding, limit) => {
        const { bytes, isCut } = await decodeBody(packers[coding](body), coding, limit);
        assert.deepEqual(bytes, Buffer.from(body.subarray(0, limit)));
        assert.equal(isCut, body.length > limit);
      },
    ),
    { numRuns: 60 },
  );
});

it('several codings are undone from the last to the first', async () => {
  const packed = gzipSync(brotliCompressSync('信息'));
  const { bytes } = await decodeBody(packed, 'br, gzip', 1000);
  assert.equal(bytes.toString(), '信息');
});

it('a body that is not packed as claimed stays as it is', async () => {
  for (const coding of ['gzip', 'br', 'zstd', 'identity', 'unknown', '']) {
    const { bytes } = await decodeBody(Buffer.from('<html>plain'), coding, 1000);
    assert.equal(bytes.toString(), '<html>plain', coding);
  }
});
