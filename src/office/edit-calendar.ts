import { type AnnouncedYear, type CalendarEdit, checkEdit } from '#base/calendar-edits.ts';
import type { CivilDate } from '#base/civil-date.ts';
import type { Words } from '#domain/clock.ts';
import { personId } from '#domain/person.ts';
import { type RecomputedDeadline, recomputeDeadlines } from '#domain/recompute-deadlines.ts';
import { mayAnywhere } from '#domain/rights.ts';
import { Refusal } from '#base/refusal.ts';
import { movedWords } from '#publish/moved-words.ts';
import { deleteCalendarEdit, insertAnnouncedYear, upsertCalendarEdit } from '#store/calendar.ts';
import { listRunningDeadlines, updateDeadline } from '#store/deadlines.ts';
import { calendarNow } from './calendar-now.ts';
import { type Act, type Desk, perform } from './desk.ts';

/** What is entered at once: days, days taken back, and years that are complete with them. */
export interface CalendarChange {
  days: CalendarEdit[];
  takenBack: CivilDate[];
  years: AnnouncedYear[];
}

/** A deadline that the change moved, or that is told otherwise since. */
export interface MovedDeadline {
  id: number;
  words: Words;
}

/**
 * Enters an announcement into the calendar of the office and computes every running deadline
 * again. Gives those that moved or are told otherwise, each written down with what moved it.
 */
export async function editCalendar(desk: Desk, change: CalendarChange): Promise<MovedDeadline[]> {
  if (!mayAnywhere(desk.actor, 'calendar.edit')) {
    throw new Refusal('right-missing', { right: 'calendar.edit' });
  }
  for (const day of change.days) checkEdit(day);
  return await perform(desk, async (act) => {
    const before = await calendarNow(act.tx);
    const by = { by: personId(desk.actor), at: act.at };
    for (const day of change.takenBack) await deleteCalendarEdit(act.tx, day);
    for (const day of change.days) await upsertCalendarEdit(act.tx, day, by);
    for (const year of change.years) await insertAnnouncedYear(act.tx, year, by);
    const after = await calendarNow(act.tx);
    await act.note({ act: 'calendar.edit', thing: 'calendar', after: change });
    const running = await listRunningDeadlines(act.tx);
    const moved = recomputeDeadlines(running, before, after);
    for (const one of moved) await saveMoved(act, one, running);
    return moved.map((one) => ({ id: one.id, words: movedWords(one) }));
  });
}

async function saveMoved(
  act: Act,
  { id, before, after, how, because, years }: RecomputedDeadline<number>,
  running: readonly { id: number; version: number }[],
): Promise<void> {
  const version = running.find((one) => one.id === id)?.version ?? 0;
  // One that was met meanwhile stays as it was met.
  if (!(await updateDeadline(act.tx, { id, version }, after))) return;
  await act.note({
    act: 'deadline.recompute',
    thing: 'deadline',
    thingId: id,
    before: { dueAt: before.dueAt, provisional: before.provisional },
    after: { dueAt: after.dueAt, provisional: after.provisional, how },
    reason: [...because.map(({ day }) => day), ...years.map(({ year }) => String(year))].join(', '),
  });
}
