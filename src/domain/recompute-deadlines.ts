import {
  type CalendarChanges,
  calendarChanges,
  type ChangedDay,
  type ChangedYear,
} from '#base/calendar-edits.ts';
import { canonicalJson } from '#base/canonical-json.ts';
import { chinaDate } from '#base/civil-date.ts';
import { isTurnOfYear, type WorkCalendar } from '#base/working-days.ts';
import { computeDeadline, type Deadline } from './deadline.ts';

/** A deadline that a change of the calendar touched. */
export interface RecomputedDeadline<Id> {
  id: Id;
  /** `same-day`: not moved, but told otherwise, as when it is no longer provisional. */
  how: 'later' | 'earlier' | 'same-day';
  before: Deadline;
  after: Deadline;
  /** The changed days it was counted over: at least one where it moved, if `before` computed it. */
  because: ChangedDay[];
  /** Years announced, or no longer, that it was counted over. */
  years: ChangedYear[];
}

/**
 * Computes open deadlines again by a changed calendar. Gives those that moved and those told
 * otherwise, with what of the change lies within them; the rest stay as they are.
 */
export function recomputeDeadlines<Id>(
  open: readonly { id: Id; deadline: Deadline }[],
  before: WorkCalendar,
  after: WorkCalendar,
): RecomputedDeadline<Id>[] {
  const changes = calendarChanges(before, after);
  return open.flatMap(({ id, deadline }) => {
    const again = computeDeadline(deadline, after);
    if (canonicalJson(again) === canonicalJson(deadline)) return [];
    const how =
      again.dueAt === deadline.dueAt
        ? 'same-day'
        : again.dueAt > deadline.dueAt
          ? 'later'
          : 'earlier';
    return [{ id, how, before: deadline, after: again, ...causes(deadline, again, changes) }];
  });
}

function causes(
  before: Deadline,
  after: Deadline,
  changes: CalendarChanges,
): { because: ChangedDay[]; years: ChangedYear[] } {
  const from = chinaDate(before.startedAt);
  const to = before.dueOn > after.dueOn ? before.dueOn : after.dueOn;
  const because = changes.days.filter(({ day }) => day > from && day <= to);
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  // New Year's announcement also settles the last days of December.
  const until = isTurnOfYear(to) ? last + 1 : last;
  const years = changes.years.filter(({ year }) => year >= first && year <= until);
  return { because, years };
}
