import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decodeGb } from './gb-text.ts';

const decoder = new TextDecoder('gb18030');

test('every pair of bytes is what the decoder makes of it', () => {
  for (let lead = 0x80; lead <= 0xff; lead++) {
    const bytes = Uint8Array.from({ length: 512 }, (_, at) => (at % 2 === 0 ? lead : at >> 1));
    assert.equal(decodeGb(bytes), decoder.decode(bytes), `lead ${lead}`);
    for (let trail = 0; trail <= 0xff; trail++) {
      const pair = Uint8Array.of(0x3c, lead, trail);
      assert.equal(decodeGb(pair), decoder.decode(pair), `${lead} ${trail}`);
    }
  }
});

test('any bytes are what the decoder makes of them, however long', () => {
  const pair = fc.tuple(fc.integer({ min: 0xb0, max: 0xf7 }), fc.integer({ min: 0xa1, max: 0xfe }));
  const piece = fc.oneof(
    pair.map((two) => Uint8Array.from(two)),
    fc.uint8Array({ maxLength: 6 }),
    fc.constant(Uint8Array.from(Buffer.from('<li>2019-05-27</li>\n'))),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), fc.integer({ min: 1, max: 300 }), (some, n) => {
      const bytes = Buffer.concat(Array.from({ length: n }, () => some).flat());
      assert.equal(decodeGb(bytes), decoder.decode(bytes));
    }),
  );
});
