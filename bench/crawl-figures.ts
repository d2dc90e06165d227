import type { Use } from './crawl-measure.ts';
import type { Runner } from './crawl-runner.ts';
import type { Work } from './crawl-work.ts';

/** One crawl, measured and held against the truth. */
export interface RunFigures extends Use {
  pages: number;
  links: number;
  deadRight: number;
  deadMissed: string[];
  deadWrong: string[];
  /** Why there is no outcome; null when there is. */
  failure: string | null;
  /** What the server was asked and what it used meanwhile. */
  requests: number;
  serverCpuSeconds: number;
}

/** One crawler on one work: the median of its rounds by wall time, the worst of its memory. */
export interface Figures extends RunFigures {
  work: string;
  name: string;
  pagesPerSecond: number;
  cpuSecondsPerThousand: number;
}

export function figuresOf(work: Work, { name }: Runner, runs: readonly RunFigures[]): Figures {
  const sorted = runs.toSorted((a, b) => a.wallSeconds - b.wallSeconds);
  const middle = sorted[sorted.length >> 1];
  if (!middle) throw new Error(`${name} was never measured`);
  const { pages, wallSeconds } = middle;
  const cpu = runs.map(({ cpuSeconds }) => cpuSeconds).toSorted((a, b) => a - b);
  const cpuSeconds = cpu[cpu.length >> 1] ?? middle.cpuSeconds;
  return {
    ...middle,
    cpuSeconds,
    peakBytes: Math.max(...runs.map(({ peakBytes }) => peakBytes)),
    work: work.name,
    name,
    pagesPerSecond: pages / wallSeconds,
    cpuSecondsPerThousand: (cpuSeconds / pages) * 1000,
  };
}

const COLUMNS: readonly [string, number, (one: Figures) => string][] = [
  ['pages', 9, ({ pages }) => String(pages)],
  ['s', 8, ({ wallSeconds }) => wallSeconds.toFixed(2)],
  ['pages/s', 9, ({ pagesPerSecond }) => pagesPerSecond.toFixed(0)],
  ['CPU s', 8, ({ cpuSeconds }) => cpuSeconds.toFixed(2)],
  ['CPU s/1k', 10, ({ cpuSecondsPerThousand }) => cpuSecondsPerThousand.toFixed(3)],
  ['peak MB', 9, ({ peakBytes }) => (peakBytes / 1e6).toFixed(0)],
  ['links', 9, ({ links }) => String(links)],
  ['requests', 10, ({ requests }) => String(requests)],
  ['server s', 10, ({ serverCpuSeconds }) => serverCpuSeconds.toFixed(2)],
  ['dead', 6, ({ deadRight }) => String(deadRight)],
  ['missed', 8, ({ deadMissed }) => String(deadMissed.length)],
  ['wrong', 7, ({ deadWrong }) => String(deadWrong.length)],
];

/** A table for people; the ratios say what Xunwang does of the peer's pages/s and CPU. */
export function tableOf(work: Work, figures: readonly Figures[]): string {
  const own = figures.find(({ name }) => name === 'xunwang');
  const head = COLUMNS.map(([title, width]) => title.padStart(width)).join('');
  const lines = figures.map((one) => {
    const cells = COLUMNS.map(([, width, cell]) => cell(one).padStart(width)).join('');
    return `${one.name.padEnd(12)}${cells}${ratios(one, own)}\n${troubles(one)}`;
  });
  return `${work.name}: ${work.words}\n${' '.repeat(12)}${head}\n${lines.join('')}`;
}

function ratios(one: Figures, own: Figures | undefined): string {
  if (!own || one === own || one.failure !== null) return '';
  const speed = own.pagesPerSecond / one.pagesPerSecond;
  const cpu = own.cpuSecondsPerThousand / one.cpuSecondsPerThousand;
  return `  xunwang: ${speed.toFixed(2)} × the speed, ${cpu.toFixed(2)} × the CPU`;
}

function troubles({ failure, isOutOfTime, exitCode }: Figures): string {
  if (isOutOfTime) return '    not done in the time allowed\n';
  return failure === null ? '' : `    failed (exit ${exitCode}): ${failure}\n`;
}

/** Time and memory against size: 1 is linear, 0 constant. */
export interface Linearity {
  timeSlope: number;
  memorySlope: number;
  words: string;
}

/** The slope in log-log of the works of growing size; null unless there are at least two. */
export function linearity(figures: readonly Figures[]): Linearity | null {
  const own = figures.filter(
    ({ work, name, failure }) => work.startsWith('d ') && name === 'xunwang' && failure === null,
  );
  if (own.length < 2) return null;
  const sizes = own.map(({ pages }) => Math.log(pages));
  const timeSlope = slope(
    sizes,
    own.map(({ wallSeconds }) => Math.log(wallSeconds)),
  );
  const memorySlope = slope(
    sizes,
    own.map(({ peakBytes }) => Math.log(peakBytes)),
  );
  const words =
    `xunwang: seconds grow with pages to the power of ${timeSlope.toFixed(2)}, ` +
    `peak memory to the power of ${memorySlope.toFixed(2)}`;
  return { timeSlope, memorySlope, words };
}

/** Least squares. */
function slope(xs: readonly number[], ys: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  const [meanX, meanY] = [mean(xs), mean(ys)];
  let above = 0;
  let below = 0;
  for (const [index, x] of xs.entries()) {
    above += (x - meanX) * ((ys[index] ?? 0) - meanY);
    below += (x - meanX) ** 2;
  }
  return above / below;
}
