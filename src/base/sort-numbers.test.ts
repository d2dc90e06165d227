import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sortNumbers } from './sort-numbers.ts';

test('numbers are sorted as the engine sorts them, equals in their order', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1000)), (numbers) => {
      const byTens = (a: number, b: number) => Math.floor(a / 10) - Math.floor(b / 10);
      assert.deepEqual(
        [...sortNumbers(Uint32Array.from(numbers), byTens)],
        numbers.toSorted(byTens),
      );
    }),
  );
});
