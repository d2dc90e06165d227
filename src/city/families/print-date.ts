import { type CivilDate, dateParts, formatChineseDate } from '#base/civil-date.ts';
import type { DateForm } from '../page-model.ts';

const DIGITS = '〇一二三四五六七八九';

/**
 * A day as text in a form. The forms that need markup (`split`, `title-attribute`) and `glued`
 * give the day with dashes; `none` gives nothing.
 */
export function printDate(date: CivilDate, form: DateForm): string {
  const { year, month, day } = dateParts(date);
  switch (form) {
    case 'slashes':
      return `${year}/${month}/${day}`;
    case 'dots':
      return date.replaceAll('-', '.');
    case 'chinese':
      return formatChineseDate(date);
    case 'brackets':
      return `[${date}]`;
    case 'month-day':
      return date.slice(5);
    case 'with-time':
      return `${date} ${clockOf(date)}`;
    case 'chinese-numerals':
      return `${numeralYear(year)}年${numeral(month)}月${numeral(day)}日`;
    case 'none':
      return '';
    default:
      return date;
  }
}

/** A time of day in office hours, the same for the same day: `10:32`. */
export function clockOf(date: CivilDate): string {
  const { month, day } = dateParts(date);
  const minute = String((day * 7 + month) % 60).padStart(2, '0');
  return `${String(8 + (day % 10)).padStart(2, '0')}:${minute}`;
}

/** Seconds since 1970 of a moment on that day in China; odd days right at midnight. */
export function unixSeconds(date: CivilDate): number {
  const { day } = dateParts(date);
  const clock = day % 2 === 1 ? '00:00' : clockOf(date);
  return Date.parse(`${date}T${clock}:00+08:00`) / 1000;
}

/** The date of a row as markup; empty when the form prints it elsewhere or not at all. */
export function dateMarkup(date: CivilDate | null, form: DateForm): string {
  if (!date || form === 'none' || form === 'glued' || form === 'title-attribute') return '';
  if (form === 'split') return `<b>${date.slice(8)}</b><i>${date.slice(0, 7)}</i>`;
  return printDate(date, form);
}

function numeralYear(year: number): string {
  return [...String(year)].map((digit) => DIGITS[Number(digit)] ?? '').join('');
}

function numeral(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10 === 0 ? '' : (DIGITS[value % 10] ?? '');
  if (tens === 0) return ones;
  return `${tens === 1 ? '' : (DIGITS[tens] ?? '')}十${ones}`;
}
