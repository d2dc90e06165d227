/** What one question cost whom. */
export interface Figures {
  /** Processor time of an answer, in ms: service and PostgreSQL together. */
  cpu: number;
  /** Of whoever asks: this process, on the same cores. */
  askerCpu: number;
  p50: number;
  p95: number;
  p99: number;
  /** Of files: until the first byte came. */
  first99?: number;
  /** Of files: the first one, which is made for all; its first byte and all of it. */
  coldFirstMs?: number;
  coldMs?: number;
  kb: number;
  failed: number;
}

/** The time that so large a part of all times is not above, in ms. */
export function shareOf(times: readonly number[], part: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  const time = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
  return Math.round(time * 10) / 10;
}

/** The head of the table that `lineOf` fills. */
export function headLine(): string {
  const cells = ['cpu', 'asker', 'p50', 'p95', 'p99'].map((one) => one.padStart(8)).join('');
  return `${'ms'.padEnd(30)}${cells}`;
}

/** A line of the table. */
export function lineOf(name: string, figures: Figures): string {
  const { cpu, askerCpu, p50, p95, p99, first99, coldFirstMs, coldMs, kb, failed } = figures;
  const cells = [cpu, askerCpu, p50, p95, p99].map((one) => String(one).padStart(8)).join('');
  const made = `first made: first byte ${coldFirstMs}, all ${coldMs} ms`;
  const first = first99 === undefined ? '' : `  first byte p99 ${first99}; ${made}`;
  const not200 = failed > 0 ? `  ${failed} not 200` : '';
  return `${name.padEnd(30)}${cells} ${String(kb).padStart(6)} KB${first}${not200}`;
}
