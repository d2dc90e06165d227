import { assert } from './assert.ts';
import { addDays, type CivilDate, civilDate, dateParts, daysInMonth } from './civil-date.ts';

/** A clock of a rubric, an ISO 8601 duration in days, months or years: `P14D`, `P6M`, `P1Y`. */
export type Period = string & { readonly unit?: 'period' };

const PERIOD = /^P(\d{1,4})([DMY])$/;

/** Whether a text is a period of one unit: `P14D`, `P2M`, `P1Y`. */
export function isPeriod(text: string): text is Period {
  return PERIOD.test(text);
}

/**
 * The boundary day of a clock: `date` minus `period`, by the calendar. A day that the month
 * lacks becomes its last (31 August minus six months is 28 or 29 February). The boundary day
 * itself still counts as fresh (our choice: no official text says).
 */
export function minusPeriod(date: CivilDate, period: Period): CivilDate {
  const match = PERIOD.exec(period);
  assert(match, `not a period: ${period}`);
  const count = Number(match[1]);
  if (match[2] === 'D') return addDays(date, -count);
  return addMonths(date, match[2] === 'Y' ? -count * 12 : -count);
}

/** A day so much later, by the calendar; likewise the last of a month that lacks the day. */
export function plusPeriod(date: CivilDate, period: Period): CivilDate {
  const match = PERIOD.exec(period);
  assert(match, `not a period: ${period}`);
  const count = Number(match[1]);
  if (match[2] === 'D') return addDays(date, count);
  return addMonths(date, match[2] === 'Y' ? count * 12 : count);
}

/** The same day `months` later (earlier, when negative); the last day of a month that lacks it. */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const { year, month, day } = dateParts(date);
  const index = year * 12 + (month - 1) + months;
  const toYear = Math.floor(index / 12);
  const toMonth = (index % 12) + 1;
  return civilDate(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
}

/** In Chinese, as circulars write it: `2周`, `6个月`, `1年`, `10天`. */
export function formatChinesePeriod(period: Period): string {
  const match = PERIOD.exec(period);
  assert(match, `not a period: ${period}`);
  const count = Number(match[1]);
  if (match[2] === 'Y') return `${count}年`;
  if (match[2] === 'M') return `${count}个月`;
  return count % 7 === 0 ? `${count / 7}周` : `${count}天`;
}
