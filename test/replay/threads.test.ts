import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { type CityInThread, serveInThread } from '#city/serve-in-thread.ts';
import type { Visit } from '#domain/visit.ts';
import { inspectCity } from '#office/inspect-city.ts';
import { verifyRun } from '#office/verify-run.ts';
import type { RunFolder } from '#store/run-folder.ts';
import { cityRequest, quietWatch } from '../city/inspect-simulated-city.ts';
import { smallCity } from './small-city.ts';
import { stableResult } from './stable-result.ts';

let city: CityInThread;
let parent: string;

before(async () => {
  parent = mkdtempSync(join(tmpdir(), 'xunwang-threads-'));
  city = await serveInThread(smallCity);
  // The city has links that fail for the first who asks and work from then on.
  await inspect('first', 0);
});
after(async () => {
  await city.close();
  rmSync(parent, { recursive: true, force: true });
});

async function inspect(name: string, threads: number): Promise<RunFolder> {
  const request = { ...cityRequest, sites: city.sites, out: join(parent, name) };
  const watch = threads > 0 ? { ...quietWatch(), threads } : quietWatch();
  const { folder, result } = await inspectCity({ ...request, asOf: city.truth.asOf }, watch);
  assert.ok(result);
  return folder;
}

/** The facts of a site by the address they were read from, and the visits by theirs. */
function saved(folder: RunFolder, key: string) {
  const lines = (file: string) =>
    readFileSync(folder.path(`sites/${key}/${file}`), 'utf8')
      .trimEnd()
      .split('\n');
  const visits = lines('visits.jsonl').map((line) => JSON.parse(line) as Visit);
  return {
    facts: lines('facts.jsonl'),
    visits: visits.map(({ id, look, url, purpose, outcome }) => {
      const told = outcome.kind === 'answered' ? outcome.bodyHash : outcome.why;
      return [id, look, url, purpose, told];
    }),
  };
}

test('threads, and pages read for them by the one that fetches, change nothing', async () => {
  const [plain, threaded] = [await inspect('plain', 0), await inspect('threaded', 1)];
  for (const { key } of city.sites) {
    assert.deepEqual(saved(threaded, key), saved(plain, key), key);
  }
  const stable = (folder: RunFolder) => stableResult(folder.readResult() ?? assert.fail());
  assert.deepEqual(stable(threaded), stable(plain));
  const doubts = verifyRun(threaded.dir).doubts.filter(({ file }) => file.startsWith('sites/'));
  assert.deepEqual(doubts, []);
});
