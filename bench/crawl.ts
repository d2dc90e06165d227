import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseUrl, targetKey } from '#base/url.ts';
import { measure } from './crawl-measure.ts';
import type { Job, Runner } from './crawl-runner.ts';
import { peerRunners } from './crawl-peers.ts';
import { type Figures, figuresOf, linearity, type RunFigures, tableOf } from './crawl-figures.ts';
import { startServer, type Work, worksOf } from './crawl-work.ts';
import { xunwang } from './crawl-xunwang.ts';
import { type ServerCost, serverCost } from './serve-cost.ts';
import type { BenchOptions } from './run.ts';

/** A crawl that is not done by then counts as never done. */
const LIMIT_MS = 30 * 60_000;
/** For each page of a large site, where that is more. */
const PAGE_LIMIT_MS = 6;
/** Of a failed crawl's last words, what is shown. Characters. */
const LOG_TAIL = 1500;

/**
 * Xunwang's full inspection beside crawlers and link checkers on the same work, each in processes
 * of its own, one after the other, the order rotated from round to round.
 */
export async function benchCrawl(options: BenchOptions): Promise<void> {
  const { only, json, rounds } = options;
  const runners = [xunwang, ...peerRunners()].filter(
    ({ name }) => only.length === 0 || only.includes(name),
  );
  const installed = runners.filter(({ version }) => version !== null);
  const missing = runners.filter(({ version }) => version === null).map(({ name }) => name);
  const machine = `${cpus()[0]?.model ?? 'unknown'}, ${availableParallelism()} cores`;
  const figures: Figures[] = [];
  const servers: (ServerCost & { work: string })[] = [];
  for (const work of worksOf(options.work, options.pages)) {
    const cost = await costOf(work);
    const measured = await crawlAll(work, installed, rounds);
    figures.push(...measured);
    servers.push({ work: work.name, ...cost });
    if (!json) process.stdout.write(`${tableOf(work, measured)}${serverWords(cost)}\n`);
    // Works grow: what a smaller one broke, a larger one breaks later.
    if (work.isAlone && measured.some(({ failure }) => failure !== null)) break;
  }
  const fit = linearity(figures);
  if (json) {
    const date = new Date().toISOString().slice(0, 10);
    const settings = Object.fromEntries(installed.map((one) => [one.name, one.settings]));
    process.stdout.write(
      `${JSON.stringify({ date, machine, rounds, servers, figures, fit, settings, missing })}\n`,
    );
    return;
  }
  if (fit) process.stdout.write(`${fit.words}\n`);
  for (const { name, version, settings } of installed) {
    process.stdout.write(`${`${name} ${version ?? ''}`.padEnd(18)} ${settings}\n`);
  }
  for (const name of missing) {
    process.stdout.write(`${name} is missing: bench/peers/setup installs it where it can\n`);
  }
}

async function costOf({ order }: Work): Promise<ServerCost> {
  const server = await startServer(order);
  try {
    return await serverCost(server);
  } finally {
    server.close();
  }
}

function serverWords({ requestsPerSecond, microsecondsPerRequest }: ServerCost): string {
  const speed = `${requestsPerSecond.toFixed(0)} requests/s`;
  return `the server alone: ${speed}, ${microsecondsPerRequest.toFixed(0)} µs of CPU a request\n`;
}

async function crawlAll(
  work: Work,
  runners: readonly Runner[],
  rounds: number,
): Promise<Figures[]> {
  const runs = new Map<Runner, RunFigures[]>();
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < runners.length; turn++) {
      const runner = runners[(turn + round) % runners.length];
      if (!runner || (work.isAlone && runner !== xunwang)) continue;
      const figures = await crawlOnce(work, runner);
      if (figures) runs.set(runner, [...(runs.get(runner) ?? []), figures]);
      const words = figures ? `${figures.wallSeconds.toFixed(1)} s` : 'does not fit';
      process.stderr.write(`${work.name} ${runner.name}: ${words}\n`);
    }
  }
  return runners.flatMap((runner) => {
    const own = runs.get(runner);
    return own ? [figuresOf(work, runner, own)] : [];
  });
}

/** A fresh server for every crawl: some answers change with the number of times they are asked. */
async function crawlOnce(work: Work, runner: Runner): Promise<RunFigures | null> {
  const folder = mkdtempSync(join(tmpdir(), 'xunwang-bench-'));
  const server = await startServer(work.order);
  const job: Job = { served: server.served, timeoutSeconds: work.timeoutSeconds, folder };
  try {
    if (!runner.fits(job)) return null;
    const before = await server.use();
    const log = join(folder, 'log.txt');
    const use = await measure(runner.command(job), log, limitOf(work));
    const after = await server.use();
    return {
      ...use,
      ...outcomeOf(runner, job, log),
      requests: after.requests - before.requests,
      serverCpuSeconds: after.cpuSeconds - before.cpuSeconds,
    };
  } finally {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function limitOf({ order: { pages, hosts } }: Work): number {
  return Math.max(LIMIT_MS, pages * hosts * PAGE_LIMIT_MS);
}

function outcomeOf(runner: Runner, job: Job, log: string) {
  try {
    const { pages, links, dead } = runner.outcome(job);
    const truth = new Set(job.served.dead.map(keyOf));
    const found = new Set(dead.map(keyOf));
    return {
      // A page that was fetched twice is still one page.
      pages: Math.min(pages, job.served.pages),
      links,
      deadRight: [...truth].filter((url) => found.has(url)).length,
      deadMissed: [...truth].filter((url) => !found.has(url)),
      deadWrong: [...found].filter((url) => !truth.has(url)),
      failure: null,
    };
  } catch (error) {
    const failure = `${String(error)}\n${readFileSync(log, 'utf8').slice(-LOG_TAIL)}`;
    return { pages: 0, links: 0, deadRight: 0, deadMissed: [], deadWrong: [], failure };
  }
}

/** Addresses are compared without fragment and session id, which are no part of the truth. */
function keyOf(url: string): string {
  const parsed = parseUrl(url);
  return parsed === null ? url : targetKey(parsed);
}
