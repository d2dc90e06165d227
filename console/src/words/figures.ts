import type { Language } from './language.ts';

// Dates and numbers as officials write them. The office works by the clock of Beijing.

const ZONE = 'Asia/Shanghai';
const MONTHS =
  'January February March April May June July August September October November December';

function partsOf(instant: string): Record<string, string> {
  const date = new Date(/^\d{4}-\d\d-\d\d$/.test(instant) ? `${instant}T00:00:00+08:00` : instant);
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: ZONE,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  return Object.fromEntries(format.formatToParts(date).map(({ type, value }) => [type, value]));
}

/** 2019年5月27日; 27 May 2019. Takes a day or an instant. */
export function dayWords(when: string, language: Language): string {
  const { year = '', month = '', day = '' } = partsOf(when);
  const [m, d] = [Number(month), Number(day)];
  if (language === 'zh') return `${year}年${m}月${d}日`;
  return `${d} ${MONTHS.split(' ')[m - 1] ?? ''} ${year}`;
}

/** 5月27日; 27 May: where the year stands beside it already. */
export function shortDayWords(when: string, language: Language): string {
  const { month = '', day = '' } = partsOf(when);
  const [m, d] = [Number(month), Number(day)];
  if (language === 'zh') return `${m}月${d}日`;
  return `${d} ${(MONTHS.split(' ')[m - 1] ?? '').slice(0, 3)}`;
}

/** 2019年5月27日 10:00. */
export function instantWords(when: string, language: Language): string {
  const { hour = '', minute = '' } = partsOf(when);
  return `${dayWords(when, language)} ${hour}:${minute}`;
}

/** 2019-05-27 of an instant, by the clock of Beijing. */
export function dayOf(instant: string): string {
  const { year = '', month = '', day = '' } = partsOf(instant);
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** 12,345. */
export function countWords(count: number): string {
  return Math.round(count).toLocaleString('en-US');
}

/** A score or points, from hundredths: one decimal, two where they are needed. */
export function scoreWords(centipoints: number | null): string {
  if (centipoints === null) return '—';
  return centipoints % 10 === 0 ? (centipoints / 100).toFixed(1) : (centipoints / 100).toFixed(2);
}

/** 97.1%, with the fraction beside it wherever it stands: 34/35. */
export function rateWords(part: number, whole: number): string {
  return whole === 0 ? '—' : `${((part / whole) * 100).toFixed(1)}%`;
}

/** 1.5 MB. */
export function bytesWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const units = ['KB', 'MB', 'GB', 'TB'];
  let value = bytes / 1024;
  let unit = 0;
  for (; value >= 1024 && unit < units.length - 1; unit++) value /= 1024;
  return `${value.toFixed(1)} ${units[unit] ?? ''}`;
}
