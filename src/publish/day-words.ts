import {
  chinaTime,
  type CivilDate,
  dateParts,
  formatChineseDate,
  type Instant,
} from '#base/civil-date.ts';

/** A run of days, both ends in it. */
export interface DayRange {
  from: CivilDate;
  to: CivilDate;
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** `5月1日至4日`; the year is told where it is not `year`. */
export function rangeZh({ from, to }: DayRange, year: number | null): string {
  const [start, end] = [dateParts(from), dateParts(to)];
  const first = dayZh(from, year);
  if (from === to) return first;
  if (start.year !== end.year) return `${first}至${formatChineseDate(to)}`;
  const last = start.month === end.month ? `${end.day}日` : `${end.month}月${end.day}日`;
  return `${first}至${last}`;
}

/** `1–4 May`; the year is told where it is not `year`. */
export function rangeEn({ from, to }: DayRange, year: number | null): string {
  const [start, end] = [dateParts(from), dateParts(to)];
  if (from === to) return dayEn(from, year);
  if (start.year !== end.year) return `${dayEn(from, null)} to ${dayEn(to, null)}`;
  if (start.month === end.month) return `${start.day}–${dayEn(to, year)}`;
  return `${dayEn(from, start.year)} to ${dayEn(to, year)}`;
}

function dayZh(day: CivilDate, year: number | null): string {
  const parts = dateParts(day);
  return parts.year === year ? `${parts.month}月${parts.day}日` : formatChineseDate(day);
}

/** `7 May 2019`; without the year where it is `year`. */
export function dayEn(day: CivilDate, year: number | null): string {
  const parts = dateParts(day);
  const short = `${parts.day} ${months[parts.month - 1]}`;
  return parts.year === year ? short : `${short} ${parts.year}`;
}

/** A moment in China to the minute: `2019年5月6日15时`, `2019年5月6日9时05分`. */
export function momentZh(at: Instant, year: number | null): string {
  const local = chinaTime(at);
  const minute = local.slice(14, 16) === '00' ? '' : `${local.slice(14, 16)}分`;
  return `${dayZh(local.slice(0, 10), year)}${Number(local.slice(11, 13))}时${minute}`;
}

/** The same in English: `15:00 on 6 May 2019`. */
export function momentEn(at: Instant, year: number | null): string {
  const local = chinaTime(at);
  return `${local.slice(11, 16)} on ${dayEn(local.slice(0, 10), year)}`;
}

/** A length of time to the minute below it: `43小时`, `1小时30分`. */
export function lengthZh(ms: number): string {
  const [hours, minutes] = hoursAndMinutes(ms);
  if (hours === 0 && minutes === 0) return '不足1分钟';
  if (hours === 0) return `${minutes}分钟`;
  return minutes === 0 ? `${hours}小时` : `${hours}小时${minutes}分`;
}

/** The same in English: `43 h`, `1 h 30 min`. */
export function lengthEn(ms: number): string {
  const [hours, minutes] = hoursAndMinutes(ms);
  if (hours === 0 && minutes === 0) return 'under a minute';
  if (hours === 0) return `${minutes} min`;
  return minutes === 0 ? `${hours} h` : `${hours} h ${minutes} min`;
}

function hoursAndMinutes(ms: number): [number, number] {
  const minutes = Math.floor(ms / 60_000);
  return [Math.floor(minutes / 60), minutes % 60];
}
