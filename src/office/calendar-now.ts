import { withAnnouncedYears, withCalendarEdits } from '#base/calendar-edits.ts';
import type { WorkCalendar } from '#base/working-days.ts';
import { announcedCalendar } from '#store/announced-days.ts';
import { listAnnouncedYears, listCalendarEdits } from '#store/calendar.ts';
import type { Database } from '#store/database/database.ts';

/** The working-day calendar of the office: the packaged announcements, and what was entered. */
export async function calendarNow(db: Database): Promise<WorkCalendar> {
  const edited = withCalendarEdits(announcedCalendar(), await listCalendarEdits(db));
  return withAnnouncedYears(edited, await listAnnouncedYears(db));
}
