/**
 * A quotient with one decimal as text, by long division and its remainder: halves go up, the
 * decimal is always there. `numerator` may have two decimals. Kept apart from `quotient.ts`, which
 * it checks.
 */
export function divide(numerator: number, denominator: number): string {
  const dividend = BigInt(Math.round(numerator * 100)) * 10n;
  const divisor = BigInt(denominator) * 100n;
  const remainder = dividend % divisor;
  const tenths = dividend / divisor + (remainder * 2n >= divisor ? 1n : 0n);
  return `${tenths / 10n}.${tenths % 10n}`;
}

/** The same as per cent, as circulars print it. */
export function percent(numerator: number, denominator: number): string {
  const text = divide(numerator * 100, denominator);
  return text === '100.0' ? '100%' : `${text}%`;
}
