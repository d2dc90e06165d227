import { addDays, type CivilDate, civilDate, dateParts, isCalendarDay } from '#base/civil-date.ts';
import type { DateSpot } from './date-spots.ts';
import type { Tree } from './tree.ts';

/** A text that is nothing but a year, as headings over rows without years are. */
export interface YearMark {
  node: number;
  year: number;
}

const MIN_ROWS = 6;
const MAX_ROWS = 400;
const NEAR_NODES = 30;
const MAX_CLIMB = 64;
/** A column that runs back in time jumps this far ahead only where a year ends. */
const YEAR_JUMP_DAYS = 60;

/**
 * Settles days that stand without a year by what stands round them: the column tells which part is
 * the day (23/10 among them), a heading that is a year gives it, and rows that run back in time
 * past January belong to the year before. Where nothing tells, the latest such day up to `asOf`.
 */
export function settleDays(
  spots: DateSpot[],
  years: readonly YearMark[],
  asOf: CivilDate,
  tree: Tree,
): DateSpot[] {
  if (spots.every(({ form }) => form !== 'month-day')) return spots;
  const ordered = settleOrder(spots);
  let run: DateSpot[] = [];
  for (const spot of ordered) {
    const last = run.at(-1);
    const isOther = last && run.length > 1 && isOtherList(tree, run, spot);
    if (last && (spot.form !== 'month-day' || isOther || isBetween(years, last.node, spot.node))) {
      settleYears(run, years, asOf);
      run = [];
    }
    if (spot.form === 'month-day') run.push(spot);
  }
  settleYears(run, years, asOf);
  return ordered;
}

/** Rows of one list meet at the same height; the next list is met only further up. */
function isOtherList(tree: Tree, run: readonly DateSpot[], spot: DateSpot): boolean {
  const [first, second, last] = [run[0], run[1], run.at(-1)];
  if (!first || !second || !last) return false;
  return (
    heightOfMeeting(tree, last.node, spot.node) !== heightOfMeeting(tree, first.node, second.node)
  );
}

/** Steps from a node up to the first element that also holds a later one. */
function heightOfMeeting(tree: Tree, node: number, later: number): number {
  let height = 0;
  let at = node;
  while (height < MAX_CLIMB && at > 0 && (tree.end[at] ?? 0) <= later) {
    at = tree.parent[at] ?? 0;
    height++;
  }
  return height;
}

/** The last year mark before a node; they stand in document order. */
function yearBefore(years: readonly YearMark[], node: number): number {
  let [low, high] = [0, years.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((years[middle]?.node ?? 0) < node) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function isBetween(years: readonly YearMark[], from: number, to: number): boolean {
  return (years[yearBefore(years, to)]?.node ?? -1) > from;
}

/** Day first where several days could not stand the other way round and none says otherwise. */
function settleOrder(spots: readonly DateSpot[]): DateSpot[] {
  const doubtful = spots.filter(({ form }) => form === 'month-day');
  const certain = doubtful.filter(({ isDayFirst }) => isDayFirst).length;
  const against = doubtful.filter((spot) => !spot.isDayFirst && isMonthFirst(spot)).length;
  const isColumn = certain > 1 && against === 0 && doubtful.length > 2;
  if (!isColumn) return spots.filter(({ isDayFirst }) => !isDayFirst);
  for (const spot of doubtful) {
    if (spot.other !== undefined && !spot.isDayFirst) spot.date = spot.other;
  }
  return [...spots];
}

/** Whether `10/23` can only be a month and a day, in figures. */
function isMonthFirst({ text, date }: DateSpot): boolean {
  return /\d\s*[-/.]\s*\d/.test(text) && dateParts(date).day > 12;
}

function settleYears(run: readonly DateSpot[], years: readonly YearMark[], asOf: CivilDate): void {
  const first = run[0];
  if (!first) return;
  const index = yearBefore(years, first.node);
  const heading = years[index];
  if (heading && isHeadingOf(run, heading, years[index - 1], years[index + 1])) {
    for (const spot of run) spot.date = withYear(spot.date, heading.year, asOf) ?? spot.date;
    return;
  }
  if (run.length > MAX_ROWS) return;
  for (let at = 4; at <= run.length - 2 && run.length >= MIN_ROWS; at++) {
    if (isNewYear(run, at)) shift(run.slice(at));
  }
}

/** A heading stands just over its rows; years side by side are a menu to choose from. */
function isHeadingOf(
  run: readonly DateSpot[],
  heading: YearMark,
  before: YearMark | undefined,
  after: YearMark | undefined,
): boolean {
  if ((run[0]?.node ?? 0) - heading.node >= NEAR_NODES || run.length < 2) return false;
  return [before, after].every((other) => !other || Math.abs(other.node - heading.node) >= 8);
}

/** Whether a run that goes back in time goes on in the year before from `at` on. */
function isNewYear(run: readonly DateSpot[], at: number): boolean {
  const [above, here] = [run[at - 1]?.date ?? '', run[at]?.date ?? ''];
  if (here <= addDays(above, YEAR_JUMP_DAYS)) return false;
  return isFalling(run.slice(0, at)) && isFalling(run.slice(at));
}

function isFalling(run: readonly DateSpot[]): boolean {
  return run.every((spot, index) => index === 0 || spot.date <= (run[index - 1]?.date ?? ''));
}

function shift(run: readonly DateSpot[]): void {
  for (const spot of run) {
    const { year, month, day } = dateParts(spot.date);
    if (isCalendarDay(year - 1, month, day)) spot.date = civilDate(year - 1, month, day);
  }
}

function withYear(date: CivilDate, year: number, asOf: CivilDate): CivilDate | null {
  const { month, day } = dateParts(date);
  if (!isCalendarDay(year, month, day)) return null;
  const dated = civilDate(year, month, day);
  return dated <= asOf ? dated : null;
}
