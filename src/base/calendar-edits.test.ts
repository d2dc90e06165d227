import assert from 'node:assert/strict';
import { test } from 'node:test';
import { announcedCalendar } from '#store/announced-days.ts';
import {
  type AnnouncedYear,
  type CalendarEdit,
  calendarChanges,
  withAnnouncedYears,
  withCalendarEdits,
} from './calendar-edits.ts';
import { Refusal } from './refusal.ts';
import { statutoryDays } from './statutory-days.ts';
import { isProvisionalDay, isWorkingDay } from './working-days.ts';

const calendar = announcedCalendar();

function edit(day: string, kind: CalendarEdit['kind'], more: Partial<CalendarEdit> = {}) {
  return { day, kind, name: '春节', source: '国办发明电', ...more };
}

const statutory2027 = statutoryDays(2027).map((day) => edit(day, 'holiday'));

test('an edit adds a day off, a make-up day, or takes either back', () => {
  const edited = withCalendarEdits(calendar, [
    edit('2027-02-08', 'holiday'),
    edit('2027-02-13', 'workday'),
    edit('2019-05-02', 'plain'),
    edit('2019-05-05', 'plain'),
  ]);
  const worked = ['2027-02-08', '2027-02-13', '2019-05-02', '2019-05-05'].map((day) =>
    isWorkingDay(edited, day),
  );
  assert.deepEqual(worked, [false, true, true, false]);
  assert.ok(isWorkingDay(calendar, '2027-02-08'), 'the calendar itself stays as it was');
  assert.ok(isProvisionalDay(edited, '2027-02-08'), 'a day does not announce its year');
});

test('a year entered with its statutory days is no longer provisional, nor the December before', () => {
  const entered = withAnnouncedYears(withCalendarEdits(calendar, statutory2027), [
    { year: 2027, source: '国办发明电' },
  ]);
  assert.equal(entered.announced.at(-1), 2027);
  assert.ok(!isProvisionalDay(entered, '2027-03-01') && !isProvisionalDay(entered, '2026-12-31'));
  assert.ok(isProvisionalDay(entered, '2027-12-31'));
});

test('what cannot be meant is refused, each with its code', () => {
  const cases: [CalendarEdit[], string][] = [
    [[edit('2027-02-30', 'holiday')], 'calendar-day-malformed'],
    [[edit('27.2.2027', 'holiday')], 'calendar-day-malformed'],
    [[edit('1999-02-08', 'holiday')], 'calendar-year'],
    [[edit('2027-02-08', 'off' as 'plain')], 'calendar-kind-unknown'],
    [[edit('2027-02-08', 'holiday', { name: ' ' })], 'calendar-text'],
    [[edit('2027-02-08', 'holiday', { source: '' })], 'calendar-text'],
    [[edit('2027-02-08', 'holiday', { source: '文'.repeat(301) })], 'calendar-text'],
    [[edit('2027-10-02', 'workday')], 'calendar-day-statutory'],
    [[edit('2027-01-01', 'plain')], 'calendar-day-statutory'],
    [[edit('2027-02-09', 'workday')], 'calendar-workday-plain'],
    [[edit('2027-02-08', 'holiday'), edit('2027-02-08', 'plain')], 'calendar-day-twice'],
  ];
  for (const [edits, code] of cases) {
    assert.throws(() => withCalendarEdits(calendar, edits), hasCode(code), code);
  }
  const years: [AnnouncedYear, string][] = [
    [{ year: 2027, source: '国办发明电' }, 'calendar-year-incomplete'],
    [{ year: 2127, source: '国办发明电' }, 'calendar-year'],
    [{ year: 2026.5, source: '国办发明电' }, 'calendar-year'],
    [{ year: 2026, source: '' }, 'calendar-text'],
  ];
  for (const [year, code] of years) {
    assert.throws(() => withAnnouncedYears(calendar, [year]), hasCode(code), code);
  }
});

function hasCode(code: string): (error: unknown) => boolean {
  return (error) => error instanceof Refusal && error.code === code;
}

test('the changes between two calendars are the days they differ on and the years announced', () => {
  const entered = withAnnouncedYears(
    withCalendarEdits(calendar, [...statutory2027, edit('2027-02-08', 'holiday')]),
    [{ year: 2027, source: '国办发明电' }],
  );
  const { days, years } = calendarChanges(calendar, entered);
  assert.ok(days.some(({ day, after }) => day === '2027-02-08' && after.why === 'holiday'));
  assert.deepEqual(years, [{ year: 2027, announced: true }]);
  assert.deepEqual(calendarChanges(entered, calendar).years, [{ year: 2027, announced: false }]);
  assert.deepEqual(calendarChanges(calendar, announcedCalendar()), { days: [], years: [] });
});
