import { type CivilDate, civilDate, isCalendarDay } from '#base/civil-date.ts';

const FIRST_YEAR = 1949;
const LAST_YEAR = 2100;

/**
 * The date of a text that is nothing but `2019-05-09`, `2019/5/9` or `2019.5.9`, bare or in
 * brackets: what most dates of lists are, told without a pattern. Null for all others.
 */
export function plainDate(words: string): { date: CivilDate; text: string } | null {
  const { length } = words;
  if (length < 8 || length > 12) return null;
  const from = isOpening(words.charCodeAt(0)) ? 1 : 0;
  const to = isClosing(words.charCodeAt(length - 1)) ? length - 1 : length;
  const sign = words.charCodeAt(from + 4);
  if (sign !== 0x2d && sign !== 0x2e && sign !== 0x2f) return null;
  const second = words.charCodeAt(from + 6) === sign ? from + 6 : from + 7;
  if (words.charCodeAt(second) !== sign) return null;
  const year = numberIn(words, from, from + 4);
  const month = numberIn(words, from + 5, second);
  const day = to - second > 3 ? -1 : numberIn(words, second + 1, to);
  if (year < FIRST_YEAR || year >= LAST_YEAR || !isCalendarDay(year, month, day)) return null;
  return { date: civilDate(year, month, day), text: words.slice(from, to) };
}

function isOpening(code: number): boolean {
  return code === 0x5b || code === 0x28;
}

function isClosing(code: number): boolean {
  return code === 0x5d || code === 0x29;
}

/** The number that figures make; -1 for anything else. */
function numberIn(text: string, from: number, to: number): number {
  if (to <= from) return -1;
  let number = 0;
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - 0x30;
    if (digit < 0 || digit > 9) return -1;
    number = number * 10 + digit;
  }
  return number;
}
