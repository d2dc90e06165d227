import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { type CityInThread, serveInThread } from '#city/serve-in-thread.ts';
import { sitesCsv } from '#cli/sites-csv.ts';
import type { Result } from '#domain/result.ts';
import type { Visit } from '#domain/visit.ts';
import { verifyRun } from '#office/verify-run.ts';
import { callInProcess } from './call-in-process.ts';
import { program } from './call-xunwang.ts';
import { savedSoFar } from './saved-visits.ts';

/** What one kill came to. */
export interface Killed {
  /** From the moment the run had begun. */
  afterMs: number;
  /** Kept when it was struck. */
  visits: number;
  /** It came too late: the run had ended. */
  isLate: boolean;
  /** In what the resumed run differs from the undisturbed one; empty as it should be. */
  differences: string[];
}

/** A small city, with what an undisturbed inspection of it comes to. */
export interface KillRange {
  /** How long the undisturbed run took, from its beginning. Milliseconds. */
  wholeMs: number;
  /** Starts an inspection as a process group, kills the group, resumes, compares. */
  kill(afterMs: number): Promise<Killed>;
  close(): Promise<void>;
}

/** Everything a run says but for times. */
interface Told {
  result: unknown;
  visits: Record<string, unknown[]>;
}

/** Serves a city and inspects it undisturbed: once to warm its links up, once to compare with. */
export async function openKillRange(plan: { seed: number; sites: number }): Promise<KillRange> {
  const city = await serveInThread(plan);
  const parent = mkdtempSync(join(tmpdir(), 'xunwang-kills-'));
  let wholeMs = 0;
  for (const out of ['warm-up', 'undisturbed'].map((name) => join(parent, name))) {
    const run = startInspection(city, parent, out);
    const startedAt = await begunAt(out);
    await run.ended;
    wholeMs = performance.now() - startedAt;
  }
  const undisturbed = toldBy(join(parent, 'undisturbed'));
  let count = 0;
  return {
    wholeMs,
    kill: (afterMs) =>
      strike(city, parent, join(parent, `killed-${count++}`), afterMs, undisturbed),
    async close() {
      await city.close();
      rmSync(parent, { recursive: true, force: true });
    },
  };
}

async function strike(
  city: CityInThread,
  parent: string,
  out: string,
  afterMs: number,
  undisturbed: Told,
): Promise<Killed> {
  const run = startInspection(city, parent, out);
  await begunAt(out);
  await sleep(afterMs);
  run.kill();
  await run.ended;
  const isLate = existsSync(join(out, 'finished.json'));
  const { visits } = savedSoFar(out);
  const call = await callInProcess(['inspect', '--resume', '--out', out, '--no-pdf']);
  const isThere = existsSync(join(out, 'result.json'));
  const differences = isThere ? compare(out, undisturbed) : [call.stderr];
  rmSync(out, { recursive: true });
  return { afterMs, visits, isLate, differences };
}

function startInspection(city: CityInThread, parent: string, out: string) {
  const list = join(parent, 'sites.csv');
  writeFileSync(list, sitesCsv(city.sites));
  const words = ['inspect', list, '--out', out, '--no-pdf', '--as-of', city.truth.asOf];
  words.push('--allow-net', '127.0.0.0/8', '--recheck', '2x200ms');
  const child = spawn(process.execPath, [program, ...words], { stdio: 'ignore', detached: true });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    ended,
    kill() {
      if (child.exitCode === null && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    },
  };
}

/** Waits until a run has written what it was asked to do. */
async function begunAt(out: string): Promise<number> {
  while (!existsSync(join(out, 'run.json'))) await sleep(2);
  return performance.now();
}

function compare(out: string, undisturbed: Told): string[] {
  const told = toldBy(out);
  const differences = verifyRun(out).doubts.map((doubt) => JSON.stringify(doubt));
  if (!isDeepStrictEqual(told.result, undisturbed.result)) differences.push('another result');
  for (const [site, visits] of Object.entries(undisturbed.visits)) {
    if (!isDeepStrictEqual(told.visits[site], visits)) differences.push(`other visits of ${site}`);
  }
  return differences;
}

function toldBy(out: string): Told {
  const result = JSON.parse(readFileSync(join(out, 'result.json'), 'utf8')) as Result;
  const visits: Told['visits'] = {};
  for (const site of readdirSync(join(out, 'sites'))) {
    const lines = readFileSync(join(out, 'sites', site, 'visits.jsonl'), 'utf8').trimEnd();
    visits[site] = lines.split('\n').map((line) => withoutTimes(JSON.parse(line) as Visit));
  }
  return { result: withoutTimes(result), visits };
}

const TIMES = new Set(['at', 'ms', 'startedAt', 'finishedAt', 'date', 'last-modified']);

/** The same value without instants and durations. */
function withoutTimes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutTimes);
  if (value === null || typeof value !== 'object') return value;
  const members = Object.entries(value).filter(([name]) => !TIMES.has(name));
  return Object.fromEntries(members.map(([name, member]) => [name, withoutTimes(member)]));
}
