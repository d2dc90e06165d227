import { spawnSync } from 'node:child_process';
import { readFixture } from '#read/testing/read-fixture.ts';
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
const SCAN_SIZES = [1, 2, 4, 8, 16, 32, 64];
const READ_SIZES = [0.5, 1, 2, 4, 8];
/** What stands once before the repeated pieces. */
const HEADS: Record<string, string> = {
  'named comments': '<script>if (n.nodeType === 8) list.innerHTML = n.data;</script>',
  'nested menus': '<div class="nav">'.repeat(390),
};
/** Below this size the process itself weighs more than the input. */
const LEAST_WEIGHED_MB = 4;
/** Twice the size may take this much longer: twice, and what the machine adds. */
const MAX_DOUBLING = 3;
const MAX_MEMORY = 10;
/** Times below this say nothing about growth. */
const LEAST_MS = 40;

interface Figure {
  ms: number;
  /** What the peak of the process grew by, as a multiple of the input. */
  memory: number;
}

/** Prints how scanning and reading grow with the input; false when not linear or too greedy. */
export async function measureGrowth(): Promise<boolean> {
  let isGood = true;
  process.stdout.write(`scanning: ms (memory / input) at ${SCAN_SIZES.join(', ')} MB\n`);
  for (const shape of Object.keys(SHAPES)) isGood = curve('scan', shape, SCAN_SIZES) && isGood;
  process.stdout.write(`all facts: ms (memory / input) at ${READ_SIZES.join(', ')} MB\n`);
  for (const shape of Object.keys(SHAPES)) isGood = curve('read', shape, READ_SIZES) && isGood;
  return isGood;
}

function curve(task: string, shape: string, sizes: readonly number[]): boolean {
  const figures = sizes.map((size) => inOwnProcess(task, shape, size));
  const isLinear = figures.every(({ ms }, index) => {
    const before = figures[index - 1]?.ms ?? ms;
    return before < LEAST_MS || ms <= before * MAX_DOUBLING;
  });
  const isWeighed = task === 'scan';
  const isSmall =
    !isWeighed ||
    figures.every(({ memory }, index) => {
      return (sizes[index] ?? 0) < LEAST_WEIGHED_MB || memory <= MAX_MEMORY;
    });
  const words = figures.map(({ ms, memory }) => `${ms.toFixed(0)} (${memory.toFixed(1)})`);
  const verdict = isLinear && isSmall ? '' : '  TOO MUCH';
  process.stdout.write(`  ${shape.padEnd(15)} ${words.join('  ')}${verdict}\n`);
  return isLinear && isSmall;
}

function inOwnProcess(task: string, shape: string, size: number): Figure {
  const args = [import.meta.filename, task, shape, String(size)];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${task} ${shape} ${size} MB: ${stderr.slice(-400)}`);
  return JSON.parse(stdout) as Figure;
}

function runAlone(task: string, shape: string, size: number): Figure {
  const piece = SHAPES[shape] ?? '';
  const bytes = size * 1e6;
  const html = (HEADS[shape] ?? '') + Buffer.alloc(bytes, piece).toString();
  const before = process.resourceUsage().maxRSS;
  const startedMs = performance.now();
  if (task === 'scan') scanHtml(html);
  else readFixture(html);
  const ms = performance.now() - startedMs;
  const grown = (process.resourceUsage().maxRSS - before) * 1024;
  return { ms, memory: grown / bytes };
}

if (process.argv[1] === import.meta.filename) {
  const [task = '', shape = '', size = ''] = process.argv.slice(2);
  process.stdout.write(JSON.stringify(runAlone(task, shape, Number(size))));
}
