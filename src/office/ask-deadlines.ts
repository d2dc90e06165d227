import type { CalendarEdit } from '#base/calendar-edits.ts';
import type { Words } from '#domain/clock.ts';
import { reachOf } from '#domain/rights.ts';
import { type TimeLeft, timeLeft } from '#domain/time-left.ts';
import { deadlineWords } from '#publish/deadline-words.ts';
import { timeLeftWords } from '#publish/time-left-words.ts';
import { type DeadlineFilter, type DeadlineRow, listDeadlines } from '#store/deadlines.ts';
import { listCalendarEdits } from '#store/calendar.ts';
import { visibleCampaign } from './ask-campaigns.ts';
import { calendarNow } from './calendar-now.ts';
import { deadlineAt } from './change-deadline.ts';
import type { Desk } from './desk.ts';
import { hearingClock } from './hearing-until.ts';
import { type Page, pageById } from './page-of.ts';

/** A clock with what is left of it, and how it was computed, in words. */
export interface DeadlineView extends DeadlineRow {
  left: TimeLeft;
  leftWords: Words;
  words: Words;
}

/** Running clocks that end soonest. */
export async function askDeadlines(
  desk: Desk,
  filter: DeadlineFilter,
): Promise<Page<DeadlineView>> {
  const rows = await listDeadlines(desk.db, reachOf(desk.actor, 'deadline.read'), filter);
  return pageById(await viewsOf(desk, rows), filter.limit);
}

/** One clock. */
export async function askDeadline(desk: Desk, id: number): Promise<DeadlineView> {
  const { row } = await deadlineAt(desk, desk.db, id);
  const [view] = await viewsOf(desk, [row]);
  return view as DeadlineView;
}

/** The clock that the units of a campaign may speak by; null: they may not just now. */
export async function askHearing(desk: Desk, campaignId: number): Promise<DeadlineView | null> {
  await visibleCampaign(desk, campaignId);
  const row = await hearingClock(desk.db, campaignId);
  if (row === null) return null;
  const [view = null] = await viewsOf(desk, [row]);
  return view;
}

/** Clocks with what is left of each, by the calendar of now. */
export async function viewsOf(desk: Desk, rows: readonly DeadlineRow[]): Promise<DeadlineView[]> {
  const calendar = await calendarNow(desk.db);
  const now = desk.now();
  return rows.map((row) => {
    const left = timeLeft(row.deadline, now, calendar);
    return { ...row, left, leftWords: timeLeftWords(left), words: deadlineWords(row.deadline) };
  });
}

/** What was entered into the calendar by hand, and the years whose announcement is known. */
export async function askCalendar(
  desk: Desk,
): Promise<{ announced: number[]; edits: CalendarEdit[] }> {
  const { announced } = await calendarNow(desk.db);
  return { announced: [...announced], edits: await listCalendarEdits(desk.db) };
}
