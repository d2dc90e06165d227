import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatFraction, formatRate, mean, rate } from './quotient.ts';
import { divide, percent } from './recomputed-quotient.ts';

test('34 of 35 sites is 97.1 %, with its fraction', () => {
  const share = rate(34, 35);
  assert.equal(formatRate(share), '97.1%');
  assert.equal(formatFraction(share), '34/35');
  assert.equal(formatRate(rate(35, 35)), '100%');
  assert.equal(formatRate(rate(0, 35)), '0.0%');
});

test('a half goes up, once', () => {
  assert.equal(formatRate(rate(1, 2000)), '0.1%');
  assert.equal(formatRate(rate(1999, 2000)), '100%');
  assert.equal(formatRate(rate(25, 400)), '6.3%');
  assert.equal(mean([0.1, 0.2]).rounded, 0.2);
  assert.equal(mean([98.8, 98, 97, 93]).rounded, 96.7);
});

test('a rate is the nearest tenth of a per cent, and no nearer one is greater', () => {
  const counts = fc.tuple(fc.nat(100_000), fc.integer({ min: 1, max: 100_000 }));
  fc.assert(
    fc.property(counts, ([numerator, denominator]) => {
      const tenths = BigInt(Math.round(rate(numerator, denominator).rounded * 10));
      const doubled = 2n * (tenths * BigInt(denominator) - 1000n * BigInt(numerator));
      assert.ok(doubled > -BigInt(denominator) && doubled <= BigInt(denominator));
    }),
  );
});

test('the rate that writes and the rate that checks agree', () => {
  fc.assert(
    fc.property(fc.nat(5000), fc.integer({ min: 1, max: 5000 }), (part, rest) => {
      const whole = part + rest;
      assert.equal(percent(part, whole), formatRate(rate(part, whole)));
    }),
  );
  const scores = fc.array(fc.integer({ min: 0, max: 13_000 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(scores, (centipoints) => {
      const points = centipoints.map((value) => value / 100);
      const total = centipoints.reduce((sum, value) => sum + value, 0) / 100;
      assert.equal(divide(total, points.length), mean(points).rounded.toFixed(1));
    }),
  );
});
