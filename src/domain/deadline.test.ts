import assert from 'node:assert/strict';
import { test } from 'node:test';
import { announcedCalendar } from '#store/announced-days.ts';
import type { ClockPause, ClockUnit } from './clock.ts';
import { computeDeadline, type Deadline } from './deadline.ts';
import { inChina, sampleClock, samplePause } from './testing/sample-clocks.ts';

const calendar = announcedCalendar();

interface Case {
  from: string;
  amount: number;
  unit?: ClockUnit;
  pauses?: ClockPause[];
  more?: number;
}

function due({ from, amount, unit, pauses = [], more }: Case): Deadline {
  const extension =
    more === undefined ? null : { amount: more, reason: '系统升级', approver: '李某' };
  const clock = sampleClock(amount, unit);
  return computeDeadline({ clock, startedAt: inChina(from), pauses, extension }, calendar);
}

test('three working days over the holidays of 2019, reckoned by hand', () => {
  const cases: [string, number, string][] = [
    // Spring Festival: 2 and 3 February worked, 4 to 10 off.
    ['2019-01-31 10:00', 3, '2019-02-03'],
    ['2019-02-01 10:00', 3, '2019-02-11'],
    ['2019-02-05 10:00', 1, '2019-02-11'],
    // Labour Day: 28 April and 5 May worked, 1 to 4 May off.
    ['2019-04-26 10:00', 3, '2019-04-30'],
    ['2019-04-30 10:00', 3, '2019-05-07'],
    ['2019-05-03 10:00', 1, '2019-05-05'],
    // National Day: 29 September and 12 October worked, 1 to 7 October off.
    ['2019-09-27 10:00', 3, '2019-10-08'],
    ['2019-09-28 10:00', 1, '2019-09-29'],
    ['2019-10-09 10:00', 3, '2019-10-12'],
    // The turn of the year: 29 December 2018 worked, 30 to 1 January off.
    ['2018-12-28 10:00', 2, '2019-01-02'],
    // Ten working days of rectification after the circular of 27 May: Dragon Boat 7 to 9 June.
    ['2019-05-27 10:00', 10, '2019-06-11'],
  ];
  for (const [from, amount, on] of cases) {
    const { dueOn, dueAt, provisional } = due({ from, amount });
    assert.equal(dueOn, on, from);
    assert.equal(dueAt, `${on}T16:00:00.000Z`);
    assert.equal(provisional, false);
  }
});

test('three working days over the holidays of 2026, reckoned by hand', () => {
  const cases: [string, number, string][] = [
    ['2025-12-31 10:00', 2, '2026-01-05'],
    ['2026-02-13 10:00', 3, '2026-02-25'],
    ['2026-02-26 10:00', 3, '2026-03-02'],
    ['2026-04-30 10:00', 4, '2026-05-09'],
    ['2026-09-18 10:00', 3, '2026-09-22'],
    ['2026-09-24 10:00', 4, '2026-10-08'],
    ['2026-10-08 10:00', 2, '2026-10-10'],
  ];
  for (const [from, amount, on] of cases) assert.equal(due({ from, amount }).dueOn, on, from);
});

test('the day of the event is the one in China, from midnight to midnight', () => {
  const cases: [string, string][] = [
    ['2019-05-26T15:59:59.999Z', '2019-05-29'],
    ['2019-05-26T16:00:00.000Z', '2019-05-30'],
    ['2019-05-27T15:59:59.999Z', '2019-05-30'],
    ['2019-05-27T16:00:00.000Z', '2019-05-31'],
  ];
  for (const [startedAt, on] of cases) {
    const running = { clock: sampleClock(3), startedAt, pauses: [], extension: null };
    assert.equal(computeDeadline(running, calendar).dueOn, on, startedAt);
  }
});

test('days, months and hours go on over holidays', () => {
  assert.equal(due({ from: '2019-09-25 09:00', amount: 10, unit: 'days' }).dueOn, '2019-10-05');
  assert.equal(due({ from: '2019-05-27 09:00', amount: 3, unit: 'months' }).dueOn, '2019-08-27');
  assert.equal(due({ from: '2018-12-31 09:00', amount: 2, unit: 'months' }).dueOn, '2019-02-28');
  const hour = due({ from: '2019-05-27 23:30', amount: 1, unit: 'hours' });
  assert.equal(hour.dueAt, inChina('2019-05-28 00:30'));
  assert.equal(hour.dueOn, '2019-05-28');
  assert.equal(due({ from: '2019-05-27 23:00', amount: 1, unit: 'hours' }).dueOn, '2019-05-27');
});

test('paused parts of days add up, and what is left of a day costs one', () => {
  const from = '2019-05-13 10:00'; // Monday; three working days end on Thursday, 16 May.
  const cases: [string, [string, string | null][], string][] = [
    ['five minutes', [['2019-05-14 09:00', '2019-05-14 09:05']], '2019-05-17'],
    [
      'twice five minutes',
      [
        ['2019-05-14 09:00', '2019-05-14 09:05'],
        ['2019-05-15 09:00', '2019-05-15 09:05'],
      ],
      '2019-05-17',
    ],
    ['a whole day', [['2019-05-14 00:00', '2019-05-15 00:00']], '2019-05-17'],
    ['a day and a minute', [['2019-05-14 00:00', '2019-05-15 00:01']], '2019-05-20'],
    [
      '15 o’clock to 10 o’clock two days on: 43 hours',
      [['2019-05-14 15:00', '2019-05-16 10:00']],
      '2019-05-20',
    ],
    ['the day of the event', [['2019-05-13 11:00', '2019-05-14 00:00']], '2019-05-16'],
    ['after the end', [['2019-05-17 00:00', '2019-05-20 10:00']], '2019-05-16'],
    [
      'over a weekend, which costs nothing: 48 hours',
      [['2019-05-16 12:00', '2019-05-20 12:00']],
      '2019-05-20',
    ],
    ['still open', [['2019-05-15 09:00', null]], '2019-05-16'],
  ];
  for (const [what, pauses, on] of cases) {
    const deadline = due({ from, amount: 3, pauses: pauses.map(([a, b]) => samplePause(a, b)) });
    assert.equal(deadline.dueOn, on, what);
  }
});

test('hours stand while paused, to the minute', () => {
  const pauses = [samplePause('2019-05-27 09:50', '2019-05-27 14:20')];
  const { dueAt } = due({ from: '2019-05-27 09:30', amount: 1, unit: 'hours', pauses });
  assert.equal(dueAt, inChina('2019-05-27 15:00'));
});

test('an extension counts on in the unit of the clock', () => {
  assert.equal(due({ from: '2019-04-28 10:00', amount: 3, more: 2 }).dueOn, '2019-05-07');
  const months = due({ from: '2018-12-31 10:00', amount: 1, unit: 'months', more: 1 });
  assert.equal(months.dueOn, '2019-02-28');
});

test('the steps tell each day between the event and the end, in runs', () => {
  const { steps } = due({
    from: '2019-04-26 10:00',
    amount: 4,
    more: 2,
    pauses: [samplePause('2019-05-06 15:00', '2019-05-07 10:00')],
  });
  assert.deepEqual(steps, [
    { kind: 'start', on: '2019-04-26' },
    { kind: 'extended', amount: 2, reason: '系统升级', approver: '李某' },
    { kind: 'paused', ...samplePause('2019-05-06 15:00', '2019-05-07 10:00') },
    { kind: 'weekend', from: '2019-04-27', to: '2019-04-27', days: 1 },
    { kind: 'make-up', from: '2019-04-28', to: '2019-04-28', days: 1, ...labourDay },
    { kind: 'counted', from: '2019-04-29', to: '2019-04-30', days: 2 },
    { kind: 'holiday', from: '2019-05-01', to: '2019-05-04', days: 4, ...labourDay },
    { kind: 'make-up', from: '2019-05-05', to: '2019-05-05', days: 1, ...labourDay },
    { kind: 'stood', from: '2019-05-06', to: '2019-05-07', days: 2, pausedMs: 19 * 3_600_000 },
    { kind: 'counted', from: '2019-05-08', to: '2019-05-08', days: 1 },
    { kind: 'due', on: '2019-05-08', at: '2019-05-08T16:00:00.000Z' },
  ]);
});

const labourDay = { name: '劳动节', nameEn: 'Labour Day' };

test('what rests on a year not announced is provisional', () => {
  assert.equal(due({ from: '2026-12-24 10:00', amount: 2 }).provisional, false);
  assert.equal(due({ from: '2026-12-28 10:00', amount: 1 }).provisional, true);
  assert.equal(due({ from: '2027-03-01 10:00', amount: 3 }).provisional, true);
  assert.equal(due({ from: '2027-03-01 10:00', amount: 3, unit: 'days' }).provisional, false);
});
