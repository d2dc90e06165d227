import { performance } from 'node:perf_hooks';
import { availableParallelism } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { openOfficeRange, type OfficeRange } from '../test/doors/office-range.ts';
import type { BenchOptions } from './run.ts';

// npm run bench -- workers [--rounds N] : one campaign by one to four `xunwang work`, processes of
// their own on one PostgreSQL. Each inspects two sites at once and has no threads, so that one is
// too little for the machine.

const MOST_WORKERS = 4;
const CITY = { seed: 11, sites: 16, pages: 2400 };
const ONE_WORKER = { XUNWANG_THREADS: '0', XUNWANG_SITES_AT_ONCE: '2' };

interface Figure {
  workers: number;
  seconds: number;
  pagesASecond: number;
  /** Sites that two workers were on at once: none, or the benchmark is worth nothing. */
  twice: number;
}

export async function benchWorkers({ rounds, json, only }: BenchOptions): Promise<void> {
  const range = await openOfficeRange(CITY);
  try {
    const counts = Array.from({ length: MOST_WORKERS }, (_, index) => index + 1).filter(
      (count) => only.length === 0 || only.includes(String(count)),
    );
    const figures: Figure[] = [];
    for (const count of counts) {
      const rows: Figure[] = [];
      for (let round = 0; round < rounds; round++) rows.push(await measure(range, count));
      figures.push(medianOf(rows));
    }
    process.stdout.write(json ? `${JSON.stringify(figures)}\n` : table(figures));
    if (figures.some(({ twice }) => twice > 0)) process.exitCode = 1;
  } finally {
    await range.close();
  }
}

async function measure(range: OfficeRange, count: number): Promise<Figure> {
  const workers = Array.from({ length: count }, () => range.worker(ONE_WORKER));
  await Promise.all(workers.map((worker) => worker.until('ready')));
  const started = performance.now();
  const id = await range.campaign();
  while (await isRunning(range, id)) await sleep(50);
  const seconds = (performance.now() - started) / 1000;
  await Promise.all(workers.map((worker) => worker.stop()));
  const rows = await range.office.db
    .selectFrom('inspections')
    .select(['id', 'card'])
    .where('campaign_id', '=', id)
    .execute();
  const pages = rows.reduce((sum, { card }) => sum + (card?.totals.pages ?? 0), 0);
  const twice = await sitesTakenTwice(
    range,
    rows.map((row) => row.id),
  );
  return { workers: count, seconds, pagesASecond: pages / seconds, twice };
}

async function isRunning({ office }: OfficeRange, id: number): Promise<boolean> {
  const row = await office.db
    .selectFrom('campaigns')
    .select('state')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return row.state === 'running';
}

/** By the ledger: a site that was begun again before it had ended. */
async function sitesTakenTwice({ office }: OfficeRange, ids: number[]): Promise<number> {
  const begun = await office.db
    .selectFrom('ledger')
    .select('thing_id')
    .where('act', '=', 'inspection.running')
    .where('thing_id', 'in', ids)
    .execute();
  return begun.length - new Set(begun.map((line) => line.thing_id)).size;
}

function medianOf(rows: Figure[]): Figure {
  const sorted = rows.toSorted((a, b) => a.seconds - b.seconds);
  const median = sorted[Math.floor(sorted.length / 2)] as Figure;
  return { ...median, twice: rows.reduce((sum, row) => sum + row.twice, 0) };
}

function table(figures: Figure[]): string {
  const head = `cores ${availableParallelism()}; ${CITY.sites} sites\nworkers  seconds  pages/s  twice\n`;
  const lines = figures.map(({ workers, seconds, pagesASecond, twice }) =>
    [
      String(workers).padStart(7),
      seconds.toFixed(1).padStart(8),
      pagesASecond.toFixed(0).padStart(8),
      String(twice).padStart(6),
    ].join(' '),
  );
  return `${head}${lines.join('\n')}\n`;
}
