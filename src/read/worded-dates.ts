import type { CivilDate } from '#base/civil-date.ts';
import { type DateMatch, realDate } from './dates.ts';
import type { MonthNames } from './month-names.ts';

const YEAR = String.raw`((?:19|20)\d\d)(?!\d)`;
const CLOCK = String.raw`(?:\d{1,2}:\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?\s*(?:[+-]\d{4}|\p{Lu}{2,4})?[\s,]*)?`;

const patterns = new WeakMap<MonthNames, RegExp>();

/**
 * Dates with a written-out month: `5 janvier 2019`, `January 5th, 2019`, `5. Januar 2019`,
 * `5 de enero de 2019`, `2019. január 5.`, `Tue Jan 05 10:30:00 CET 2019`.
 */
export function findWordedDates(text: string, names: MonthNames, language = ''): DateMatch[] {
  // A year and, apart from it, a day: `© 2019` has no day to search a month for.
  if (!/(?:19|20)\d\d/.test(text) || !/\d\D+\d/.test(text)) return [];
  const found: DateMatch[] = [];
  for (const match of text.matchAll(patternOf(names))) {
    const [, day1, word1, year1, word2, day2, year2, year3, word3, day3] = match;
    const word = (word1 ?? word2 ?? word3 ?? '').toLowerCase();
    const month = names.ofLanguage.get(language)?.get(word) ?? names.months.get(word) ?? 0;
    const date = realDate(Number(year1 ?? year2 ?? year3), month, Number(day1 ?? day2 ?? day3));
    if (date === null) continue;
    const start = match.index;
    found.push({ date, start, end: start + match[0].trimEnd().length, form: 'worded' });
  }
  return found;
}

function patternOf(names: MonthNames): RegExp {
  const known = patterns.get(names);
  if (known) return known;
  const word = `(?<!\\p{L})(${names.alternation})(?!\\p{L})`;
  const day = String.raw`(?<![\d.,:/])(\d{1,2})`;
  const dayFirst = String.raw`${day}(?:st|nd|rd|th|er|[ªº°])?[\s./,–-]{0,3}(?:(?:de|di|den|of|d['’])\s*)?${word}[\s.,/–-]{0,3}(?:(?:de|del|of)\s+)?${YEAR}`;
  const monthFirst = String.raw`${word}[\s.-]{0,3}(\d{1,2})(?!\d)(?:st|nd|rd|th)?[\s.,/–-]{1,3}${CLOCK}${YEAR}`;
  const yearFirst = String.raw`(?<!\d)${YEAR}[\s.,/-]{1,3}(?:m\.\s*)?${word}[\s./,-]{0,3}(\d{1,2})(?!\d)`;
  const pattern = new RegExp(`${dayFirst}|${monthFirst}|${yearFirst}`, 'giu');
  patterns.set(names, pattern);
  return pattern;
}

/** The date of a month's day in figures, day first or month first as `order` says. */
export type DayOrder = 'day-first' | 'month-first';

const SHORT =
  /(?<![\d./:,-])(\d{1,2})\s?([./|-])\s?(\d{1,2})\s?\2\s?((?:19|20)\d\d|\d\d)(?![\d]|[./-]\d)/g;

/**
 * Dates that end with their year: `05.01.2019`, `5/1/2019`, `05-01-2019`, `05.01.19`. A part above
 * 12 is the day; dots put the day first; else `orderOf` decides, and `other` keeps the other reading.
 */
export function findYearLastDates(
  text: string,
  orderOf: () => DayOrder,
  asOf: CivilDate,
): DateMatch[] {
  const found: DateMatch[] = [];
  for (const match of text.matchAll(SHORT)) {
    const [first, second] = [Number(match[1]), Number(match[3])];
    const isShort = match[4]?.length === 2;
    if (isShort && (match[1]?.length !== 2 || match[3]?.length !== 2)) continue;
    const year = Number(match[4]) + (isShort ? 2000 : 0);
    if (isShort && year > Number(asOf.slice(0, 4)) + 1) continue;
    const byDay = realDate(year, second, first);
    const byMonth = match[2] === '.' ? null : realDate(year, first, second);
    const date = orderOf() === 'day-first' ? (byDay ?? byMonth) : (byMonth ?? byDay);
    if (date === null) continue;
    const other = date === byDay ? byMonth : byDay;
    const end = match.index + match[0].length;
    const doubt = other !== null && other !== date ? { other } : {};
    found.push({ date, start: match.index, end, form: 'year-last', ...doubt });
  }
  return found;
}

const SURE = /(?<![\d./-])(\d{1,2})([/-])(\d{1,2})\2(?:19|20)\d\d(?!\d)/g;

/**
 * Which part of such dates is the day, by the page itself: a date whose order is certain, else
 * its language (English of the United States puts the month first).
 */
export function dayOrderOf(source: string): DayOrder {
  let [days, months] = [0, 0];
  for (const match of source.matchAll(SURE)) {
    if (Number(match[1]) > 12 && Number(match[3]) <= 12) days++;
    if (Number(match[3]) > 12 && Number(match[1]) <= 12) months++;
  }
  if (days !== months) return days > months ? 'day-first' : 'month-first';
  return /^en(?:[-_]us)?$/i.test(languageOf(source)) ? 'month-first' : 'day-first';
}

/** The language a page declares: `en-US`; '' when it says none. */
export function languageOf(source: string): string {
  const head = source.slice(0, 3000);
  const language = /<html[^>]*\blang\s*=\s*["']?([A-Za-z]{2}(?:[-_][A-Za-z]{2})?)/i.exec(head)?.[1];
  return language ?? '';
}
