import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays } from '#base/civil-date.ts';
import fc from 'fast-check';
import type { ChannelPlan } from './city-plan.ts';
import { countSince, entriesOnPage, entryDate, listPages } from './entries.ts';
import { families } from './families/index.ts';
import { planCity } from './plan-city.ts';
import { randomCity } from './plan-random.ts';

const asOf = '2020-02-29';
const order = { seed: 3, sites: 1, asOf };
const [site] = planCity(randomCity(order, families), families, {}).sites;
const base = site?.channels.find(({ role }) => role === 'list');

const lists = fc
  .record({
    count: fc.integer({ min: 6, max: 400 }),
    perPage: fc.integer({ min: 1, max: 30 }),
    future: fc.integer({ min: 0, max: 2 }),
    sticky: fc.integer({ min: 0, max: 3 }),
    order: fc.constantFrom('newest-first', 'oldest-first', 'shuffled'),
    spacingDays: fc.double({ min: 0.01, max: 60, noNaN: true }),
    age: fc.integer({ min: 0, max: 900 }),
  })
  .map(({ age, ...rest }): ChannelPlan => {
    assert.ok(base);
    return { ...base, ...rest, newest: addDays(asOf, -age) };
  });

test('the pages of a list show every entry once, in whatever order', () => {
  fc.assert(
    fc.property(lists, (channel) => {
      const pages = Array.from({ length: listPages(channel) }, (_, at) => at + 1);
      const shown = pages.flatMap((page) => entriesOnPage(channel, page));
      assert.equal(new Set(shown).size, channel.count);
      assert.equal(shown.length, channel.count);
    }),
  );
});

test('entries grow older one after the other, the future ones lie after the day', () => {
  fc.assert(
    fc.property(lists, (channel) => {
      const dates = Array.from({ length: channel.count }, (_, at) => entryDate(channel, at, asOf));
      assert.deepEqual(dates, [...dates].sort().reverse());
      assert.equal(dates.filter((date) => date > asOf).length, channel.future);
      assert.equal(dates[channel.future], channel.newest);
    }),
  );
});

test('counting entries since a day by arithmetic agrees with counting them one by one', () => {
  fc.assert(
    fc.property(lists, fc.integer({ min: 0, max: 1000 }), (channel, days) => {
      const since = addDays(asOf, -days);
      const dates = Array.from({ length: channel.count }, (_, at) => entryDate(channel, at, asOf));
      const counted = dates.filter((date) => date >= since && date <= asOf).length;
      assert.equal(countSince(channel, since), counted);
    }),
  );
});
