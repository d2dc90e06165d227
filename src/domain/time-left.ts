import { chinaDate, daysBetween, type Instant } from '#base/civil-date.ts';
import { countWorkingDays, type WorkCalendar } from '#base/working-days.ts';
import type { Deadline } from './deadline.ts';

/** How a deadline stands at a moment. Never stored: it follows from clock and now. */
export interface TimeLeft {
  state: 'running' | 'paused' | 'overdue';
  overdue: boolean;
  /**
   * Working days after today up to the last day (0: nothing but what is left of today), or, when
   * overdue, those after the last day up to today, the one under way included.
   */
  workingDays: number;
  /** The same in days of the calendar. */
  days: number;
  /** Until, or since, the deadline itself. */
  ms: number;
  /** What the clock goes by, so what it is told in. */
  unit: 'working-days' | 'days' | 'hours';
  /** Since when the clock stands, or null. */
  pausedSince: Instant | null;
}

/** All of a deadline that what is left of it follows from. */
export type Ending = Pick<Deadline, 'dueAt' | 'dueOn' | 'pausedSince'> & {
  clock: Pick<Deadline['clock'], 'unit'>;
};

/**
 * What is left of a deadline. The moment of the deadline itself is late: 24:00 belongs to the next
 * day. A clock that stands is never late, unless it was when it stopped; what it has left is what
 * it had at that moment.
 */
export function timeLeft(deadline: Ending, now: Instant, calendar: WorkCalendar): TimeLeft {
  const stoodAt = deadline.pausedSince;
  const isPaused = stoodAt !== null && stoodAt < deadline.dueAt && stoodAt <= now;
  const at = isPaused ? stoodAt : now;
  const ms = Date.parse(deadline.dueAt) - Date.parse(at);
  const overdue = ms <= 0;
  const { dueOn, clock } = deadline;
  const today = chinaDate(at);
  return {
    state: isPaused ? 'paused' : overdue ? 'overdue' : 'running',
    overdue,
    workingDays: Math.abs(countWorkingDays(calendar, today, dueOn)),
    days: Math.abs(daysBetween(today, dueOn)),
    ms: Math.abs(ms),
    unit: clock.unit === 'months' ? 'days' : clock.unit,
    pausedSince: isPaused ? stoodAt : null,
  };
}
