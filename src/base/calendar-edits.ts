import { type CivilDate, dateParts, parseCivilDate } from './civil-date.ts';
import { Refusal } from './refusal.ts';
import { statutoryDay, statutoryDays } from './statutory-days.ts';
import {
  type CalendarDay,
  calendarDay,
  type DayRule,
  isWeekend,
  type WorkCalendar,
} from './working-days.ts';

/** A correction by hand: a day off, a make-up day, or a day of which nothing is announced. */
export interface CalendarEdit {
  day: CivilDate;
  kind: 'holiday' | 'workday' | 'plain';
  /** The holiday that it is off or worked for. */
  name: string;
  /** The announcement: number, date, address. */
  source: string;
}

/** A year whose announcement was entered by hand, day by day as `CalendarEdit`s. */
export interface AnnouncedYear {
  year: number;
  source: string;
}

/** A day that two calendars speak of differently. */
export interface ChangedDay {
  day: CivilDate;
  before: CalendarDay;
  after: CalendarDay;
}

/** What became of one calendar in another. */
export interface CalendarChanges {
  days: ChangedDay[];
  years: ChangedYear[];
}

/** A year that is announced in one of two calendars only: in the later one, or no longer. */
export interface ChangedYear {
  year: number;
  announced: boolean;
}

/** Limits of the register of edits (columns of its table). */
const MAX_NAME = 60;
const MAX_SOURCE = 300;
const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;

/** A calendar with corrections laid over it, each day at most once. Refuses what cannot be meant. */
export function withCalendarEdits(
  calendar: WorkCalendar,
  edits: readonly CalendarEdit[],
): WorkCalendar {
  const days: Record<string, DayRule> = { ...calendar.days };
  const english = new Map(Object.values(days).map(({ name, nameEn }) => [name, nameEn]));
  const seen = new Set<CivilDate>();
  for (const edit of edits) {
    checkEdit(edit);
    if (seen.has(edit.day)) throw new Refusal('calendar-day-twice', { day: edit.day });
    seen.add(edit.day);
    const { day, kind, name, source } = edit;
    const nameEn = english.get(name);
    if (kind === 'plain') delete days[day];
    else days[day] = { kind, name, source, ...(nameEn === undefined ? {} : { nameEn }) };
  }
  return { announced: calendar.announced, days };
}

/**
 * A calendar in which these years are announced too: lay their days over it first. Refuses a year
 * of which a statutory day is still missing, since its deadlines would no longer be provisional.
 */
export function withAnnouncedYears(
  calendar: WorkCalendar,
  years: readonly AnnouncedYear[],
): WorkCalendar {
  const announced = new Set(calendar.announced);
  for (const { year, source } of years) {
    checkYear(year);
    checkText('source', source, MAX_SOURCE, String(year));
    const missing = statutoryDays(year).filter((day) => calendar.days[day]?.kind !== 'holiday');
    if (missing.length > 0) {
      throw new Refusal('calendar-year-incomplete', { year, missing: missing.join(', ') });
    }
    announced.add(year);
  }
  return { announced: [...announced].sort((a, b) => a - b), days: calendar.days };
}

/** Refuses an edit that has the wrong form, changes nothing, or contradicts the law. */
export function checkEdit(edit: CalendarEdit): void {
  const { day, kind } = edit;
  if (parseCivilDate(day) === null) throw new Refusal('calendar-day-malformed', { day });
  checkYear(dateParts(day).year);
  if (kind !== 'holiday' && kind !== 'workday' && kind !== 'plain') {
    throw new Refusal('calendar-kind-unknown', { day, kind: String(kind) });
  }
  checkText('name', edit.name, MAX_NAME, day);
  checkText('source', edit.source, MAX_SOURCE, day);
  const law = statutoryDay(day);
  if (law && kind !== 'holiday') {
    throw new Refusal('calendar-day-statutory', { day, zh: law.name, en: law.nameEn });
  }
  if (kind === 'workday' && !isWeekend(day)) throw new Refusal('calendar-workday-plain', { day });
}

function checkYear(year: number): void {
  const fits = Number.isInteger(year) && year >= FIRST_YEAR && year <= LAST_YEAR;
  if (!fits) throw new Refusal('calendar-year', { year, first: FIRST_YEAR, last: LAST_YEAR });
}

function checkText(field: 'name' | 'source', text: string, most: number, of: string): void {
  if (text.trim() !== '' && text.length <= most) return;
  throw new Refusal('calendar-text', { of, field, most, length: text.length });
}

/** The days of which two calendars speak differently, in order, and the years announced since. */
export function calendarChanges(before: WorkCalendar, after: WorkCalendar): CalendarChanges {
  const years = [...new Set([...before.announced, ...after.announced])]
    .filter((year) => before.announced.includes(year) !== after.announced.includes(year))
    .sort((a, b) => a - b)
    .map((year) => ({ year, announced: after.announced.includes(year) }));
  const edited = [...Object.keys(before.days), ...Object.keys(after.days)].filter(
    (day) => !isSameRule(before.days[day], after.days[day]),
  );
  const candidates = new Set([...edited, ...years.flatMap(({ year }) => statutoryDays(year))]);
  const days = [...candidates].sort().flatMap((day) => {
    const [was, is] = [calendarDay(before, day), calendarDay(after, day)];
    return was.why === is.why && was.name === is.name ? [] : [{ day, before: was, after: is }];
  });
  return { days, years };
}

function isSameRule(a: DayRule | undefined, b: DayRule | undefined): boolean {
  return a?.kind === b?.kind && a?.name === b?.name;
}
