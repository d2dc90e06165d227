import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type CalendarEdit, withAnnouncedYears, withCalendarEdits } from '#base/calendar-edits.ts';
import { addDays } from '#base/civil-date.ts';
import { statutoryDay, statutoryDays } from '#base/statutory-days.ts';
import { calendarDay, isWeekend, type WorkCalendar } from '#base/working-days.ts';
import { movedWords } from '#publish/moved-words.ts';
import { announcedCalendar } from '#store/announced-days.ts';
import { computeDeadline, type Deadline } from './deadline.ts';
import { recomputeDeadlines } from './recompute-deadlines.ts';
import { inChina, sampleClock } from './testing/sample-clocks.ts';

const calendar = announcedCalendar();

function started(from: string, amount: number, by: WorkCalendar): Deadline {
  const clock = sampleClock(amount);
  return computeDeadline({ clock, startedAt: inChina(from), pauses: [], extension: null }, by);
}

/** What 国办发明电〔2019〕3号 of 22 March 2019 changed: until then only 1 May was off. */
const adjustment: CalendarEdit[] = [
  ['2019-04-28', 'workday'],
  ['2019-05-02', 'holiday'],
  ['2019-05-03', 'holiday'],
  ['2019-05-04', 'holiday'],
  ['2019-05-05', 'workday'],
].map(([day = '', kind]) => ({
  day,
  kind: kind as CalendarEdit['kind'],
  name: '劳动节',
  source: '国办发明电〔2019〕3号',
}));
const announcedIn2018 = withCalendarEdits(
  calendar,
  adjustment.map((edit) => ({ ...edit, kind: 'plain' as const })),
);

test('Labour Day 2019, lengthened in March, moves the deadlines that it lies in and says so', () => {
  const open = [
    { id: 'before', deadline: started('2019-04-24 10:00', 2, announcedIn2018) },
    { id: 'sunday', deadline: started('2019-04-26 10:00', 2, announcedIn2018) },
    { id: 'over', deadline: started('2019-04-30 10:00', 3, announcedIn2018) },
    { id: 'even', deadline: started('2019-04-26 10:00', 6, announcedIn2018) },
  ];
  const after = withCalendarEdits(announcedIn2018, adjustment);
  const moved = recomputeDeadlines(open, announcedIn2018, after);
  assert.deepEqual(
    moved.map(({ id, how, before, after: now }) => [id, how, before.dueOn, now.dueOn]),
    [
      ['sunday', 'earlier', '2019-04-30', '2019-04-29'],
      ['over', 'later', '2019-05-06', '2019-05-07'],
      ['even', 'same-day', '2019-05-07', '2019-05-07'],
    ],
  );
  assert.deepEqual(moved.slice(0, 2).map(movedWords), [
    {
      zh: '2019年4月28日改为调休上班（劳动节，依据：国办发明电〔2019〕3号），到期时间由2019年4月30日24时提前至2019年4月29日24时。',
      en: '28 April 2019: now worked in exchange (Labour Day; 国办发明电〔2019〕3号); the deadline moves from 24:00 on 30 April 2019 to 24:00 on 29 April 2019, earlier.',
    },
    {
      zh: '2019年5月2日至4日改为放假（劳动节，依据：国办发明电〔2019〕3号），2019年5月5日改为调休上班（劳动节，依据：国办发明电〔2019〕3号），到期时间由2019年5月6日24时推迟至2019年5月7日24时。',
      en: '2–4 May 2019: now off (Labour Day; 国办发明电〔2019〕3号); 5 May 2019: now worked in exchange (Labour Day; 国办发明电〔2019〕3号); the deadline moves from 24:00 on 6 May 2019 to 24:00 on 7 May 2019, later.',
    },
  ]);
});

/** Invented for the test: nobody has announced 2027 yet. */
const inventedFor2027: CalendarEdit[] = [
  ...statutoryDays(2027).map((day) => ({ day, name: statutoryDay(day)?.name ?? '' })),
  ...[5, 6, 7, 8, 9, 10, 11].map((day) => ({ day: addDays('2027-01-31', day), name: '春节' })),
].map((edit) => ({ ...edit, kind: 'holiday' as const, source: '测试用假定安排' }));

test('the announcement of a year moves provisional deadlines, and settles those that stay', () => {
  const open = [
    { id: 1, deadline: started('2027-02-03 10:00', 3, calendar) },
    { id: 2, deadline: started('2027-03-01 10:00', 3, calendar) },
    { id: 3, deadline: started('2026-12-28 10:00', 2, calendar) },
    { id: 4, deadline: started('2026-11-02 10:00', 3, calendar) },
  ];
  assert.deepEqual(
    open.map(({ deadline }) => deadline.provisional),
    [true, true, true, false],
  );
  const source = '测试用假定安排';
  const after = withAnnouncedYears(withCalendarEdits(calendar, inventedFor2027), [
    { year: 2027, source },
  ]);
  const moved = recomputeDeadlines(open, calendar, after);
  assert.deepEqual(
    moved.map(({ id, how, after: now }) => [id, how, now.provisional]),
    [
      [1, 'later', false],
      [2, 'same-day', false],
      [3, 'same-day', false],
    ],
  );
  assert.match(movedWords(moved[0]!).zh, /^2027年放假安排已公布，2027年2月5日至11日改为放假（春节/);
  assert.equal(
    movedWords(moved[1]!).zh,
    '2027年放假安排已公布，到期时间不变，仍为2027年3月4日24时。',
  );
  assert.equal(
    movedWords(moved[2]!).en,
    '2027 is announced; the deadline stays at 24:00 on 30 December 2026.',
  );
});

const FIRST = '2015-01-01';
const day = fc.integer({ min: 0, max: 4747 }).map((count) => addDays(FIRST, count));
const deadline = fc
  .tuple(day, fc.integer({ min: 1, max: 15 }))
  .map(([from, amount]) => started(`${from} 10:00`, amount, calendar));

/** Edits close to a deadline, each day once, only what is not refused. */
function editsNear(one: Deadline, kinds: CalendarEdit['kind'][]): fc.Arbitrary<CalendarEdit[]> {
  const from = one.startedAt.slice(0, 10);
  const edit = fc
    .tuple(fc.integer({ min: -5, max: 25 }), fc.constantFrom(...kinds))
    .map(([after, kind]) => ({ day: addDays(from, after), kind, name: '测试', source: '测试' }))
    .filter((made) => made.kind === 'holiday' || statutoryDay(made.day) === null)
    .filter((made) => made.kind !== 'workday' || isWeekend(made.day));
  return fc.uniqueArray(edit, { maxLength: 6, selector: (made) => made.day });
}

test('after any edits what is listed is what a fresh computation changes, with its causes', () => {
  const kinds: CalendarEdit['kind'][] = ['holiday', 'workday', 'plain'];
  const edited = deadline.chain((one) => fc.tuple(fc.constant(one), editsNear(one, kinds)));
  let movedOnes = 0;
  fc.assert(
    fc.property(edited, ([one, edits]) => {
      const after = withCalendarEdits(calendar, edits);
      const fresh = computeDeadline(one, after);
      const [change] = recomputeDeadlines([{ id: 7, deadline: one }], calendar, after);
      assert.deepEqual(change?.after ?? one, fresh);
      assert.equal(change !== undefined && change.how !== 'same-day', fresh.dueAt !== one.dueAt);
      if (change === undefined) return;
      assert.equal(change.how === 'later', fresh.dueAt > one.dueAt);
      if (change.how !== 'same-day') {
        movedOnes++;
        const causes = change.because.filter((made) => made.before.working !== made.after.working);
        assert.ok(causes.length > 0);
      }
      const last = fresh.dueOn > one.dueOn ? fresh.dueOn : one.dueOn;
      const wanted = edits
        .map((made) => made.day)
        .filter((made) => made > one.startedAt.slice(0, 10) && made <= last)
        .filter((made) => {
          const [was, is] = [calendarDay(calendar, made), calendarDay(after, made)];
          return was.why !== is.why || was.name !== is.name;
        });
      assert.deepEqual(
        change.because.map((made) => made.day),
        wanted.toSorted(),
      );
      const again = recomputeDeadlines([{ id: 7, deadline: change.after }], after, after);
      assert.deepEqual(again, []);
    }),
    { numRuns: 1500 },
  );
  assert.ok(movedOnes > 300, `${movedOnes} moved`);
});

test('days off never bring a deadline forward, make-up days never put it off', () => {
  const off = deadline.chain((one) => fc.tuple(fc.constant(one), editsNear(one, ['holiday'])));
  const worked = deadline.chain((one) => fc.tuple(fc.constant(one), editsNear(one, ['workday'])));
  fc.assert(
    fc.property(off, ([one, edits]) => {
      assert.ok(computeDeadline(one, withCalendarEdits(calendar, edits)).dueAt >= one.dueAt);
    }),
    { numRuns: 500 },
  );
  fc.assert(
    fc.property(worked, ([one, edits]) => {
      assert.ok(computeDeadline(one, withCalendarEdits(calendar, edits)).dueAt <= one.dueAt);
    }),
    { numRuns: 500 },
  );
});
