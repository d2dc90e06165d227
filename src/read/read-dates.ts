import { type CivilDate, civilDate, dateParts, isCalendarDay } from '#base/civil-date.ts';
import { narrow, numberOf } from './dates.ts';
import { findRelativeDays } from './relative-days.ts';

/** A day that a Chinese phrase names. */
export interface NamedDay {
  date: CivilDate;
  start: number;
  end: number;
  /** `absolute`: needs no reference day. */
  form: 'absolute' | 'relative';
  /** The day only bounds a time: `2019年8月6日或之后`. */
  isBound: boolean;
}

const NUMBER = '[〇○零一二两三四五六七八九十廿卅元]';
const AFTER = String.raw`(?!\d|[-/.]\d)`;
const DIGITS_YEAR = '[〇○零ＯOo一二三四五六七八九]{3,4}';
const COUNTED_YEAR = String.raw`[一二两三]千(?:零?${NUMBER}{1,3})?`;
const PART = String.raw`(\d{1,2}|${NUMBER}{1,3})`;
const DATED = new RegExp(
  String.raw`(?<![\d〇零一二三四五六七八九])(\d{3,4}|${DIGITS_YEAR}|${COUNTED_YEAR})\s*年` +
    String.raw`\s*${PART}\s*月\s*(?:初)?${PART}(?:\s*[日号號])?`,
  'g',
);
const FIGURES = new RegExp(
  String.raw`(?<![\d.])(\d{4})(\s?[-/.]\s?|\s)(\d{1,2})\2(\d{1,2})${AFTER}`,
  'g',
);
const YEAR_LAST = new RegExp(
  String.raw`(?<![\d.])(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d\d?)${AFTER}`,
  'g',
);
/** 农历 days belong to another calendar: no day of ours without a table. */
const LUNAR = /农历|阴历|正月|腊月|冬月|大年|月\s*初[一二三四五六七八九十]/;
const BOUND =
  /^\s*(?:及|或|和)?(?:(?:之|以)[前后後]|至今)|^\s*(?:及|或|和)(?:更[早晚])|^\s*开始|^\s*起至/;

/**
 * The days a Chinese text names, in order, relative ones understood from `reference` (the day it
 * was written): 本月十日, 昨天, 上周五, 5天前, 去年本月十日. What names no single day (上周, 月底
 * 前后) gives none, and neither does the lunar calendar. Minutes and hours from now are that same
 * day; weeks begin on Monday; of two-part doubts the day comes before the month (1/2/2020).
 */
export function readDates(text: string, reference: CivilDate): NamedDay[] {
  const plain = narrow(text).replace(/[個]/g, '个').replace(/[週]/g, '周').replace(/[後]/g, '后');
  const found: NamedDay[] = [];
  for (const match of plain.matchAll(DATED)) {
    const around = plain.slice(Math.max(0, match.index - 3), match.index + match[0].length);
    if (LUNAR.test(around)) continue;
    add(found, plain, match, yearOf(match[1] ?? ''), numberOf(match[2]), numberOf(match[3]));
  }
  for (const match of plain.matchAll(FIGURES)) {
    add(found, plain, match, Number(match[1]), Number(match[3]), Number(match[4]));
  }
  for (const match of plain.matchAll(YEAR_LAST)) addDoubtful(found, plain, match, reference);
  for (const day of findRelativeDays(plain, reference)) {
    if (found.some(({ start, end }) => day.start < end && day.end > start)) continue;
    found.push({ ...day, form: 'relative', isBound: false });
  }
  return found.sort((a, b) => a.start - b.start);
}

function add(
  found: NamedDay[],
  text: string,
  match: RegExpExecArray,
  year: number,
  month: number,
  day: number,
): boolean {
  if (year < 1 || !isCalendarDay(year, month, day)) return false;
  const [start, end] = [match.index, match.index + match[0].length];
  if (found.some((other) => start < other.end && end > other.start)) return false;
  const isBound = BOUND.test(text.slice(end, end + 8));
  found.push({ date: civilDate(year, month, day), start, end, form: 'absolute', isBound });
  return true;
}

/** Three short figures: year first when they can be, else the year last and the day first. */
function addDoubtful(
  found: NamedDay[],
  text: string,
  match: RegExpExecArray,
  reference: CivilDate,
): void {
  const [first, second, third] = [Number(match[1]), Number(match[3]), Number(match[4])];
  const isFull = match[4]?.length === 4;
  if (!isFull && match[1]?.length === 2) {
    if (add(found, text, match, fullYear(first, reference), second, third)) return;
  }
  if (!isFull && match[4]?.length !== 2) return;
  const year = isFull ? third : fullYear(third, reference);
  if (!add(found, text, match, year, second, first)) add(found, text, match, year, first, second);
}

/** A year of two digits: not more than forty years ahead. */
function fullYear(short: number, reference: CivilDate): number {
  const { year } = dateParts(reference);
  const century = year - (year % 100);
  return century + short > year + 40 ? century + short - 100 : century + short;
}

function yearOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const thousands = /^([一二两三])千零?(.*)$/.exec(text);
  if (thousands) {
    return numberOf(thousands[1]) * 1000 + (thousands[2] === '' ? 0 : numberOf(thousands[2]));
  }
  let year = 0;
  for (const digit of text.replace(/[○零ＯOo]/g, '〇')) {
    year = year * 10 + '〇一二三四五六七八九'.indexOf(digit);
  }
  return year;
}
