import {
  addDays,
  type CivilDate,
  civilDate,
  dateParts,
  daysBetween,
  isCalendarDay,
} from '#base/civil-date.ts';
import { addMonths } from '#base/period.ts';
import { numberOf } from './dates.ts';

/** A day named from another, with its place in the text. */
export interface RelativeDay {
  date: CivilDate;
  start: number;
  end: number;
}

const NUMBER = String.raw`\d{1,3}|[一二两三四五六七八九十]{1,3}`;
const DAY = String.raw`(\d{1,2}|[一二三四五六七八九十廿卅]{1,3})[日号號]?`;
/** Names that only begin like a day. */
const NAMES = /《[^》]*》|今日头条|今日[说看]|明日之后|明日之子|昨日重现/g;

type Rule = [RegExp, (match: RegExpExecArray, today: CivilDate) => CivilDate | null];

const WORDS: Record<string, number> = {
  大前: -3,
  前: -2,
  昨: -1,
  今: 0,
  明: 1,
  后: 2,
  大后: 3,
};
const YEARS: Record<string, number> = {
  大前年: -3,
  前年: -2,
  去年: -1,
  今年: 0,
  本年: 0,
  明年: 1,
  后年: 2,
};
const MONTHS: Record<string, number> = { 上上: -2, 上: -1, 本: 0, 这: 0, 当: 0, 下: 1, 下下: 2 };
const UNITS: Record<string, (today: CivilDate, count: number) => CivilDate> = {
  秒: (today) => today,
  分钟: (today) => today,
  小时: (today, count) => addDays(today, Math.trunc(count / 24)),
  天: addDays,
  日: addDays,
  周: (today, count) => addDays(today, count * 7),
  星期: (today, count) => addDays(today, count * 7),
  月: addMonths,
  年: (today, count) => addMonths(today, count * 12),
};

/** The first rule that fits at a place counts. */
const RULES: Rule[] = [
  // 去年本月十日, 去年3月5日, 明年五月一日
  [
    new RegExp(
      String.raw`(大前年|前年|去年|今年|本年|明年|后年)的?` +
        String.raw`(?:(本|上|下)个?|(\d{1,2}|[一二三四五六七八九十]{1,2}))月(?:份)?${DAY}`,
      'g',
    ),
    (match, today) => {
      const year = dateParts(today).year + (YEARS[match[1] ?? ''] ?? 0);
      const word = match[2];
      const month = word === undefined ? numberOf(match[3]) : monthFrom(today, word).month;
      return dayOf(year, month, numberOf(match[4]));
    },
  ],
  // 本月十日, 上个月5号
  [
    new RegExp(String.raw`(上上|下下|上|下|本|这|当)个?月(?:份)?(?:的)?${DAY}(?![月年])`, 'g'),
    (match, today) => {
      const { year, month } = monthFrom(today, match[1] ?? '');
      return dayOf(year, month, numberOf(match[2]));
    },
  ],
  // 上周五, 下下个星期日, 本周三
  [
    /(上+|下+|本|这)一?个?(?:周|星期|礼拜)([一二三四五六日天])/g,
    (match, today) => {
      const word = match[1] ?? '';
      const weeks = word.startsWith('上') ? -word.length : word.startsWith('下') ? word.length : 0;
      const weekday = '一二三四五六日'.indexOf((match[2] ?? '').replace('天', '日'));
      const monday = addDays(today, -((daysBetween('2018-01-01', today) % 7) + 7) % 7);
      return addDays(monday, weeks * 7 + weekday);
    },
  ],
  // 5天前, 两个月之后, 10分钟之前
  [
    new RegExp(
      String.raw`(?<![\d第])(${NUMBER})\s*多?个?(秒|分钟|小时|天|日|周|星期|月|年)(?:钟|多)?` +
        String.raw`(?:之|以)?([前后])(?!天|日|年)`,
      'g',
    ),
    (match, today) => {
      if (match[0].includes('多')) return null;
      const count = numberOf(match[1]) * (match[3] === '前' ? -1 : 1);
      return UNITS[match[2] ?? '']?.(today, count) ?? null;
    },
  ],
  // 昨天, 大后日, 今晚, 今晨
  [
    /(大前|大后|前|昨|今|明|后)(?:[天日](?!前|后)|(?<=[昨今明])[晚早晨夜](?![期餐])|(?<=[昨今明])儿)/g,
    (match, today) => addDays(today, WORDS[match[1] ?? ''] ?? 0),
  ],
];

/** The single days a text names from `today`; see `readDates`. */
export function findRelativeDays(text: string, today: CivilDate): RelativeDay[] {
  const plain = text.replace(NAMES, (name) => ' '.repeat(name.length));
  const found: RelativeDay[] = [];
  for (const [pattern, dateOf] of RULES) {
    for (const match of plain.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (found.some((other) => start < other.end && end > other.start)) continue;
      const date = dateOf(match, today);
      if (date !== null) found.push({ date, start, end });
    }
  }
  return found;
}

function monthFrom(today: CivilDate, word: string): { year: number; month: number } {
  const { year, month } = dateParts(today);
  return dateParts(addMonths(civilDate(year, month, 1), MONTHS[word] ?? 0));
}

function dayOf(year: number, month: number, day: number): CivilDate | null {
  return isCalendarDay(year, month, day) ? civilDate(year, month, day) : null;
}
