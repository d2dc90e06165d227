/** Points in hundredths: 98.8 points are 9880. Scores are sums of these; nothing is rounded on the way. */
export type Centipoints = number & { readonly unit?: 'centipoint' };

/** Decimal points as written in a rubric (0.1) to centipoints (10). Rounds once, half away from zero. */
export function toCentipoints(points: number): Centipoints {
  const scaled = Math.abs(points) * 100;
  const rounded = Math.floor(scaled + 0.5 + 1e-9);
  return points < 0 ? -rounded : rounded;
}

/** Centipoints to the decimal number that `result.json` carries: 9880 to 98.8. */
export function toPoints(centipoints: Centipoints): number {
  return centipoints / 100;
}

/** Centipoints as people read them: at most two decimals, no trailing zeros ("98.8", "100", "0.1"). */
export function formatPoints(centipoints: Centipoints): string {
  return String(centipoints / 100);
}
