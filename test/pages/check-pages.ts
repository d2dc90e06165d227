import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openReader } from '#office/read-saved-page.ts';
import { type Comparison, comparePage, type MeasureName, measureNames } from './compare-page.ts';
import { openPageFolder, type PageFolder } from './page-label.ts';

// Measures the reader against labelled real pages, which are no part of the repository.
// npm run check:pages -- [--dir FOLDER] [--only kind]

/** Least shares (issue 4, acceptance 1); what stands not here is shown without a bar. */
const bars: Partial<Record<MeasureName, number>> = {
  kind: 0.95,
  'list.latest': 0.97,
  'list.items': 0.93,
  'article.date': 0.97,
  'blank.recall': 1,
  'blank.precision': 1,
  needsRendering: 0.95,
  'siteIdCode.printed': 1,
};

interface Tally {
  right: number;
  of: number;
  /** Comparisons of doubtful labels, outside the bar, and how many of them agree. */
  doubtful: number;
  doubtfulRight: number;
}

const { values } = parseArgs({
  options: {
    dir: { type: 'string', default: join(import.meta.dirname, '../../../shared/pages') },
    only: { type: 'string' },
  },
});

const folder = openPageFolder(values.dir);
if (folder === null) {
  process.stdout.write(`No labelled pages in ${values.dir}: nothing was measured.\n`);
  sayResult({ check: 'pages', folder: values.dir, absent: true, passed: true });
} else checkFolder(folder);

function checkFolder(pages: PageFolder): void {
  const reader = openReader();
  const tallies = new Map<MeasureName, Tally>();
  const misses: { file: string; one: Comparison }[] = [];
  let ms = 0;
  for (const label of pages.labels) {
    const bytes = readFileSync(join(pages.root, label.file));
    const asOf = pages.asOf.get(label.file) ?? '2024-12-31';
    const startedMs = performance.now();
    const facts = reader.read(bytes, label.url, asOf);
    ms += performance.now() - startedMs;
    for (const one of comparePage(label, facts)) {
      add(tallies, one);
      if (!one.isRight) misses.push({ file: label.file, one });
    }
  }
  printTable(tallies);
  printMisses(misses);
  const failed = measureNames.filter((name) => isBelow(name, tallies.get(name)));
  const figures = Object.fromEntries(
    [...tallies].map(([name, { right, of }]) => [name, [right, of]]),
  );
  const perPage = Number((ms / Math.max(1, pages.labels.length)).toFixed(2));
  const { length } = pages.labels;
  sayResult({
    check: 'pages',
    pages: length,
    figures,
    msPerPage: perPage,
    failed,
    passed: failed.length === 0,
  });
  process.exitCode = failed.length === 0 ? 0 : 1;
}

function add(tallies: Map<MeasureName, Tally>, one: Comparison): void {
  const tally = tallies.get(one.measure) ?? { right: 0, of: 0, doubtful: 0, doubtfulRight: 0 };
  tallies.set(one.measure, tally);
  if (one.isDoubtful) {
    tally.doubtful++;
    if (one.isRight) tally.doubtfulRight++;
    return;
  }
  tally.of++;
  if (one.isRight) tally.right++;
}

function isBelow(name: MeasureName, tally: Tally | undefined): boolean {
  const bar = bars[name];
  return bar !== undefined && tally !== undefined && tally.right < bar * tally.of;
}

function printTable(tallies: Map<MeasureName, Tally>): void {
  process.stdout.write('label                 right     of    share     bar   doubtful (agree)\n');
  for (const name of measureNames) {
    const tally = tallies.get(name);
    if (!tally) continue;
    const bar = bars[name];
    const cells = [
      name.padEnd(20),
      String(tally.right).padStart(6),
      String(tally.of).padStart(6),
      percent(tally.right / Math.max(1, tally.of)).padStart(8),
      (bar === undefined ? '' : percent(bar)).padStart(7),
      tally.doubtful > 0 ? `  ${tally.doubtful} (${tally.doubtfulRight})` : '',
      isBelow(name, tally) ? '  BELOW' : '',
    ];
    process.stdout.write(`${cells.join(' ').trimEnd()}\n`);
  }
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

function printMisses(misses: readonly { file: string; one: Comparison }[]): void {
  for (const { file, one } of misses) {
    if (values.only !== undefined && one.measure !== values.only) continue;
    const [expected, found] = [JSON.stringify(one.expected), JSON.stringify(one.found)];
    const doubt = one.isDoubtful ? ' (doubtful label)' : '';
    process.stdout.write(`${one.measure} ${file}: expected ${expected}, found ${found}${doubt}\n`);
  }
}

function sayResult(result: object): void {
  process.stdout.write(`${JSON.stringify(result)}\n`);
}
