import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeCityPlan } from '#city/serve-city.ts';
import { chapters } from './chapters.ts';
import { firstNames } from './first-names.ts';
import { rounds, type RoundPlan } from './rounds.ts';
import { seasons, type SeasonPlan } from './seasons.ts';

const plans: RoundPlan[] = Object.values(rounds);

test('every fault of the year can be planted, and every unit it names is in the city', async () => {
  const known = new Set<string>();
  for (const { asOf, faults } of plans) {
    const { sites } = await makeCityPlan({ asOf, faults, isThin: true });
    for (const { unit } of sites) known.add(unit);
  }
  const named = plans.flatMap(({ fine, setAside, explanations, appeals, mending }) => [
    ...fine,
    ...[...setAside, ...explanations, ...appeals].map(({ unit }) => unit),
    ...mending.failing,
    ...mending.late,
    ...mending.silent,
    ...(mending.talk ? [mending.talk.unit] : []),
  ]);
  const watched = Object.values(seasons).flatMap((season: SeasonPlan) =>
    [...season.outages, ...season.maintenance, ...season.near].map(({ unit }) => unit),
  );
  const strangers = [...named, ...watched, ...Object.keys(firstNames)].filter(
    (unit) => !known.has(unit),
  );
  assert.deepEqual(strangers, []);
});

test('rounds and seasons follow each other without a gap, and chapters have names of their own', () => {
  const days = Object.values(seasons).map(({ from, to }) => [from, to]);
  assert.deepEqual(days.flat(), days.flat().toSorted());
  for (const { asOf, draftedOn, publishedOn, mending } of plans) {
    const order = [asOf, draftedOn, publishedOn, mending.on, mending.again];
    assert.deepEqual(order, order.toSorted());
  }
  assert.equal(new Set(chapters.map(({ id }) => id)).size, chapters.length);
});
