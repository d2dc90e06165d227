import { assert } from '#base/assert.ts';
import { toCentipoints } from '#base/points.ts';
import type { Quotient } from '#domain/circular.ts';

/**
 * A share in per cent with one decimal, rounded half up once, in integers: 34 of 35 is 97.1.
 * `denominator` must be positive; both are counts.
 */
export function rate(numerator: number, denominator: number): Quotient {
  assert(denominator > 0, 'a rate of nothing');
  return { numerator, denominator, rounded: halfUp(numerator * 1000, denominator) / 10 };
}

/** The mean of scores (decimal points) with one decimal, rounded half up once. */
export function mean(scores: readonly number[]): Quotient {
  assert(scores.length > 0, 'a mean of nothing');
  const total = scores.reduce((sum, score) => sum + toCentipoints(score), 0);
  const rounded = halfUp(total, scores.length * 10) / 10;
  return { numerator: total / 100, denominator: scores.length, rounded };
}

/** `97.1%`, always with one decimal, but a full `100%`. */
export function formatRate(quotient: Quotient): string {
  return quotient.rounded === 100 ? '100%' : `${quotient.rounded.toFixed(1)}%`;
}

/** `34/35`. */
export function formatFraction(quotient: Quotient): string {
  return `${quotient.numerator}/${quotient.denominator}`;
}

/** The integer nearest to a quotient of non-negative integers, halves up. */
function halfUp(numerator: number, denominator: number): number {
  return Math.floor((2 * numerator + denominator) / (2 * denominator));
}
