import { withAnnouncedYears, withCalendarEdits } from '#base/calendar-edits.ts';
import type { WorkCalendar } from '#base/working-days.ts';
import { announcedCalendar } from '#store/announced-days.ts';
import { calendarText, readCalendarText } from '#store/calendar.ts';
import type { Database } from '#store/database/database.ts';

/** The calendar that was made last, and from what: entries change seldom, and it is asked all day. */
let made: { from: string; calendar: WorkCalendar } | null = null;

/** The working-day calendar of the office: the packaged announcements, and what was entered. */
export async function calendarNow(db: Database): Promise<WorkCalendar> {
  const from = await calendarText(db);
  if (made?.from !== from) {
    const { edits, years } = readCalendarText(from);
    const edited = withCalendarEdits(announcedCalendar(), edits);
    made = { from, calendar: withAnnouncedYears(edited, years) };
  }
  return made.calendar;
}
