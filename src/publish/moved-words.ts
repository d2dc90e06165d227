import type { ChangedDay, ChangedYear } from '#base/calendar-edits.ts';
import { addDays } from '#base/civil-date.ts';
import type { CalendarDay } from '#base/working-days.ts';
import type { Words } from '#domain/clock.ts';
import type { RecomputedDeadline } from '#domain/recompute-deadlines.ts';
import { type DayRange, rangeEn, rangeZh } from './day-words.ts';
import { dueEn, dueZh } from './deadline-words.ts';

/** Why and where a changed calendar moved a deadline, or that it did not. */
export function movedWords(change: RecomputedDeadline<unknown>): Words {
  const { how, before, after } = change;
  const groups = groupDays(change.because);
  const zh = [...yearsZh(change.years), ...groups.map(groupZh)];
  const en = [...yearsEn(change.years), ...groups.map(groupEn)];
  if (how === 'same-day') {
    return {
      zh: `${reason(zh, '，')}到期时间不变，仍为${dueZh(after)}${after.provisional ? '（暂定）' : ''}。`,
      en: `${reason(en, '; ')}the deadline stays at ${dueEn(after)}${after.provisional ? ' (provisional)' : ''}.`,
    };
  }
  const [moved, movedEn] = how === 'later' ? ['推迟', 'later'] : ['提前', 'earlier'];
  return {
    zh: `${reason(zh, '，')}到期时间由${dueZh(before)}${moved}至${dueZh(after)}。`,
    en: `${reason(en, '; ')}the deadline moves from ${dueEn(before)} to ${dueEn(after)}, ${movedEn}.`,
  };
}

function reason(parts: readonly string[], between: string): string {
  return parts.map((part) => `${part}${between}`).join('');
}

interface DayGroup extends DayRange {
  after: CalendarDay;
}

/** Successive days that became the same. */
function groupDays(days: readonly ChangedDay[]): DayGroup[] {
  const groups: DayGroup[] = [];
  for (const { day, after } of days) {
    const last = groups.at(-1);
    const isNext = last && addDays(last.to, 1) === day && isSame(last.after, after);
    if (isNext) last.to = day;
    else groups.push({ from: day, to: day, after });
  }
  return groups;
}

function isSame(a: CalendarDay, b: CalendarDay): boolean {
  return a.why === b.why && a.name === b.name && a.source === b.source;
}

function groupZh(group: DayGroup): string {
  const { why, name, source } = group.after;
  const day = rangeZh(group, null);
  const from = source === null ? '' : `，依据：${source}`;
  if (why === 'holiday') return `${day}改为放假（${name}${from}）`;
  if (why === 'make-up') return `${day}改为调休上班（${name}${from}）`;
  return `${day}改为${why === 'weekend' ? '周末休息' : '正常上班'}`;
}

function groupEn(group: DayGroup): string {
  const { why, nameEn, source } = group.after;
  const day = rangeEn(group, null);
  const from = source === null ? '' : `; ${source}`;
  if (why === 'holiday') return `${day}: now off (${nameEn}${from})`;
  if (why === 'make-up') return `${day}: now worked in exchange (${nameEn}${from})`;
  return `${day}: now ${why === 'weekend' ? 'a plain weekend' : 'a plain working day'}`;
}

function yearsZh(years: readonly ChangedYear[]): string[] {
  return years.map(({ year, announced }) => `${year}年放假安排${announced ? '已公布' : '已撤回'}`);
}

function yearsEn(years: readonly ChangedYear[]): string[] {
  return years.map(({ year, announced }) => `${year} is ${announced ? 'announced' : 'withdrawn'}`);
}
