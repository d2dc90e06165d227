import { spawnSync } from 'node:child_process';
import { assembleFacts } from '#read/assemble-facts.ts';
import { makeSheet, type Sheet } from '#read/sheet.ts';
import { readPage } from '#read/read-page.ts';
import { lexicon } from '#read/testing/read-fixture.ts';
import { scanHtml } from '#read/scan-html.ts';

/** Pieces that are repeated to one long line, each a shape that has slowed scanners down. */
const SHAPES: Record<string, string> = {
  page: '<li class="row"><a href="/zwgk/t20190509_1.html" title="某某通知">关于某某工作的通知</a><span>2019-05-09</span></li>',
  tags: '<b>',
  'open boxes': '<div class="nav"><a href=x.html>政务</a>',
  'open links': '<a href=x>',
  'end tags': '</div>',
  'open comments': '<!-- x ',
  'open quotes': '<a href="x ',
  scripts: '<script>var a = 1 < 2;</script>',
  'open scripts': '<script><!-- ',
  'flat rows': '<a href=x.html>关于某某工作的通知</a> 2019-05-09<br>',
  'named comments': '<div id="zlist"><!-- <a href=x.html>某某通知</a> 2019-05-09 --></div>',
  entities: '&nbsp;&amp;',
  'nested menus': '<a href=x.html>政务</a> ',
  'script in rows': '<li id="row"><script>$("#other").append(1)</script></li>',
};
const SCAN_SIZES = [1, 4, 8, 16, 32, 50];
const FACTS_SIZES = [0.5, 1, 2, 4, 8];
const READ_SIZES = [1, 4, 8, 16, 50];
const NO_LIMITS = { nodes: Number.MAX_SAFE_INTEGER, text: Number.MAX_SAFE_INTEGER };
const QUADRATIC_SIZES = [4, 8, 16, 32];
/** What stands once before the repeated pieces. */
const HEADS: Record<string, string> = {
  'named comments': '<script>if (n.nodeType === 8) list.innerHTML = n.data;</script>',
  'nested menus': '<div class="nav">'.repeat(390),
};
/** Each size is timed so often, all sizes in turn; the least time counts. */
const ROUNDS = 3;
/** Below this size the process itself weighs more than the input. */
const LEAST_WEIGHED_MB = 4;
/** Time grows with size to this power at most: 1 is linear, the rest is for the machine. */
const MAX_SLOPE = 1.3;
/** So many of the largest sizes are looked at: in small ones the process's own beginning weighs. */
const LARGER_SIZES = 4;
const MAX_MEMORY = 10;
/** Times below this say nothing about growth. */
const LEAST_MS = 30;

interface Figure {
  /** Processor time of the process, its collector included. */
  ms: number;
  /** What the peak of the process grew by, as a multiple of the text as a string in memory. */
  memory: number;
}

/** Prints how scanning and reading grow with the input; false when not linear or too greedy. */
export async function measureGrowth(): Promise<boolean> {
  process.stdout.write('memory: growth of the peak / bytes of the decoded text as a string\n');
  process.stdout.write('a task that grows with the square, which must be found too much:\n');
  const { slope } = curve('quadratic', 'tags', QUADRATIC_SIZES);
  let isGood = slope > MAX_SLOPE;
  if (!isGood) process.stdout.write('  it was NOT found: this check is blind\n');
  for (const [task, sizes, words] of [
    ['scan', SCAN_SIZES, 'the scanner alone, without its limits'],
    ['facts', FACTS_SIZES, 'all facts, without limits: time only'],
    ['read', READ_SIZES, 'all facts as pages are read, within limits'],
  ] as const) {
    process.stdout.write(`${words}: processor ms (memory) at ${sizes.join(', ')} MB\n`);
    for (const shape of Object.keys(SHAPES)) isGood = curve(task, shape, sizes).isGood && isGood;
  }
  return isGood;
}

function curve(
  task: string,
  shape: string,
  sizes: readonly number[],
): { slope: number; isGood: boolean } {
  const rounds = Array.from({ length: ROUNDS }, () =>
    sizes.map((size) => inOwnProcess(task, shape, size)),
  );
  const figures = sizes.map((_, index) => ({
    ms: Math.min(...rounds.map((round) => round[index]?.ms ?? 0)),
    memory: Math.min(...rounds.map((round) => round[index]?.memory ?? 0)),
  }));
  const slope = slopeOf(figures.map(({ ms }, index) => ({ size: sizes[index] ?? 0, ms })));
  const isSmall =
    task === 'facts' ||
    figures.every(({ memory }, index) => {
      return (sizes[index] ?? 0) < LEAST_WEIGHED_MB || memory <= MAX_MEMORY;
    });
  const isGood = slope <= MAX_SLOPE && isSmall;
  const words = figures.map(({ ms, memory }) => `${ms.toFixed(0)} (${memory.toFixed(1)})`);
  const verdict = `slope ${slope.toFixed(2)}${isGood ? '' : '  TOO MUCH'}`;
  process.stdout.write(`  ${task} ${shape.padEnd(15)} ${words.join('  ')}  ${verdict}\n`);
  return { slope, isGood };
}

/** The power of the size that the times follow, by least squares of their logarithms. */
function slopeOf(figures: readonly { size: number; ms: number }[]): number {
  const points = figures
    .slice(-LARGER_SIZES)
    .filter(({ ms }) => ms >= LEAST_MS)
    .map(({ size, ms }) => ({ x: Math.log(size), y: Math.log(ms) }));
  if (points.length < 3) return 0;
  const mean = (of: (point: { x: number; y: number }) => number) =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [x, y] = [mean((point) => point.x), mean((point) => point.y)];
  return mean((point) => (point.x - x) * (point.y - y)) / mean((point) => (point.x - x) ** 2);
}

function inOwnProcess(task: string, shape: string, size: number): Figure {
  const args = [import.meta.filename, task, shape, String(size)];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${task} ${shape} ${size} MB: ${stderr.slice(-400)}`);
  return JSON.parse(stdout) as Figure;
}

function runAlone(task: string, shape: string, size: number): Figure {
  const piece = SHAPES[shape] ?? '';
  const bytes = Buffer.concat([Buffer.from(HEADS[shape] ?? ''), Buffer.alloc(size * 1e6, piece)]);
  const html = bytes.toString();
  const weight = /[^\u0000-\u00ff]/.test(html) ? html.length * 2 : html.length;
  const before = process.resourceUsage().maxRSS;
  const started = process.cpuUsage();
  if (task === 'scan') scanHtml(html, NO_LIMITS);
  else if (task === 'facts') assembleFacts(sheetOf(html), false);
  else if (task === 'read') readPage({ ...PAGE, bytes }, lexicon);
  else growWithSquare(html);
  const { user, system } = process.cpuUsage(started);
  const grown = (process.resourceUsage().maxRSS - before) * 1024;
  return { ms: (user + system) / 1000, memory: grown / weight };
}

const PAGE = {
  url: 'http://www.sample.gov.cn/zwgk/tzgg/',
  contentType: 'text/html; charset=utf-8',
  asOf: '2019-05-27',
  isHomepage: false,
};

function sheetOf(html: string): Sheet {
  return makeSheet(scanHtml(html, NO_LIMITS), { ...PAGE, charset: 'utf-8', lexicon });
}

/** What a scanner must not do: at every so many characters it looks as far as the end. */
function growWithSquare(html: string): number {
  let found = 0;
  for (let at = 0; at < html.length; at += 2000) found += html.indexOf('\u0000', at);
  return found;
}

if (process.argv[1] === import.meta.filename) {
  const [task = '', shape = '', size = ''] = process.argv.slice(2);
  process.stdout.write(JSON.stringify(runAlone(task, shape, Number(size))));
}
