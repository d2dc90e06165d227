import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgeProbe } from '#inspect/judge-series.ts';
import { chinaInstant } from './demo-clock.ts';
import { simulateProbes, type SiteSeason } from './simulate-probes.ts';

const hours = (day: string, from: string, to: string) => ({
  fromMs: Date.parse(chinaInstant(day, from)),
  toMs: Date.parse(chinaInstant(day, to)),
});

const season: SiteSeason = {
  homepage: 'http://127.0.1.1/',
  seed: 's01',
  from: '2019-04-20',
  to: '2019-05-10',
  down: [hours('2019-05-06', '00:00', '12:00')],
  ours: [hours('2019-05-08', '00:00', '12:00')],
};

test('the same site and season give the same visits, four a day and then twenty', () => {
  const probes = simulateProbes(season);
  assert.deepEqual(simulateProbes(season), probes);
  assert.equal(probes.length, 9 * 4 + 12 * 20);
  assert.deepEqual(
    probes.map(({ due }) => due),
    probes.map(({ due }) => due).toSorted(),
  );
});

test('an outage of the site fails, one of ours counts for nothing', () => {
  const resultsOf = (span: { fromMs: number; toMs: number }) =>
    simulateProbes(season)
      .filter(({ at }) => span.fromMs <= Date.parse(at) && Date.parse(at) < span.toMs)
      .map((probe) => judgeProbe(probe, [], 15_000));
  assert.deepEqual([...new Set(season.down.flatMap(resultsOf))], ['failed']);
  assert.deepEqual([...new Set(season.ours.flatMap(resultsOf))], ['ours']);
});
