import { chinaDate, dateParts, formatChineseDate } from '#base/civil-date.ts';
import type { ClockUnit, Words } from '#domain/clock.ts';
import type { Deadline, DeadlineStep } from '#domain/deadline.ts';
import {
  type DayRange,
  dayEn,
  lengthEn,
  lengthZh,
  momentEn,
  momentZh,
  rangeEn,
  rangeZh,
} from './day-words.ts';

type Step<Kind extends DeadlineStep['kind']> = Extract<DeadlineStep, { kind: Kind }>;

/** How a deadline was computed, as one or a few sentences in each language. */
export function deadlineWords(deadline: Deadline): Words {
  return { zh: chinese(deadline), en: english(deadline) };
}

function chinese(deadline: Deadline): string {
  const { clock } = deadline;
  const year = startYear(deadline);
  const parts = [
    `自${startZh(deadline)}起${amountZh(clock.amount, clock.unit)}`,
    ...stepsOf(deadline, 'extended').map(
      ({ amount, reason, approver }) =>
        `延长${amountZh(amount, clock.unit)}（理由：${reason}；批准人：${approver}）`,
    ),
    ...skippedZh(deadline, year),
    ...makeUp(
      deadline,
      (ranges) => `${ranges.map((one) => rangeZh(one, year)).join('、')}调休上班计入`,
    ),
    ...pausesZh(deadline, year),
    `至${dueZh(deadline)}止`,
  ];
  return `${parts.join('，')}。${provisionalZh(deadline)}${standingZh(deadline)}`;
}

function english(deadline: Deadline): string {
  const { clock } = deadline;
  const year = startYear(deadline);
  const parts = [
    `${amountEn(clock.amount, clock.unit)} from ${startEn(deadline)}`,
    ...stepsOf(deadline, 'extended').map(
      ({ amount, reason, approver }) =>
        `extended by ${amountEn(amount, clock.unit)} (reason: ${reason}; approved by ${approver})`,
    ),
    ...skippedEn(deadline, year),
    ...makeUp(
      deadline,
      (ranges) => `counting make-up work on ${ranges.map((one) => rangeEn(one, year)).join(', ')}`,
    ),
    ...pausesEn(deadline, year),
    `until ${dueEn(deadline)}`,
  ];
  return `${parts.join(', ')}.${provisionalEn(deadline)}${standingEn(deadline)}`;
}

/** The moment a deadline ends: `2019年5月7日24时`. */
export function dueZh({ clock, dueOn, dueAt }: Deadline): string {
  return clock.unit === 'hours' ? momentZh(dueAt, null) : `${formatChineseDate(dueOn)}24时`;
}

/** The same in English: `24:00 on 7 May 2019`. */
export function dueEn({ clock, dueOn, dueAt }: Deadline): string {
  return clock.unit === 'hours' ? momentEn(dueAt, null) : `24:00 on ${dayEn(dueOn, null)}`;
}

function startYear({ startedAt }: Deadline): number {
  return dateParts(chinaDate(startedAt)).year;
}

function startZh({ clock, startedAt }: Deadline): string {
  if (clock.unit === 'hours') return momentZh(startedAt, null);
  return `${formatChineseDate(chinaDate(startedAt))}次日`;
}

function startEn({ clock, startedAt }: Deadline): string {
  if (clock.unit === 'hours') return momentEn(startedAt, null);
  return `the day after ${dayEn(chinaDate(startedAt), null)}`;
}

function stepsOf<Kind extends DeadlineStep['kind']>(deadline: Deadline, kind: Kind): Step<Kind>[] {
  return deadline.steps.filter((step): step is Step<Kind> => step.kind === kind);
}

/** Skipped runs of days, those of one name together, in the order they were met. */
function skipped(deadline: Deadline): { label: Words; ranges: DayRange[] }[] {
  const groups = new Map<string, { label: Words; ranges: DayRange[] }>();
  for (const step of deadline.steps) {
    if (step.kind !== 'weekend' && step.kind !== 'holiday') continue;
    const label =
      step.kind === 'weekend' ? { zh: '周末', en: 'weekends' } : { zh: step.name, en: step.nameEn };
    const group = groups.get(label.zh) ?? { label, ranges: [] };
    group.ranges.push(step);
    groups.set(label.zh, group);
  }
  return [...groups.values()];
}

function skippedZh(deadline: Deadline, year: number): string[] {
  const groups = skipped(deadline).map(
    ({ label, ranges }) => `${label.zh}${ranges.map((one) => rangeZh(one, year)).join('、')}`,
  );
  return groups.length === 0 ? [] : [`跳过${groups.join('及')}`];
}

function skippedEn(deadline: Deadline, year: number): string[] {
  const groups = skipped(deadline).map(
    ({ label, ranges }) => `${label.en} (${ranges.map((one) => rangeEn(one, year)).join(', ')})`,
  );
  return groups.length === 0 ? [] : [`skipping ${groups.join(' and ')}`];
}

function makeUp(deadline: Deadline, tell: (ranges: DayRange[]) => string): string[] {
  const ranges = stepsOf(deadline, 'make-up');
  return ranges.length === 0 ? [] : [tell(ranges)];
}

function pausesZh(deadline: Deadline, year: number): string[] {
  const pauses = stepsOf(deadline, 'paused').map(({ from, to, reason }) =>
    to === null
      ? `${momentZh(from, year)}起暂停（${reason}）`
      : `${momentZh(from, year)}至${momentZh(to, year)}暂停（${reason}）`,
  );
  const stood = stoodMs(deadline);
  return stood === 0 ? pauses : [...pauses, `计时日内停计${lengthZh(stood)}`];
}

function pausesEn(deadline: Deadline, year: number): string[] {
  const pauses = stepsOf(deadline, 'paused').map(({ from, to, reason }) =>
    to === null
      ? `paused since ${momentEn(from, year)} (${reason})`
      : `paused from ${momentEn(from, year)} to ${momentEn(to, year)} (${reason})`,
  );
  const stood = stoodMs(deadline);
  return stood === 0 ? pauses : [...pauses, `${lengthEn(stood)} of counted days did not run`];
}

function stoodMs(deadline: Deadline): number {
  return stepsOf(deadline, 'stood').reduce((sum, { pausedMs }) => sum + pausedMs, 0);
}

function provisionalZh({ provisional }: Deadline): string {
  return provisional
    ? '部分日期的放假安排尚未公布，暂按周末和元旦、劳动节、国庆节的法定日期计算，公布后重算。'
    : '';
}

function provisionalEn({ provisional }: Deadline): string {
  return provisional
    ? ' Provisional: some of these days are not announced yet; they are taken by weekends and the fixed days of New Year, Labour Day and National Day, and computed again once they are.'
    : '';
}

function standingZh({ pausedSince }: Deadline): string {
  return pausedSince === null ? '' : '计时仍在暂停，以上为最早到期时间，恢复后重算。';
}

function standingEn({ pausedSince }: Deadline): string {
  return pausedSince === null
    ? ''
    : ' The clock still stands: this is the earliest it can end; it is computed again when it goes on.';
}

/** `3个工作日`, `2个月`, `10天`, `1小时`. */
export function amountZh(amount: number, unit: ClockUnit): string {
  const names = { 'working-days': '个工作日', days: '天', months: '个月', hours: '小时' };
  return `${amount}${names[unit]}`;
}

/** `3 working days`, `1 hour`. */
export function amountEn(amount: number, unit: ClockUnit): string {
  const names = { 'working-days': 'working day', days: 'day', months: 'month', hours: 'hour' };
  return `${amount} ${names[unit]}${amount === 1 ? '' : 's'}`;
}
