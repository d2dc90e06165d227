import { checkEdit, withAnnouncedYears, withCalendarEdits } from '#base/calendar-edits.ts';
import { addDays, type CivilDate } from '#base/civil-date.ts';
import { type CalendarDay, calendarDay, type WorkCalendar } from '#base/working-days.ts';
import { recomputeDeadlines } from '#domain/recompute-deadlines.ts';
import { movedWords } from '#publish/moved-words.ts';
import { announcedCalendar } from '#store/announced-days.ts';
import { listAnnouncedYears, listCalendarEdits } from '#store/calendar.ts';
import { listRunningDeadlines } from '#store/deadlines.ts';
import { calendarNow } from './calendar-now.ts';
import type { Desk } from './desk.ts';
import type { CalendarChange, MovedDeadline } from './edit-calendar.ts';

/** Every day of a year as deadlines are counted by it, and whether the year is announced. */
export async function askCalendarYear(
  desk: Desk,
  year: number,
): Promise<{ year: number; isAnnounced: boolean; workingDays: number; days: CalendarDay[] }> {
  const calendar = await calendarNow(desk.db);
  const days: CalendarDay[] = [];
  const last: CivilDate = `${year}-12-31`;
  for (let day: CivilDate = `${year}-01-01`; day <= last; day = addDays(day, 1)) {
    days.push(calendarDay(calendar, day));
  }
  const workingDays = days.filter(({ working }) => working).length;
  return { year, isAnnounced: calendar.announced.includes(year), workingDays, days };
}

/** Which running clocks a change of the calendar would move. Changes nothing; refuses as it would. */
export async function previewCalendar(
  desk: Desk,
  change: CalendarChange,
): Promise<MovedDeadline[]> {
  for (const day of change.days) checkEdit(day);
  const before = await calendarNow(desk.db);
  const running = await listRunningDeadlines(desk.db);
  const moved = recomputeDeadlines(running, before, await calendarAfter(desk, change));
  return moved.map((one) => ({ id: one.id, words: movedWords(one) }));
}

async function calendarAfter({ db }: Desk, change: CalendarChange): Promise<WorkCalendar> {
  const replaced = new Set([...change.takenBack, ...change.days.map(({ day }) => day)]);
  const kept = (await listCalendarEdits(db)).filter(({ day }) => !replaced.has(day));
  const entered = new Set(change.years.map(({ year }) => year));
  const years = (await listAnnouncedYears(db)).filter(({ year }) => !entered.has(year));
  const edited = withCalendarEdits(announcedCalendar(), [...kept, ...change.days]);
  return withAnnouncedYears(edited, [...years, ...change.years]);
}
