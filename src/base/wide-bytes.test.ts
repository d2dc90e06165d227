import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { nextWide, wordsOfBytes } from './wide-bytes.ts';

test('bytes beyond ASCII are found wherever they and the bytes round them lie', () => {
  const byte = fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 0, max: 127 }) }, fc.nat(255));
  fc.assert(
    fc.property(fc.array(byte, { maxLength: 40 }), fc.nat(7), (list, offset) => {
      const bytes = new Uint8Array(new ArrayBuffer(64), offset, list.length);
      bytes.set(list);
      const words = wordsOfBytes(bytes);
      for (let from = 0; from <= list.length; from++) {
        const found = bytes.findIndex((one, at) => at >= from && one >= 0x80);
        assert.equal(nextWide(words, from), found < 0 ? list.length : found);
      }
    }),
  );
});
