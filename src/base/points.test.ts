import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatPoints, toCentipoints, toPoints } from './points.ts';

test('points with two decimals survive the way to centipoints and back', () => {
  fc.assert(
    fc.property(fc.integer({ min: -20_000, max: 20_000 }), (hundredths) => {
      assert.equal(toCentipoints(hundredths / 100), hundredths);
      assert.equal(toPoints(hundredths), hundredths / 100);
    }),
  );
});

test('scores read as people write them', () => {
  assert.deepEqual([9880, 10_000, 10, 0, 9149].map(formatPoints), [
    '98.8',
    '100',
    '0.1',
    '0',
    '91.49',
  ]);
});
