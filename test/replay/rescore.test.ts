import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { addDays, type CivilDate } from '#base/civil-date.ts';
import type { Finding } from '#domain/finding.ts';
import { scoreRun } from '#office/score-run.ts';
import { callXunwang } from '../doors/call-xunwang.ts';
import { makeSmallRun, type SmallRun } from './small-city.ts';

let run: SmallRun;
before(async () => {
  run = await makeSmallRun();
});
after(() => run.remove());

const request = { rubric: null, overlays: [], asOf: null };

test('a saved run scores byte for byte the same in New York and in Shanghai', async () => {
  const score = (env: Record<string, string>) => callXunwang(['score', run.dir, '--json'], { env });
  const [west, east] = await Promise.all([
    score({ TZ: 'America/New_York', LC_ALL: 'C' }),
    score({ TZ: 'Asia/Shanghai', LC_ALL: 'zh_CN.UTF-8' }),
  ]);
  assert.equal(west.code, 0, west.stderr);
  assert.equal(east.code, 0, east.stderr);
  assert.equal(west.stdout, readFileSync(join(run.dir, 'result.json'), 'utf8'));
  assert.equal(east.stdout, west.stdout);
});

test('both packaged rubrics score the same run, each by its own name and hash', () => {
  const census = scoreRun({ ...request, dir: run.dir, rubric: 'cn-census-2015' });
  const indicators = scoreRun({ ...request, dir: run.dir, rubric: 'cn-indicators-2019' });
  assert.deepEqual(census.after, run.result);
  assert.deepEqual(indicators.before, run.result);
  assert.equal(indicators.after.rubric.id, 'cn-indicators-2019');
  assert.notEqual(indicators.after.rubric.hash, run.result.rubric.hash);
  for (const site of indicators.after.sites) {
    // Departments are judged by the vetoes alone: nothing is deducted.
    if (site.kind === 'department') assert.deepEqual(site.deductions, []);
  }
});

test('an overlay moves the pass line and nothing else', () => {
  const { before: plain, after: strict } = scoreRun({
    ...request,
    dir: run.dir,
    overlays: ['hubei-pass-line-80'],
  });
  assert.equal(strict.passLine, 80);
  assert.deepEqual(strict.rubric.overlays, ['hubei-pass-line-80']);
  for (const [index, site] of strict.sites.entries()) {
    const before = plain.sites[index];
    assert.equal(site.score, before?.score);
    assert.deepEqual(site.findings, before?.findings);
    if (site.score !== null) assert.equal(site.verdict === 'pass', site.score >= 80);
  }
});

test('each channel of a saved run is late from the day after its boundary, not before', () => {
  const { asOf } = run.result;
  const known = new Set(lateChannels(asOf).map(({ url }) => url));
  const later = lateChannels(addDays(asOf, 16)).filter(({ url }) => !known.has(url));
  assert.ok(later.length > 0, 'some news channel of the city is late 16 days on');
  const newestDays = [...new Set(later.map(({ measure }) => String(measure.newest)))];
  for (const newest of newestDays.slice(0, 3)) {
    const channels = later.filter(({ measure }) => measure.newest === newest);
    assert.ok(channels.every(({ measure }) => measure.clock === 'P14D'));
    const urls = channels.map(({ url }) => url);
    const lateOn = (day: CivilDate) => lateChannels(day).map(({ url }) => url);
    const onBoundary = lateOn(addDays(newest, 14));
    const dayAfter = lateOn(addDays(newest, 15));
    assert.deepEqual(
      dayAfter.filter((url) => !onBoundary.includes(url)).toSorted(),
      urls.toSorted(),
    );
    assert.deepEqual(
      onBoundary.filter((url) => !dayAfter.includes(url)),
      [],
    );
  }
});

function lateChannels(asOf: CivilDate): Finding[] {
  const { after: result } = scoreRun({ ...request, dir: run.dir, asOf });
  return result.sites
    .flatMap(({ findings }) => findings)
    .filter(({ kind, measure }) => kind === 'channel-stale' && measure.newest !== null);
}
