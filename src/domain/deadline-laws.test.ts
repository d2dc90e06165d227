import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, chinaDate, type CivilDate, daysBetween } from '#base/civil-date.ts';
import { countWorkingDays, isWorkingDay } from '#base/working-days.ts';
import { announcedCalendar } from '#store/announced-days.ts';
import type { ClockPause, RunningClock } from './clock.ts';
import { computeDeadline } from './deadline.ts';
import { sampleClock } from './testing/sample-clocks.ts';

const calendar = announcedCalendar();
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const FIRST_MS = Date.parse('2015-01-01T00:00:00+08:00');
const LAST_MS = Date.parse('2027-12-31T23:59:59.999+08:00');

const instant = fc
  .integer({ min: 0, max: LAST_MS - FIRST_MS })
  .map((ms) => new Date(FIRST_MS + ms).toISOString());
const amount = fc.integer({ min: 1, max: 15 });

/** Pauses of whole hours near the start, overlapping as they like. */
function pausesFrom(startedAt: string): fc.Arbitrary<ClockPause[]> {
  const hour = Math.floor(Date.parse(startedAt) / HOUR_MS) * HOUR_MS;
  const pause = fc
    .tuple(fc.integer({ min: 0, max: 20 * 24 }), fc.integer({ min: 0, max: 100 }))
    .map(([after, hours]) => ({
      from: new Date(hour + after * HOUR_MS).toISOString(),
      to: new Date(hour + (after + hours) * HOUR_MS).toISOString(),
      reason: '等待',
    }));
  return fc.array(pause, { maxLength: 4 });
}

const extension = fc.integer({ min: 1, max: 10 }).map((more) => ({
  amount: more,
  reason: '升级',
  approver: '李某',
}));

const running: fc.Arbitrary<RunningClock> = instant.chain((startedAt) =>
  fc.tuple(amount, pausesFrom(startedAt), fc.option(extension)).map(([count, pauses, more]) => ({
    clock: sampleClock(count),
    startedAt,
    pauses,
    extension: more,
  })),
);

function dueOn(clock: RunningClock): CivilDate {
  return computeDeadline(clock, calendar).dueOn;
}

const workedDays = new Map<number, boolean>();

/** Whether a day in China, given by its number since 1970, is worked: from the table alone. */
function isWorkedNaively(number: number): boolean {
  const date = new Date(number * DAY_MS).toISOString().slice(0, 10);
  const kind = calendar.days[date]?.kind;
  if (kind) return kind === 'workday';
  const off = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'];
  if (date >= '2027' && off.includes(date.slice(5))) return false;
  return ![2, 3].includes(number % 7); // Day 0 was a Thursday.
}

/** Hour by hour: one hour at a time runs when its day is worked and no pause covers it. */
function dueNaively({ clock, startedAt, pauses, extension }: RunningClock): CivilDate {
  const local = Date.parse(startedAt) + 8 * HOUR_MS;
  let hour = (Math.floor(local / DAY_MS) + 1) * 24;
  for (let left = (clock.amount + (extension?.amount ?? 0)) * 24; left > 0; hour++) {
    const at = (hour - 8) * HOUR_MS;
    const isPaused = pauses.some(
      ({ from, to }) => Date.parse(from) <= at && at < Date.parse(to ?? from),
    );
    const day = Math.floor(hour / 24);
    if (!workedDays.has(day)) workedDays.set(day, isWorkedNaively(day));
    if (workedDays.get(day) && !isPaused) left--;
  }
  return new Date(Math.floor((hour - 1) / 24) * DAY_MS).toISOString().slice(0, 10);
}

test('over 2015 to 2027 a deadline is where a walk hour by hour ends', () => {
  fc.assert(
    fc.property(running, (one) => assert.equal(dueOn(one), dueNaively(one))),
    { numRuns: 3000 },
  );
});

test('from each day of 2015 to 2027, one, three and ten working days are where a naive walk ends', () => {
  for (let day = '2015-01-01'; day <= '2027-12-31'; day = addDays(day, 1)) {
    for (const count of [1, 3, 10]) {
      const startedAt = `${day}T04:00:00.000Z`;
      const one = { clock: sampleClock(count), startedAt, pauses: [], extension: null };
      assert.equal(dueOn(one), dueNaively(one), `${day} + ${count}`);
    }
  }
});

test('without pauses a deadline lies as many working days on as the clock has', () => {
  fc.assert(
    fc.property(instant, amount, (startedAt, count) => {
      const one = { clock: sampleClock(count), startedAt, pauses: [], extension: null };
      const { dueOn: on, dueAt } = computeDeadline(one, calendar);
      assert.equal(countWorkingDays(calendar, chinaDate(startedAt), on), count);
      assert.ok(isWorkingDay(calendar, on));
      assert.equal(dueAt, `${on}T16:00:00.000Z`);
    }),
  );
});

test('who starts later never ends earlier, and the time of the day changes nothing', () => {
  fc.assert(
    fc.property(instant, instant, amount, (a, b, count) => {
      const at = (startedAt: string) =>
        dueOn({ clock: sampleClock(count), startedAt, pauses: [], extension: null });
      const [first, second] = a <= b ? [a, b] : [b, a];
      assert.ok(at(first) <= at(second));
      if (chinaDate(a) === chinaDate(b)) assert.equal(at(a), at(b));
      const midnight = new Date(`${chinaDate(a)}T00:00:00.000+08:00`).toISOString();
      const lastMoment = new Date(Date.parse(midnight) + DAY_MS - 1).toISOString();
      assert.equal(at(midnight), at(a));
      assert.equal(at(lastMoment), at(a));
    }),
  );
});

const withPause = running.chain((one) => pausesFrom(one.startedAt).map((more) => ({ one, more })));

test('a pause never shortens, the same pause twice is one, and their order is of no matter', () => {
  fc.assert(
    fc.property(withPause, ({ one, more }) => {
      const longer = dueOn({ ...one, pauses: [...one.pauses, ...more] });
      assert.ok(longer >= dueOn(one));
      assert.ok(dueOn(one) >= dueOn({ ...one, pauses: [] }));
      assert.equal(dueOn({ ...one, pauses: [...one.pauses, ...one.pauses] }), dueOn(one));
      assert.equal(dueOn({ ...one, pauses: [...more, ...one.pauses] }), longer);
    }),
    { numRuns: 500 },
  );
});

test('a pause cut in two at any moment is the pause it was', () => {
  const cut = running.chain((one) =>
    fc.record({ one: fc.constant(one), share: fc.double({ min: 0, max: 1, noNaN: true }) }),
  );
  fc.assert(
    fc.property(cut, ({ one, share }) => {
      const pauses = one.pauses.flatMap((pause) => {
        const [from, to] = [Date.parse(pause.from), Date.parse(pause.to ?? pause.from)];
        const middle = new Date(from + Math.floor((to - from) * share)).toISOString();
        return [
          { ...pause, to: middle },
          { ...pause, from: middle },
        ];
      });
      assert.equal(dueOn({ ...one, pauses }), dueOn(one));
    }),
    { numRuns: 500 },
  );
});

test('pauses cost at most the days they last, begun days included', () => {
  fc.assert(
    fc.property(running, (one) => {
      const total = one.pauses.reduce(
        (sum, { from, to }) => sum + Date.parse(to ?? from) - Date.parse(from),
        0,
      );
      const cost = countWorkingDays(calendar, dueOn({ ...one, pauses: [] }), dueOn(one));
      assert.ok(cost >= 0 && cost <= Math.ceil(total / DAY_MS), `${cost} for ${total} ms`);
    }),
    { numRuns: 500 },
  );
});

test('an extension always lengthens, and is the longer clock', () => {
  fc.assert(
    fc.property(running, extension, (one, more) => {
      const plain = { ...one, extension: null };
      const longer = dueOn({ ...plain, extension: more });
      assert.ok(longer > dueOn(plain));
      const clock = sampleClock(one.clock.amount + more.amount);
      assert.equal(longer, dueOn({ ...plain, clock }));
    }),
    { numRuns: 500 },
  );
});

test('hours end when they have run, each pause added once', () => {
  fc.assert(
    fc.property(running, ({ startedAt, pauses }) => {
      const clock = sampleClock(7, 'hours');
      const { dueAt } = computeDeadline({ clock, startedAt, pauses, extension: null }, calendar);
      let ran = 0;
      const minute = 60_000;
      for (let at = Date.parse(startedAt); at < Date.parse(dueAt); at += minute) {
        const isPaused = pauses.some(
          ({ from, to }) => Date.parse(from) <= at && at < Date.parse(to ?? from),
        );
        if (!isPaused) ran++;
      }
      assert.ok(Math.abs(ran - 7 * 60) <= pauses.length * 2, `${ran} minutes`);
    }),
    { numRuns: 300 },
  );
});

test('the steps cover every day from the event to the end once, and say the same as JSON', () => {
  fc.assert(
    fc.property(running, (one) => {
      const deadline = computeDeadline(one, calendar);
      let day = chinaDate(one.startedAt);
      let counted = 0;
      for (const step of deadline.steps) {
        if (!('days' in step) || step.kind === 'months') continue;
        assert.equal(step.from, addDays(day, 1));
        assert.equal(daysBetween(step.from, step.to) + 1, step.days);
        day = step.to;
        if (step.kind === 'counted' || step.kind === 'make-up') counted += step.days * DAY_MS;
        if (step.kind === 'stood') counted += step.days * DAY_MS - step.pausedMs;
      }
      assert.equal(day, deadline.dueOn);
      const wanted = (one.clock.amount + (one.extension?.amount ?? 0)) * DAY_MS;
      assert.ok(counted >= wanted && counted - wanted < DAY_MS);
      assert.deepEqual(JSON.parse(JSON.stringify(deadline)), deadline);
      assert.deepEqual(computeDeadline(deadline, calendar), deadline);
    }),
    { numRuns: 500 },
  );
});
