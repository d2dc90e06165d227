import { addDays, type CivilDate, dateParts, daysBetween } from './civil-date.ts';
import { statutoryDay } from './statutory-days.ts';

/** What an announcement says of one day: off, or worked in exchange for a day off (调休). */
export interface DayRule {
  kind: 'holiday' | 'workday';
  name: string;
  nameEn?: string;
  /** The announcement it is from; absent for the packaged years. */
  source?: string;
}

/** The calendar that deadlines are counted by: a plain value, the same for the same data. */
export interface WorkCalendar {
  /** Years whose announcement is known, rising. Days of all others are provisional. */
  announced: readonly number[];
  /** Days of which an announcement says something, by `YYYY-MM-DD`. */
  days: Readonly<Record<string, DayRule>>;
}

/** One day of a calendar, with the reason why it is worked or not. */
export interface CalendarDay {
  day: CivilDate;
  working: boolean;
  why: 'weekday' | 'weekend' | 'holiday' | 'make-up';
  /** Of the holiday that the day is off or worked for; empty on plain days. */
  name: string;
  nameEn: string;
  source: string | null;
  /** An announcement still to come may change it. */
  provisional: boolean;
}

/** A calendar that knows no announcement: weekends and the fixed statutory days. */
export const unannouncedCalendar: WorkCalendar = { announced: [], days: {} };

/** Whether a day is a Saturday or Sunday. */
export function isWeekend(day: CivilDate): boolean {
  const weekday = weekdayOf(day);
  return weekday === 0 || weekday === 6;
}

/** 0 Sunday … 6 Saturday; 1970-01-01 was a Thursday. */
function weekdayOf(day: CivilDate): number {
  const { year, month, day: date } = dateParts(day);
  return new Date(Date.UTC(year, month - 1, date)).getUTCDay();
}

/**
 * What a calendar says of a day: what was announced of it; without an announcement, off on the
 * statutory days of fixed date, else by the weekday.
 */
export function calendarDay(calendar: WorkCalendar, day: CivilDate): CalendarDay {
  const rule = calendar.days[day];
  const provisional = isProvisionalDay(calendar, day);
  if (rule) {
    const working = rule.kind === 'workday';
    return {
      day,
      working,
      why: working ? 'make-up' : 'holiday',
      name: rule.name,
      nameEn: rule.nameEn ?? rule.name,
      source: rule.source ?? null,
      provisional,
    };
  }
  const law = isAnnounced(calendar, day) ? null : statutoryDay(day);
  if (law) return { day, working: false, why: 'holiday', ...law, source: null, provisional };
  const why = isWeekend(day) ? 'weekend' : 'weekday';
  const working = why === 'weekday';
  return { day, working, why, name: '', nameEn: '', source: null, provisional };
}

/**
 * Whether an announcement still to come may change a day: its year is not announced, or it is one
 * of the last three of December and the next year is not. New Year is announced with the year it
 * begins and may take those days (29 December 2018 was worked for it, 30 and 31 were off).
 */
export function isProvisionalDay(calendar: WorkCalendar, day: CivilDate): boolean {
  if (!isAnnounced(calendar, day)) return true;
  return isTurnOfYear(day) && !calendar.announced.includes(dateParts(day).year + 1);
}

/** Whether a day is one of those that New Year's announcement may take from the year before. */
export function isTurnOfYear(day: CivilDate): boolean {
  return day.slice(5) >= '12-29';
}

function isAnnounced(calendar: WorkCalendar, day: CivilDate): boolean {
  return calendar.announced.includes(dateParts(day).year);
}

/** Whether a day is worked: announced holidays are not, make-up days are. */
export function isWorkingDay(calendar: WorkCalendar, day: CivilDate): boolean {
  return calendarDay(calendar, day).working;
}

/** The first working day after `day`. */
export function nextWorkingDay(calendar: WorkCalendar, day: CivilDate): CivilDate {
  return addWorkingDays(calendar, day, 1);
}

/** The working day number `count` after `day`, which itself does not count; before it, if negative. */
export function addWorkingDays(calendar: WorkCalendar, day: CivilDate, count: number): CivilDate {
  const step = Math.sign(count);
  let at = day;
  for (let left = Math.abs(count); left > 0; ) {
    at = addDays(at, step);
    if (isWorkingDay(calendar, at)) left--;
  }
  return at;
}

/** Working days after `from` up to and including `to`; negative when `to` is earlier. */
export function countWorkingDays(calendar: WorkCalendar, from: CivilDate, to: CivilDate): number {
  if (to < from) return 0 - countWorkingDays(calendar, to, from);
  const last = dateParts(to).year;
  let count = workedUntil(calendar, to) - workedUntil(calendar, from);
  for (let { year } = dateParts(from); year < last; year++) {
    count += workedUntil(calendar, `${year}-12-31` as CivilDate);
  }
  return count;
}

/** Of each calendar and year, how many of its days up to each were worked: a calendar never changes. */
const worked = new WeakMap<WorkCalendar, Map<number, readonly number[]>>();

/** Working days of a day's own year up to and including it. */
function workedUntil(calendar: WorkCalendar, day: CivilDate): number {
  const { year } = dateParts(day);
  const first = `${year}-01-01` as CivilDate;
  const years = worked.get(calendar) ?? new Map<number, readonly number[]>();
  worked.set(calendar, years);
  const counts = years.get(year) ?? countsOfYear(calendar, first);
  years.set(year, counts);
  return counts[daysBetween(first, day)] ?? 0;
}

function countsOfYear(calendar: WorkCalendar, first: CivilDate): number[] {
  const counts: number[] = [];
  let count = 0;
  for (let day = first; day.slice(0, 4) === first.slice(0, 4); day = addDays(day, 1)) {
    if (isWorkingDay(calendar, day)) count += 1;
    counts.push(count);
  }
  return counts;
}
