import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { serveCity } from '#city/serve-city.ts';
import type { InspectRequest } from './inspect-city.ts';
import { inspectCity } from './inspect-city.ts';
import type { Watch } from './watch.ts';
import { Workshop } from './workshop.ts';

let city: Awaited<ReturnType<typeof serveCity>>;
let parent: string;
const workshop = new Workshop(1);

before(async () => {
  parent = mkdtempSync(join(tmpdir(), 'xunwang-workshop-'));
  city = await serveCity({ seed: 5, sites: 2, pages: 120 });
});
after(async () => {
  await workshop.close();
  await city.close();
  rmSync(parent, { recursive: true, force: true });
});

function request(name: string, site: number): InspectRequest {
  return {
    sites: city.sites.slice(site, site + 1),
    out: join(parent, name),
    rubric: 'cn-census-2015',
    overlays: [],
    asOf: city.truth.asOf,
    recheck: { times: 2, spacingMs: 3_600_000 },
    limits: { maxPages: 10_000, maxBodyBytes: 8 << 20, timeoutMs: 15_000 },
    robots: 'obey',
    browser: 'off',
    pictures: 0,
    allowNet: ['127.0.0.0/8'],
    language: 'zh',
  };
}

/** A watch with a clock of its own, which its waits move on. */
function watch(signal = new AbortController().signal, report: Watch['report'] = () => undefined) {
  let nowMs = Date.parse('2019-05-27T01:00:00.000Z');
  const waited: number[] = [];
  const now = () => new Date(nowMs).toISOString();
  const wait = async (waitMs: number) => {
    waited.push(waitMs);
    nowMs += waitMs;
  };
  return { now, wait, signal, report, workshop, waited };
}

test('runs at once share a thread, each by its own clock, and are judged as alone', async () => {
  const watches = [watch(), watch()];
  const shared = await Promise.all(
    watches.map((one, site) => inspectCity(request(`shared-${site}`, site), one)),
  );
  for (const [site, { judged }] of shared.entries()) {
    const alone = await inspectCity(request(`alone-${site}`, site), {
      ...watch(),
      workshop: new Workshop(0),
    });
    const [one, other] = [judged[0], alone.judged[0]];
    assert.ok(one && other);
    const told = ({ findings }: typeof one.result) =>
      findings.map(({ kind, url, state }) => [kind, url, state]);
    assert.deepEqual(told(one.result), told(other.result));
    assert.deepEqual(one.channels, other.channels);
  }
  assert.ok(
    watches.some(({ waited }) => waited.length > 0 && waited.every((ms) => ms === 3_600_000)),
  );
});

test('one that is stopped leaves the others alone, and a closed workshop opens threads anew', async () => {
  await workshop.close();
  const stop = new AbortController();
  const stopped = inspectCity(
    request('stopped', 0),
    watch(stop.signal, ({ pages }) => {
      if (pages > 2) stop.abort();
    }),
  );
  const other = inspectCity(request('other', 1), watch());
  assert.equal((await stopped).result, null);
  assert.ok((await other).result);
});

test('a thread that is ended fails its sites, and the next site gets another', async () => {
  const failing = inspectCity(
    request('failing', 0),
    watch(undefined, ({ pages }) => {
      if (pages > 2) void workshop.threads?.close();
    }),
  );
  await assert.rejects(failing, /threads were closed/);
  assert.ok((await inspectCity(request('after', 0), watch())).result);
});
