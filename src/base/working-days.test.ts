import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { announcedCalendar } from '#store/announced-days.ts';
import { addDays, type CivilDate } from './civil-date.ts';
import { statutoryDay, statutoryDays } from './statutory-days.ts';
import {
  addWorkingDays,
  countWorkingDays,
  isWorkingDay,
  nextWorkingDay,
  unannouncedCalendar,
} from './working-days.ts';

const calendar = announcedCalendar();
const day = fc.integer({ min: 0, max: 4747 }).map((count) => addDays('2015-01-01', count));

/** Day by day on a bare day number, weekdays by remainder: 1970-01-01 was a Thursday. */
function isWorkedNaively(date: CivilDate): boolean {
  const kind = calendar.days[date]?.kind;
  if (kind) return kind === 'workday';
  const remainder = ((Date.parse(date) / 86_400_000) % 7) + 4;
  const isSunday = remainder % 7 === 0;
  const isSaturday = remainder % 7 === 6;
  const off2027 = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'];
  if (date.startsWith('2027') && off2027.includes(date.slice(5))) return false;
  return !isSaturday && !isSunday;
}

test('every day of 2015 to 2027 is worked as a naive reading of the data says', () => {
  for (let date = '2015-01-01'; date <= '2027-12-31'; date = addDays(date, 1)) {
    assert.equal(isWorkingDay(calendar, date), isWorkedNaively(date), date);
  }
});

test('working days added are working days counted, forward and back', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 60 }), (from, count) => {
      const to = addWorkingDays(calendar, from, count);
      assert.ok(isWorkingDay(calendar, to));
      assert.equal(countWorkingDays(calendar, from, to), count);
      assert.equal(countWorkingDays(calendar, to, from), -count);
      const back = addWorkingDays(calendar, from, -count);
      assert.ok(isWorkingDay(calendar, back) && back < from);
      assert.equal(nextWorkingDay(calendar, from), addWorkingDays(calendar, from, 1));
      assert.equal(addWorkingDays(calendar, from, 0), from);
    }),
  );
});

test('counts of adjoining stretches add up', () => {
  fc.assert(
    fc.property(day, day, day, (a, b, c) => {
      const [ab, bc, ac] = [
        countWorkingDays(calendar, a, b),
        countWorkingDays(calendar, b, c),
        countWorkingDays(calendar, a, c),
      ];
      assert.equal(ab + bc, ac);
    }),
  );
});

test('the statutory days of fixed date follow the law of their year', () => {
  const of = (year: number) => statutoryDays(year).map((date) => date.slice(5));
  assert.deepEqual(of(2007).slice(1, 4), ['05-01', '05-02', '05-03']);
  assert.deepEqual(of(2024), ['01-01', '05-01', '10-01', '10-02', '10-03']);
  assert.deepEqual(of(2027), ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03']);
  assert.deepEqual(statutoryDay('2027-05-02'), { name: '劳动节', nameEn: 'Labour Day' });
  assert.equal(statutoryDay('2024-05-02'), null);
  assert.equal(statutoryDay('1999-05-01'), null);
});

test('a calendar that knows nothing has weekends and the fixed days', () => {
  assert.equal(addWorkingDays(unannouncedCalendar, '2019-09-30', 1), '2019-10-04');
  assert.equal(addWorkingDays(unannouncedCalendar, '2019-02-01', 1), '2019-02-04');
});
