import { assert } from '#base/assert.ts';
import { type CivilDate, chinaDate, daysBetween, type Instant } from '#base/civil-date.ts';
import { addMonths } from '#base/period.ts';
import type { WorkCalendar } from '#base/working-days.ts';
import { MAX_CLOCK_AMOUNT, type RunningClock } from './clock.ts';
import { type DayStep, walkDays } from './deadline-walk.ts';
import { mergePauses, runFor, type Stretch } from './paused-time.ts';
import { pausedSince } from './running-clock.ts';

/** How a deadline came about, in order. */
export type DeadlineStep =
  /** The day of the event does not count. */
  | { kind: 'start'; on: CivilDate }
  /** Hours run from the event itself. */
  | { kind: 'start-at'; at: Instant }
  /** Months end on the same day of the month, or on its last: as many days. */
  | { kind: 'months'; months: number; to: CivilDate; days: number }
  | { kind: 'extended'; amount: number; reason: string; approver: string }
  /** Within the running time; `to` is null while the clock stands. */
  | { kind: 'paused'; from: Instant; to: Instant | null; reason: string }
  | DayStep
  | { kind: 'due'; on: CivilDate; at: Instant };

/** A clock with the moment it ends and how that was computed. Plain JSON. */
export interface Deadline extends RunningClock {
  /**
   * The first moment that is too late: 24:00 in China of the last day. While the clock stands, the
   * earliest it can become: as if it went on at once.
   */
  dueAt: Instant;
  /** The last day, in China. */
  dueOn: CivilDate;
  /** An announcement still to come may move it. */
  provisional: boolean;
  /** Since when the clock stands, or null while it runs. */
  pausedSince: Instant | null;
  steps: DeadlineStep[];
}

const HOUR_MS = 3_600_000;
/** China is eight hours ahead, without summer time since 1991. */
const MIDNIGHT_IN_CHINA = 'T16:00:00.000Z';

/**
 * When a clock ends. Days start on the day after the event and end at 24:00 in China; working days
 * are those of the calendar, make-up days included. A clock of n days ends with the first day by
 * which it has run n × 24 hours within counted days: so paused parts of days add up, each full 24
 * hours of them costs one further day, and what remains one more. Months are turned into days
 * first. Hours run on the clock, whatever the day.
 */
export function computeDeadline(running: RunningClock, calendar: WorkCalendar): Deadline {
  const { clock, startedAt, pauses, extension } = running;
  const amount = clock.amount + (extension?.amount ?? 0);
  assert(Number.isInteger(amount) && amount > 0 && amount <= MAX_CLOCK_AMOUNT, `${amount}`);
  assert(!Number.isNaN(Date.parse(startedAt)), `not an instant: ${startedAt}`);
  const stretches = mergePauses(pauses);
  const ends =
    clock.unit === 'hours'
      ? endOfHours(startedAt, amount, stretches)
      : endOfDays(running, amount, stretches, calendar);
  const { dueAt, dueOn, provisional, steps } = ends;
  const [start, ...counted] = steps;
  const all: DeadlineStep[] = [
    ...(start ? [start] : []),
    ...(extension ? [{ kind: 'extended' as const, ...extension }] : []),
    ...pausesWithin(running, dueAt),
    ...counted,
    { kind: 'due', on: dueOn, at: dueAt },
  ];
  return {
    clock,
    startedAt,
    pauses,
    extension,
    dueAt,
    dueOn,
    provisional,
    pausedSince: pausedSince(running),
    steps: all,
  };
}

type Ends = Pick<Deadline, 'dueAt' | 'dueOn' | 'provisional' | 'steps'>;

function endOfHours(startedAt: Instant, hours: number, pauses: readonly Stretch[]): Ends {
  const end = runFor(Date.parse(startedAt), hours * HOUR_MS, pauses);
  const dueAt = new Date(end).toISOString();
  const steps: DeadlineStep[] = [{ kind: 'start-at', at: startedAt }];
  // The last moment in time is the one before.
  const dueOn = chinaDate(new Date(end - 1).toISOString());
  return { dueAt, dueOn, provisional: false, steps };
}

function endOfDays(
  { clock, startedAt }: RunningClock,
  amount: number,
  pauses: readonly Stretch[],
  calendar: WorkCalendar,
): Ends {
  const startOn = chinaDate(startedAt);
  const steps: DeadlineStep[] = [{ kind: 'start', on: startOn }];
  let days = amount;
  if (clock.unit === 'months') {
    const to = addMonths(startOn, amount);
    days = daysBetween(startOn, to);
    steps.push({ kind: 'months', months: amount, to, days });
  }
  const walk = walkDays(startOn, days, pauses, clock.unit === 'working-days' ? calendar : null);
  steps.push(...walk.steps);
  return { dueAt: endOfDay(walk.on), dueOn: walk.on, provisional: walk.provisional, steps };
}

/** 24:00 in China of a day. */
export function endOfDay(day: CivilDate): Instant {
  return `${day}${MIDNIGHT_IN_CHINA}`;
}

/** Pauses that began before the clock had ended. */
function pausesWithin({ pauses }: RunningClock, dueAt: Instant): DeadlineStep[] {
  return pauses
    .filter(({ from }) => Date.parse(from) < Date.parse(dueAt))
    .map(({ from, to, reason }) => ({ kind: 'paused', from, to, reason }));
}
