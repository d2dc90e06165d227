import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Lengths } from './lengths.ts';

test('pieces begin where those before them end, be they long or left out', () => {
  const length = fc.oneof(
    fc.nat(300),
    fc.constantFrom(0, 0xfffe, 0xffff, 0x10000),
    fc.nat(5_000_000),
  );
  const piece = fc.record({ gap: fc.nat(70), length });
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 200 }), (pieces) => {
      const lengths = new Lengths();
      const noted: { number: number; start: number; length: number }[] = [];
      let [number, start] = [-1, 0];
      for (const { gap, length: size } of pieces) {
        number += gap + 1;
        lengths.add(number, size);
        noted.push({ number, start, length: size });
        start += size;
      }
      for (const one of noted) {
        assert.equal(lengths.startOf(one.number), one.start);
        assert.equal(lengths.lengthOf(one.number), one.length);
      }
      assert.equal(lengths.lengthOf(number + 1), 0);
    }),
  );
});
