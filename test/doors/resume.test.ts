import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, test, type TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { type CityInThread, serveInThread } from '#city/serve-in-thread.ts';
import { sitesCsv } from '#cli/sites-csv.ts';
import { verifyRun } from '#office/verify-run.ts';
import { stableResult } from '../replay/stable-result.ts';
import { type Call, type CallOptions, callXunwang } from './call-xunwang.ts';
import { type Saved, savedSoFar } from './saved-visits.ts';
import { mountSmallDisk } from './small-disk.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Two random sites of few pages: every test here inspects them twice. */
const smallestCity = { seed: 4, sites: 2 };
let city: CityInThread;
let uninterrupted: unknown;

before(async () => {
  city = await serveInThread(smallestCity);
  // The city has links that fail for the first who asks and work from then on.
  const folders = [
    mkdtempSync(join(tmpdir(), 'xunwang-')),
    mkdtempSync(join(tmpdir(), 'xunwang-')),
  ];
  for (const folder of folders) {
    const call = await inspect(folder);
    assert.ok(existsSync(join(folder, 'out/result.json')), call.stderr);
    uninterrupted = resultIn(join(folder, 'out'));
    rmSync(folder, { recursive: true });
  }
});
after(() => city.close());

type Signal = 'SIGINT' | 'SIGKILL';

/** When to strike: told by what the run has saved, never by the clock. */
const moments: { when: string; by: Signal[]; isReached: (saved: Saved) => boolean }[] = [
  { when: 'at its very beginning', by: ['SIGINT'], isReached: ({ isBegun }) => isBegun },
  { when: 'with its first visits kept', by: ['SIGKILL'], isReached: ({ visits }) => visits >= 1 },
  {
    when: 'in the middle of its crawl',
    by: ['SIGINT', 'SIGKILL'],
    isReached: ({ visits }) => visits >= 60,
  },
  {
    when: 'between crawl and recheck',
    by: ['SIGINT', 'SIGKILL'],
    isReached: ({ crawled }) => crawled >= 1,
  },
];

test('an interrupted run is resumed to the result of an uninterrupted one', {
  concurrency: 2,
}, async (all) => {
  const cases = moments.flatMap(({ when, by, isReached }) =>
    by.map((signal) =>
      all.test(`stopped by ${signal} ${when}`, async (one) => {
        const folder = temporaryFolder(one);
        assertStopped(await strike(folder, signal, isReached), signal);
        await goOn(one, folder);
      }),
    ),
  );
  await Promise.all(cases);
});

function assertStopped(call: Call, signal: Signal): void {
  if (signal === 'SIGKILL') {
    assert.equal(call.signal, 'SIGKILL');
    return;
  }
  assert.equal(call.code, 130, call.stderr);
  assert.match(call.stderr, /--resume --out out/);
  assert.equal(call.stdout, '');
}

test('a run may be interrupted again and again', async (one) => {
  const folder = temporaryFolder(one);
  await strike(folder, 'SIGINT', ({ visits }) => visits >= 15);
  for (const visits of [50, 90]) {
    await strike(folder, 'SIGKILL', (saved) => saved.visits >= visits, ['--resume']);
  }
  await goOn(one, folder);
});

test('a run that met a full disk goes on to the same result when there is room', async (one) => {
  const folder = temporaryFolder(one);
  const disk = mountSmallDisk(one, '400k');
  const out = disk === null ? 'out' : join(disk.path, 'out');
  const limit = disk === null ? { maxFileBytes: 200_000 } : {};
  const call = await inspect(folder, ['--out', out], limit);
  assert.equal(call.code, 2, call.stderr);
  assert.match(call.stderr, /磁盘已满|超过了文件系统或进程允许的最大文件/);
  assert.match(call.stderr, /已保存的内容都在/);
  assert.equal(existsSync(join(folder, out, 'result.json')), false);
  disk?.remount('size=64m');
  await goOn(one, folder, out);
});

test('what needs a result says how to get it while the run is unfinished', async (one) => {
  const folder = temporaryFolder(one);
  await strike(folder, 'SIGKILL', ({ visits }) => visits >= 1);
  for (const command of ['score', 'verify', 'publish']) {
    const unfinished = await callXunwang([command, 'out'], { cwd: folder });
    assert.equal(unfinished.code, 2);
    assert.match(unfinished.stderr, /xunwang inspect --resume --out/);
  }
});

test('a finished run that is resumed again says the same and visits nothing', async (one) => {
  const folder = temporaryFolder(one);
  await inspect(folder);
  const visits = savedSoFar(join(folder, 'out')).visits;
  await inspect(folder, ['--resume']);
  assert.deepEqual(resultIn(join(folder, 'out')), uninterrupted);
  assert.equal(savedSoFar(join(folder, 'out')).visits, visits);
});

/** Inspects the small city, or goes on with it. The pause before the recheck is long enough to hit. */
function inspect(
  folder: string,
  more: readonly string[] = [],
  how: Pick<CallOptions, 'onStart' | 'maxFileBytes'> = {},
): Promise<Call> {
  writeFileSync(join(folder, 'sites.csv'), sitesCsv(city.sites));
  const fresh = ['sites.csv', '--as-of', city.truth.asOf, '--allow-net', '127.0.0.0/8'];
  const targets = more.includes('--resume') ? [] : [...fresh, '--recheck', '1x500ms'];
  const args = ['inspect', ...targets, '--out', 'out', '--no-pdf', ...more];
  return callXunwang(args, { cwd: folder, ...how });
}

/** Inspects until a moment is reached, then sends the signal. */
async function strike(
  folder: string,
  signal: Signal,
  isReached: (saved: Saved) => boolean,
  more: readonly string[] = [],
): Promise<Call> {
  const call = await inspect(folder, more, {
    onStart: (child) => void watch(child, folder, signal, isReached),
  });
  assertNothingLeft(folder);
  return call;
}

async function watch(
  child: ChildProcess,
  folder: string,
  signal: Signal,
  isReached: (saved: Saved) => boolean,
): Promise<void> {
  while (child.exitCode === null && child.signalCode === null) {
    if (isReached(savedSoFar(join(folder, 'out')))) {
      child.kill(signal);
      return;
    }
    await sleep(2);
  }
}

async function goOn(one: TestContext, folder: string, out = 'out'): Promise<void> {
  const dir = resolve(folder, out);
  one.diagnostic(`${savedSoFar(dir).visits} visits were kept`);
  assert.equal(existsSync(join(dir, 'result.json')), false, 'it was interrupted in time');
  await inspect(folder, ['--resume', '--out', out]);
  assertNothingLeft(folder);
  assert.deepEqual(resultIn(dir), uninterrupted);
  assert.deepEqual(verifyRun(dir).doubts, []);
}

function resultIn(dir: string): unknown {
  return stableResult(JSON.parse(readFileSync(join(dir, 'result.json'), 'utf8')));
}

/** No process of this run is alive; told by the working folder, where the system shows it. */
function assertNothingLeft(folder: string): void {
  if (!existsSync('/proc/self/cwd')) return;
  const alive = readdirSync('/proc').filter((id) => /^\d+$/.test(id) && workingIn(id) === folder);
  assert.deepEqual(alive, []);
}

function workingIn(id: string): string | null {
  try {
    return readlinkSync(`/proc/${id}/cwd`);
  } catch {
    return null;
  }
}
