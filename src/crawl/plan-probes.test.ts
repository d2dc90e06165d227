import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ProbePlan } from '#domain/availability.ts';
import { type KeptProbe, plannedVisits, VisitPlanner } from './plan-probes.ts';

const DAY_MS = 86_400_000;
const startsAt = '2019-05-20T01:30:00.000Z';
const plan: ProbePlan = { startsAt, days: 7, visitsPerDay: 24, seed: 'a' };

const plans = fc.record({
  startsAt: fc.constant(startsAt),
  days: fc.integer({ min: 1, max: 8 }),
  visitsPerDay: fc.integer({ min: 20, max: 200 }),
  seed: fc.string(),
});

/** Makes every visit of a plan on time; `loses` tells which of them are lost. */
function walk(of: ProbePlan, loses: (number: number) => boolean): KeptProbe[] {
  const kept: KeptProbe[] = [];
  const planner = new VisitPlanner(of, 'site');
  for (let due = planner.next; due !== null; due = planner.next) {
    const one = { due, at: due, isLost: loses(kept.length) };
    kept.push(one);
    planner.note(one);
  }
  return kept;
}

test('visits are spread over the day: no two cluster, none is far from the next', () => {
  fc.assert(
    fc.property(plans, fc.nat({ max: 6 }), (of, day) => {
      const times = plannedVisits(of, 'site', day).map((one) => Date.parse(one));
      const part = DAY_MS / of.visitsPerDay;
      assert.equal(times.length, of.visitsPerDay);
      const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
      for (const gap of gaps) assert.ok(gap > 0.39 * part && gap < 1.61 * part, `${gap / part}`);
    }),
    { numRuns: 60 },
  );
});

test('the same seed gives the same instants; another seed or site gives others', () => {
  assert.deepEqual(plannedVisits(plan, 'site', 3), plannedVisits(plan, 'site', 3));
  assert.notDeepEqual(plannedVisits(plan, 'site', 3), plannedVisits(plan, 'other', 3));
  assert.notDeepEqual(
    plannedVisits(plan, 'site', 3),
    plannedVisits({ ...plan, seed: 'b' }, 'site', 3),
  );
});

test('without losses the plan is walked in order, and ends', () => {
  const kept = walk(plan, () => false);
  const all = Array.from({ length: 7 }, (_, day) => plannedVisits(plan, 'site', day)).flat();
  assert.deepEqual(
    kept.map(({ due }) => due),
    all,
  );
});

test('a lost visit is made up for the same day, apart from its neighbours', () => {
  const kept = walk(plan, (number) => number === 5);
  assert.equal(kept.length, 7 * 24 + 1);
  const ofDay = kept.slice(0, 25).map(({ due }) => Date.parse(due));
  assert.deepEqual(ofDay, ofDay.toSorted());
  const gaps = ofDay.slice(1).map((time, index) => time - (ofDay[index] ?? 0));
  assert.ok(Math.min(...gaps) >= DAY_MS / 24 / 3);
  const fresh = walk(plan, () => false).map(({ due }) => due);
  const [extra = ''] = kept.map(({ due }) => due).filter((due) => !fresh.includes(due));
  assert.ok(extra > (fresh[5] ?? ''));
});

test('when everything is lost the day ends all the same, and no visit crowds another', () => {
  fc.assert(
    fc.property(plans, (of) => {
      const kept = walk({ ...of, days: 2 }, () => true);
      const part = DAY_MS / of.visitsPerDay;
      const times = kept.map(({ due }) => Date.parse(due));
      assert.deepEqual(times, times.toSorted());
      assert.ok(kept.length < 2 * 3 * of.visitsPerDay);
      const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
      assert.ok(Math.min(...gaps) >= part / 3 - 1);
    }),
    { numRuns: 20 },
  );
});

test('a planner told of the visits kept goes on as the one that made them', () => {
  const kept = walk(plan, (number) => number % 4 === 0);
  for (let count = 0; count < kept.length; count += 7) {
    const again = new VisitPlanner(plan, 'site', kept.slice(0, count));
    assert.equal(again.next, kept[count]?.due ?? null);
  }
  assert.equal(new VisitPlanner(plan, 'site', kept).next, null);
});

test('the last visit of a day has nothing after it to be made up with', () => {
  const last = 23;
  const kept = walk({ ...plan, days: 1 }, (number) => number === last);
  const left = Date.parse(startsAt) + DAY_MS - Date.parse(kept[last]?.due ?? '');
  assert.equal(kept.length, left > (2 * DAY_MS) / 24 / 3 ? 25 : 24);
});
