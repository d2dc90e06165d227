import { type CivilDate, civilDate, dateParts, isCalendarDay } from '#base/civil-date.ts';
import { isBlank } from './tree.ts';

/** A date found in a text, with the place of it. */
export interface DateMatch {
  date: CivilDate;
  start: number;
  end: number;
  /** `month-day`: no year stood there, it was inferred against the as-of day. */
  form: 'full' | 'numerals' | 'short-year' | 'compact' | 'month-day' | 'worded' | 'year-last';
  /** Where day and month could be meant the other way round: that day. */
  other?: CivilDate;
}

const CLOCK = String.raw`(?:\s*[T ]?\s*\d{1,2}\s*[:：时]\s*\d{1,2}(?:\s*[:：分]\s*\d{1,2}(?:\.\d+)?)?[分秒]?(?:Z|[+-]\d{2}:?\d{2})?)?`;
const FULL = new RegExp(
  String.raw`(?<![\d.])((?:19|20)\d\d)\s*(?:([-/.,_–—―~])\s*(\d{1,2})\s*[-/.,_–—―~]\s*(\d{1,2})` +
    String.raw`|年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?)(?!\d|[-/.]\d)${CLOCK}`,
  'g',
);
const NUMERALS =
  /([一二][一二三四五六七八九〇○零ＯOo０]{3})年\s*([一二三四五六七八九十元]{1,2})月\s*([一二三四五六七八九十廿卅]{1,3})日/g;
const SHORT_YEAR = /^(\d\d)[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/;
const COMPACT = /^((?:19|20)\d\d)(\d\d)(\d\d)$/;
const MONTH_DAY = new RegExp(
  String.raw`^(?:(\d{1,2})\s*[-/.]\s*(\d{1,2})|(\d{1,2})\s*月\s*(\d{1,2})\s*[日号])${CLOCK}$`,
);
/** Signs that may stand before a date that is all of a text. */
const opens = new Uint8Array(1 << 16);
for (const sign of '[](){}【】（）〔〕《<>·•|:：-') opens[sign.charCodeAt(0)] = 1;
/** What may follow a year that a month and a day follow. */
const joins = new Uint8Array(1 << 16);
for (const sign of '-/.,_–—―~－／．，年') joins[sign.charCodeAt(0)] = 1;
/** A date, the signs round it and the blanks of its markup. */
export const LONGEST_WHOLE = 400;
const YEARS = { first: 1949, last: 2100 };

/** The text narrowed last: one text is asked for several times in a row. */
let narrowed = { text: '', plain: '' };

/** Full-width digits and signs as ASCII, place for place. */
export function narrow(text: string): string {
  if (text !== narrowed.text) narrowed = { text, plain: hasWide(text) ? withoutWide(text) : text };
  return narrowed.plain;
}

function withoutWide(text: string): string {
  return text.replace(/[\uff0c-\uff1a]/g, (wide) =>
    wide === '\uff1a' ? '：' : String.fromCharCode(wide.charCodeAt(0) - 0xfee0),
  );
}

function hasWide(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0xff0c && code <= 0xff1a) return true;
  }
  return false;
}

const WIDE_HYPHEN = 0xff0d;
/** What a text may hold of a year: bits of `yearSigns`. */
const FIGURES = 1;
const NOUGHT = 2;
const BEGUN = 4;

/**
 * What every date with a year holds: `FIGURES` where a year stands in figures, narrow or wide,
 * and a month may follow, `BEGUN` where three of its figures do, `NOUGHT` where one of 〇○零ＯOo０ stands.
 */
function yearSigns(text: string): number {
  let signs = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x80) {
      if (code === 0x4f || code === 0x6f) signs |= NOUGHT;
      else if (code === 0x31 || code === 0x32) signs |= yearAt(text, at, code - 0x30);
    } else if (code >= 0xff10) {
      if (code === 0xff10 || code === 0xff2f) signs |= NOUGHT;
      else if (code === 0xff11 || code === 0xff12) signs |= yearAt(text, at, code - 0xff10);
    } else if (code === 0x3007 || code === 0x25cb || code === 0x96f6) signs |= NOUGHT;
  }
  return signs;
}

/** How much of 19.. or 20.. stands at a place, by its first figure. */
function yearAt(text: string, at: number, first: number): number {
  if (figureOf(text.charCodeAt(at + 1)) !== (first === 1 ? 9 : 0)) return 0;
  if (figureOf(text.charCodeAt(at + 2)) < 0) return 0;
  const isYear = figureOf(text.charCodeAt(at + 3)) >= 0 && leadsOn(text, at + 4);
  return isYear ? BEGUN | FIGURES : BEGUN;
}

/** Whether a sign between the parts of a date, or 年, and a figure follow. */
function leadsOn(text: string, from: number): boolean {
  let at = from;
  while (isBlank(text.charCodeAt(at))) at++;
  if (joins[text.charCodeAt(at)] !== 1) return false;
  do at++;
  while (isBlank(text.charCodeAt(at)));
  return figureOf(text.charCodeAt(at)) >= 0;
}

/** Whether a text holds the beginning of a year, or a nought that could stand in one in words. */
export function mayHoldYear(text: string): boolean {
  return (yearSigns(text) & (BEGUN | NOUGHT)) !== 0;
}

/** The figure a character is, narrow or wide; -1 for all others. */
function figureOf(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  return code >= 0xff10 && code <= 0xff19 ? code - 0xff10 : -1;
}

/**
 * Every date with a year in a text, in order: dashes, slashes, dots, 年月日, Chinese numerals,
 * with or without a time, full-width digits too. Days that do not exist are none.
 */
export function findDates(text: string): DateMatch[] {
  const found: DateMatch[] = [];
  const signs = yearSigns(text);
  if ((signs & FIGURES) !== 0) {
    for (const match of narrow(text).matchAll(FULL)) {
      const [month, day] = [Number(match[3] ?? match[5]), Number(match[4] ?? match[6])];
      addMatch(found, match, Number(match[1]), month, day, 'full');
    }
  }
  if ((signs & NOUGHT) !== 0 && text.includes('年')) {
    for (const match of text.matchAll(NUMERALS)) {
      const year = numeralYear(match[1] ?? '');
      const [month, day] = [numeralOf(match[2] ?? ''), numeralOf(match[3] ?? '')];
      addMatch(found, match, year, month, day, 'numerals');
    }
    found.sort((a, b) => a.start - b.start);
  }
  return found;
}

/**
 * The date of a text that is nothing but one date, in any usual form, brackets around it or not:
 * also `5-9`, `05月09日` (the latest such day up to `asOf`), `19-05-09` and `20190509`.
 */
export function dateOfWhole(text: string, asOf: CivilDate): DateMatch | null {
  if (text.length > LONGEST_WHOLE) return null;
  let open = 0;
  while (open < text.length && isOpening(text.charCodeAt(open))) open++;
  // What begins neither with a figure nor with a year in numerals is no date.
  if (!beginsDate(text.charCodeAt(open))) return null;
  const plain = narrow(text);
  const bare = plain.slice(open).replace(/[\s[\](){}【】（）〔〕》<>·•|]+$/, '');
  if (bare.length < 3 || bare.length > 30) return null;
  const match = findDates(bare)[0] ?? withoutYear(bare, asOf) ?? withShortYear(bare, asOf);
  if (!match || match.start > 0 || match.end < bare.length) return null;
  return { ...match, start: open, end: open + bare.length };
}

/** A sign that may stand before a date, the wide hyphen among them, or what `\s` means. */
function isOpening(code: number): boolean {
  if (opens[code] === 1 || code === WIDE_HYPHEN) return true;
  return isBlank(code) && code !== 0x200b;
}

function beginsDate(code: number): boolean {
  return figureOf(code) >= 0 || code === 0x4e00 || code === 0x4e8c;
}

function withoutYear(text: string, asOf: CivilDate): DateMatch | null {
  const match = mayBeMonthDay(text) ? MONTH_DAY.exec(text) : null;
  if (!match) return null;
  const place = { start: 0, end: text.length, form: 'month-day' as const };
  const date = inferYear(Number(match[1] ?? match[3]), Number(match[2] ?? match[4]), asOf);
  const other = match[1] ? inferYear(Number(match[2]), Number(match[1]), asOf) : null;
  if (date === null) return null;
  return other === null || other === date ? { date, ...place } : { date, other, ...place };
}

/** A look at the first characters: a figure or two, and a sign between the parts of a date. */
function mayBeMonthDay(text: string): boolean {
  let at = isFigure(text.charCodeAt(1)) ? 2 : 1;
  while (isBlank(text.charCodeAt(at))) at++;
  const code = text.charCodeAt(at);
  return (code >= 0x2d && code <= 0x2f) || code === 0x6708;
}

function isFigure(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/**
 * The day of a text that is only `23/10` or `23-10`, day before month because it cannot be the
 * other way round. Alone it says little; a column of such days does.
 */
export function dayMonthOfWhole(text: string, asOf: CivilDate): DateMatch | null {
  const match = /^[\s[(（【]*(\d{2})\s*([-/])\s*(\d{2})[\s\])）】]*$/.exec(narrow(text));
  if (!match || Number(match[1]) < 13) return null;
  const date = inferYear(Number(match[3]), Number(match[1]), asOf);
  return date === null ? null : { date, start: 0, end: text.length, form: 'month-day' };
}

function withShortYear(text: string, asOf: CivilDate): DateMatch | null {
  const compact = text.length === 8 ? COMPACT.exec(text) : null;
  const match = compact ?? (text.length <= 9 ? SHORT_YEAR.exec(text) : null);
  if (!match) return null;
  const found: DateMatch[] = [];
  const year = compact ? Number(match[1]) : 2000 + Number(match[1]);
  if (!compact && year > dateParts(asOf).year + 1) return null;
  const form = compact ? 'compact' : 'short-year';
  addMatch(found, match, year, Number(match[2]), Number(match[3]), form);
  return found[0] ?? null;
}

/** The latest day of that month and day up to `asOf`; null when there is no such day. */
export function inferYear(month: number, day: number, asOf: CivilDate): CivilDate | null {
  const { year } = dateParts(asOf);
  for (let back = 0; back <= 8; back++) {
    if (!isCalendarDay(year - back, month, day)) continue;
    const date = civilDate(year - back, month, day);
    if (date <= asOf) return date;
  }
  return null;
}

function addMatch(
  found: DateMatch[],
  match: RegExpExecArray | RegExpMatchArray,
  year: number,
  month: number,
  day: number,
  form: DateMatch['form'],
): void {
  if (year < YEARS.first || year > YEARS.last || !isCalendarDay(year, month, day)) return;
  const start = match.index ?? 0;
  found.push({ date: civilDate(year, month, day), start, end: start + match[0].length, form });
}

const DIGITS = '〇一二三四五六七八九';

function numeralYear(text: string): number {
  let year = 0;
  for (const digit of text.replace(/[○零ＯOo０]/g, '〇')) year = year * 10 + DIGITS.indexOf(digit);
  return year;
}

/** A number up to 99 in figures or Chinese characters; 0 or less when it is none. */
export function numberOf(text = ''): number {
  if (/^\d+$/.test(text)) return Number(text);
  return numeralOf(text.replace('两', '二').replace(/^[初零]/, ''));
}

function numeralOf(text: string): number {
  if (text === '元') return 1;
  const plain = text.replace('廿', '二十').replace('卅', '三十');
  const ten = plain.indexOf('十');
  if (ten < 0) return plain.length === 1 ? DIGITS.indexOf(plain) : 0;
  const tens = ten === 0 ? 1 : DIGITS.indexOf(plain[0] ?? '');
  const ones = ten === plain.length - 1 ? 0 : DIGITS.indexOf(plain[ten + 1] ?? '');
  return tens * 10 + ones;
}

/**
 * The date of pieces that stand in separate elements, in reading order: day and year-month
 * (`09`, `2019-05`), month-day and year (`05-09`, `2019`), year, month, day.
 */
export function dateOfPieces(pieces: readonly string[]): CivilDate | null {
  const bare = pieces.map((piece) =>
    narrow(piece)
      .replace(/[\s年月日号./[\]()【】（）-]+/g, ' ')
      .trim(),
  );
  const numbers = bare.join(' ').split(' ').map(Number);
  if (numbers.length !== 3 || numbers.some(Number.isNaN)) return null;
  const [a = 0, b = 0, c = 0] = numbers;
  if (a > 1900) return realDate(a, b, c);
  if (b > 1900) return realDate(b, c, a);
  if (c <= 1900) return null;
  // Day over month-year (`09`, `05-2019`) when the pieces split so, else month-day over year.
  const isDayFirst = bare[0]?.includes(' ') === false && (bare[1]?.includes(' ') ?? false);
  return isDayFirst ? realDate(c, b, a) : realDate(c, a, b);
}

/** The day of these parts, null when there is none or when it lies outside of what pages date. */
export function realDate(year: number, month: number, day: number): CivilDate | null {
  const isReal = year >= YEARS.first && year <= YEARS.last && isCalendarDay(year, month, day);
  return isReal ? civilDate(year, month, day) : null;
}
