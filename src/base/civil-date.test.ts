import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  addDays,
  chinaDate,
  chinaTime,
  civilDate,
  dateParts,
  daysBetween,
  formatChineseDate,
  isCalendarDay,
  parseCivilDate,
} from './civil-date.ts';

const days = fc.integer({ min: 0, max: 60_000 }).map((count) => addDays('1970-01-01', count));

test('a day and its parts are the same thing', () => {
  fc.assert(
    fc.property(days, (day) => {
      const { year, month, date } = { ...dateParts(day), date: dateParts(day).day };
      assert.equal(civilDate(year, month, date), day);
      assert.equal(parseCivilDate(day), day);
    }),
  );
});

test('adding days and counting them are inverse', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: -5000, max: 5000 }), (day, count) => {
      assert.equal(daysBetween(day, addDays(day, count)), count);
    }),
  );
});

test('days that do not exist are no dates', () => {
  for (const text of ['2019-02-29', '2100-02-29', '2019-13-01', '2019-00-10', '2019-5-1', '']) {
    assert.equal(parseCivilDate(text), null, text);
  }
  assert.equal(parseCivilDate('2020-02-29'), '2020-02-29');
  assert.equal(isCalendarDay(2000, 2, 29), true);
});

test('an instant is told in the time of China', () => {
  for (let hour = 0; hour < 48; hour++) {
    const instant = new Date(Date.UTC(2019, 11, 31, hour, 59)).toISOString();
    assert.equal(chinaDate(instant), chinaTime(instant).slice(0, 10));
  }
  assert.equal(chinaDate('2019-05-26T16:00:00.000Z'), '2019-05-27');
  assert.equal(chinaDate('2019-05-26T15:59:59.999Z'), '2019-05-26');
  assert.equal(chinaTime('2019-05-26T16:00:01.000Z'), '2019-05-27 00:00:01');
});

test('dates are written as Chinese officials write them', () => {
  assert.equal(formatChineseDate('2019-05-07'), '2019年5月7日');
});
