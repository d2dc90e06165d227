/** A calendar day, `YYYY-MM-DD`, without a time zone. Compare with `<` and `>`. */
export type CivilDate = string & { readonly unit?: 'day' };

/** A moment in UTC, ISO 8601 with milliseconds: `2019-05-27T01:30:00.000Z`. */
export type Instant = string & { readonly unit?: 'instant' };

const DAY_MS = 86_400_000;

/** Whether year, month (1–12) and day name a day that exists in the Gregorian calendar. */
export function isCalendarDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Days in a month (1–12) of a year, leap years included. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** `YYYY-MM-DD` from its parts, which must name an existing day of the years 0001–9999. */
export function civilDate(year: number, month: number, day: number): CivilDate {
  const digits = year < 1000 ? String(year).padStart(4, '0') : String(year);
  return `${digits}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
}

/** The day a text names, or null unless it is exactly `YYYY-MM-DD` and exists. */
export function parseCivilDate(text: string): CivilDate | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return year > 0 && isCalendarDay(year, month, day) ? text : null;
}

/** Year, month (1–12) and day of a date. */
export function dateParts(date: CivilDate): { year: number; month: number; day: number } {
  return {
    year: Number(date.slice(0, 4)),
    month: Number(date.slice(5, 7)),
    day: Number(date.slice(8, 10)),
  };
}

/** The day `days` after `date` (before it, when negative). */
export function addDays(date: CivilDate, days: number): CivilDate {
  const { year, month, day } = dateParts(date);
  return new Date(Date.UTC(year, month - 1, day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  const start = dateParts(from);
  const end = dateParts(to);
  const startMs = Date.UTC(start.year, start.month - 1, start.day);
  return Math.round((Date.UTC(end.year, end.month - 1, end.day) - startMs) / DAY_MS);
}

/** As Chinese officials write it, without leading zeros: `2019年5月27日`. */
export function formatChineseDate(date: CivilDate): string {
  const { year, month, day } = dateParts(date);
  return `${year}年${month}月${day}日`;
}

/** A moment as it is told in China (UTC+8): `2019-05-27 09:30:00`. */
export function chinaTime(instant: Instant): string {
  const local = new Date(Date.parse(instant) + 8 * 3_600_000).toISOString();
  return `${local.slice(0, 10)} ${local.slice(11, 19)}`;
}

/** The day it is in China (UTC+8, no summer time since 1991) at an instant. */
export function chinaDate(instant: Instant): CivilDate {
  // Before 16:00 UTC it is the same day, which stands there.
  const isUtc = instant.charAt(10) === 'T' && instant.endsWith('Z');
  if (isUtc && Number(instant.slice(11, 13)) < 16) return instant.slice(0, 10);
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10);
}
