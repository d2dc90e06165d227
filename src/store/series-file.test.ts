import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { Refusal } from '#base/refusal.ts';
import type { Probe } from '#domain/availability.ts';
import { createSeriesFile, loadSeries, openSeriesFile } from './series-file.ts';
import { sampleSite } from './testing/sample-run.ts';

const folder = mkdtempSync(join(tmpdir(), 'xunwang-series-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const startsAt = '2019-05-20T01:30:00.000Z';
const head = {
  site: sampleSite,
  plan: { startsAt, days: 7, visitsPerDay: 24, seed: 'a' },
  timeoutMs: 15_000,
  controls: [],
};
let files = 0;
const freshPath = () => join(folder, `${files++}`, 'availability.jsonl');

function probe(number: number): Probe {
  const at = new Date(Date.parse(startsAt) + number * 3_600_000).toISOString();
  return {
    id: `p${String(number).padStart(6, '0')}`,
    due: at,
    at,
    tries: 1,
    outcome: { kind: 'failed', why: 'refused', detail: '', ms: 1 },
    finalUrl: sampleSite.homepage,
    openMs: 1,
    firstByteMs: null,
    isBlocked: false,
    saysMissing: false,
    controls: { asked: 3, answered: 3 },
    isLost: false,
  };
}

function seriesOf(count: number): string {
  const path = freshPath();
  const file = createSeriesFile(path, head);
  for (let number = 1; number <= count; number++) file.keepProbe(probe(number));
  return path;
}

const window = { from: startsAt, to: '2019-05-20T03:30:00.000Z', reportedAt: startsAt };

test('a series is read back as it was kept', () => {
  const path = seriesOf(3);
  openSeriesFile(path)?.keepMaintenance(window, startsAt);
  const series = loadSeries(path);
  assert.deepEqual(series?.probes, [1, 2, 3].map(probe));
  assert.deepEqual(series.maintenance, [window]);
  assert.deepEqual(series.plan, head.plan);
  assert.equal(loadSeries(join(folder, 'nothing')), null);
});

test('cut at any byte, a series keeps every whole line and goes on', () => {
  const whole = readFileSync(seriesOf(4));
  const firstLine = whole.indexOf(10) + 1;
  fc.assert(
    fc.property(fc.integer({ min: firstLine, max: whole.length }), (length) => {
      const path = freshPath();
      createSeriesFile(path, head);
      writeFileSync(path, whole.subarray(0, length));
      const lines = whole.subarray(0, length).toString('utf8').split('\n').length - 2;
      const file = openSeriesFile(path);
      assert.equal(file?.series.probes.length, lines);
      file.keepProbe(probe(9));
      assert.equal(loadSeries(path)?.probes.length, lines + 1);
    }),
    { numRuns: 60 },
  );
});

test('a changed or missing line is noticed, and named', () => {
  const path = seriesOf(4);
  const text = readFileSync(path, 'utf8');
  const lines = text.split('\n');
  const changed = text.replace('"refused"', '"timeout"');
  const shorter = [...lines.slice(0, 2), ...lines.slice(3)].join('\n');
  for (const [bad, line] of [
    [changed, 3],
    [shorter, 3],
    [`${text}{}\n`, 6],
  ] as const) {
    writeFileSync(path, bad);
    assert.throws(
      () => loadSeries(path),
      (error) =>
        error instanceof Refusal && error.code === 'series-damaged' && error.args.line === line,
    );
  }
});

test('two programs do not write one series', () => {
  const path = seriesOf(1);
  const [one, other] = [openSeriesFile(path), openSeriesFile(path)];
  one?.keepProbe(probe(2));
  assert.throws(() => other?.keepProbe(probe(2)), { code: 'series-busy' });
  assert.equal(loadSeries(path)?.probes.length, 2);
});
