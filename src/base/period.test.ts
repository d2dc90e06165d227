import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays } from './civil-date.ts';
import { formatChinesePeriod, isPeriod, minusPeriod } from './period.ts';

test('months and years go by the calendar, to the last day where a month is shorter', () => {
  const cases: [string, string, string][] = [
    ['2019-05-27', 'P14D', '2019-05-13'],
    ['2019-05-27', 'P6M', '2018-11-27'],
    ['2019-08-31', 'P6M', '2019-02-28'],
    ['2020-08-31', 'P6M', '2020-02-29'],
    ['2020-02-29', 'P1Y', '2019-02-28'],
    ['2019-03-31', 'P1M', '2019-02-28'],
    ['2019-01-15', 'P2M', '2018-11-15'],
    ['2019-01-01', 'P14D', '2018-12-18'],
  ];
  for (const [from, period, boundary] of cases) {
    assert.equal(minusPeriod(from, period), boundary, `${from} − ${period}`);
  }
});

test('a later day never has an earlier boundary', () => {
  const day = fc.integer({ min: 0, max: 30_000 }).map((count) => addDays('1990-01-01', count));
  const period = fc.constantFrom('P14D', 'P2M', 'P3M', 'P6M', 'P1Y');
  fc.assert(
    fc.property(day, period, (from, clock) => {
      assert.ok(minusPeriod(from, clock) <= minusPeriod(addDays(from, 1), clock));
      assert.ok(minusPeriod(from, clock) < from);
    }),
  );
});

test('clocks are told as circulars tell them', () => {
  assert.deepEqual(['P14D', 'P10D', 'P6M', 'P1Y'].map(formatChinesePeriod), [
    '2周',
    '10天',
    '6个月',
    '1年',
  ]);
});

test('a period has one unit', () => {
  assert.equal(isPeriod('P1Y'), true);
  for (const text of ['P1Y6M', '14D', 'PD', 'P1W', '']) assert.equal(isPeriod(text), false, text);
});
