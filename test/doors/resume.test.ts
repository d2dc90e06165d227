import assert from 'node:assert/strict';
import { type ChildProcess, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { after, before, test, type TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { type CityInThread, serveInThread } from '#city/serve-in-thread.ts';
import { sitesCsv } from '#cli/sites-csv.ts';
import { verifyRun } from '#office/verify-run.ts';
import { stableResult } from '../replay/stable-result.ts';
import { callInProcess } from './call-in-process.ts';
import { type Call, callXunwang } from './call-xunwang.ts';
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
  for (const _ of ['to warm it up', 'to compare with']) {
    const folder = mkdtempSync(join(tmpdir(), 'xunwang-'));
    const call = await callInProcess(wordsOf(folder, join(folder, 'out')));
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
        await goOn(one, folder, 'out', when === 'in the middle of its crawl');
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
  const goingOn = ['inspect', '--resume', '--out', 'out', '--no-pdf'];
  for (const visits of [50, 90]) {
    await strike(folder, 'SIGKILL', (saved) => saved.visits >= visits, goingOn);
  }
  await goOn(one, folder);
});

test('a run that met a full disk goes on to the same result when there is room', async (one) => {
  const folder = temporaryFolder(one);
  const disk = mountSmallDisk(one, '400k');
  const out = disk === null ? 'out' : join(disk.path, 'out');
  const limit = disk === null ? { maxFileBytes: 200_000 } : {};
  const call = await callXunwang(wordsOf(folder, out), { cwd: folder, ...limit });
  assert.equal(call.code, 2, call.stderr);
  assert.match(call.stderr, /磁盘已满|超过了文件系统或进程允许的最大文件/);
  assert.match(call.stderr, /已保存的内容都在/);
  assert.equal(existsSync(join(folder, out, 'result.json')), false);
  disk?.remount('size=64m');
  await goOn(one, folder, out);
});

test('one Ctrl-C that arrives twice, from terminal and launcher, stops in order', async (one) => {
  const folder = temporaryFolder(one);
  const node = olderNode();
  if (node === null) one.diagnostic('no older Node on the path: started without the launcher');
  const onStart = (child: ChildProcess) =>
    void whenReached(
      child,
      folder,
      ({ visits }) => visits >= 1,
      () => {
        process.kill(-(child.pid ?? 0), 'SIGINT');
        if (node === null) child.kill('SIGINT');
      },
    );
  const options = { cwd: folder, detached: true, onStart, ...(node !== null && { node }) };
  assertStopped(await callXunwang(wordsOf(folder, 'out'), options), 'SIGINT');
  assertNothingLeft(folder);
  await goOn(one, folder);
});

test('when the launcher is killed, what it started stops in order', async (one) => {
  const node = olderNode();
  if (node === null) return one.skip('no older Node on the path: started without the launcher');
  const folder = temporaryFolder(one);
  const onStart = (child: ChildProcess) =>
    void whenReached(
      child,
      folder,
      ({ visits }) => visits >= 1,
      () => child.kill('SIGKILL'),
    );
  // The call ends when nobody holds its output any more: when the started process has ended too.
  const call = await callXunwang(wordsOf(folder, 'out'), { cwd: folder, onStart, node });
  assert.equal(call.signal, 'SIGKILL');
  assertNothingLeft(folder);
  await goOn(one, folder);
});

/** A Node on the path that needs the launcher, which starts the one that came with the package. */
function olderNode(): string | null {
  const nodes = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'node'));
  const isOlder = (node: string) => {
    const { stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' });
    const major = Number(/^v(\d+)/.exec(stdout ?? '')?.[1]);
    return major >= 18 && major < 24;
  };
  return nodes.find(isOlder) ?? null;
}

test('what needs a result says how to get it while the run is unfinished', async (one) => {
  const folder = temporaryFolder(one);
  await strike(folder, 'SIGKILL', ({ visits }) => visits >= 1);
  for (const command of ['score', 'verify', 'publish']) {
    const unfinished = await callInProcess([command, join(folder, 'out')]);
    assert.equal(unfinished.code, 2);
    assert.match(unfinished.stderr, /xunwang inspect --resume --out/);
  }
});

test('a finished run that is resumed again says the same and visits nothing', async (one) => {
  const folder = temporaryFolder(one);
  const out = join(folder, 'out');
  await callInProcess(wordsOf(folder, out));
  const { visits } = savedSoFar(out);
  await callInProcess(['inspect', '--resume', '--out', out, '--no-pdf']);
  assert.deepEqual(resultIn(out), uninterrupted);
  assert.equal(savedSoFar(out).visits, visits);
});

/** A call that inspects the city. The pause before the recheck is long enough to strike in. */
function wordsOf(folder: string, out: string): string[] {
  const list = join(folder, 'sites.csv');
  writeFileSync(list, sitesCsv(city.sites));
  const options = [
    '--as-of',
    city.truth.asOf,
    '--allow-net',
    '127.0.0.0/8',
    '--recheck',
    '1x400ms',
  ];
  return ['inspect', list, '--out', out, '--no-pdf', ...options];
}

/** Inspects, or goes on, until a moment is reached; then sends the signal. */
async function strike(
  folder: string,
  signal: Signal,
  isReached: (saved: Saved) => boolean,
  words: readonly string[] = wordsOf(folder, 'out'),
): Promise<Call> {
  const onStart = (child: ChildProcess) =>
    void whenReached(child, folder, isReached, () => child.kill(signal));
  const call = await callXunwang(words, { cwd: folder, onStart });
  assertNothingLeft(folder);
  return call;
}

async function whenReached(
  child: ChildProcess,
  folder: string,
  isReached: (saved: Saved) => boolean,
  act: () => void,
): Promise<void> {
  while (child.exitCode === null && child.signalCode === null) {
    if (isReached(savedSoFar(join(folder, 'out')))) return act();
    await sleep(2);
  }
}

/** Resumes the run; by a process of its own where asked, else within this one, which is quicker. */
async function goOn(
  one: TestContext,
  folder: string,
  out = 'out',
  isByProcess = false,
): Promise<void> {
  const dir = resolve(folder, out);
  one.diagnostic(`${savedSoFar(dir).visits} visits were kept`);
  assert.equal(existsSync(join(dir, 'result.json')), false, 'it was interrupted in time');
  const words = ['inspect', '--resume', '--out', dir, '--no-pdf'];
  if (isByProcess) await callXunwang(words);
  else await callInProcess(words);
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
