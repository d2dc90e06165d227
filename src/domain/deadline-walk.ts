import { addDays, type CivilDate } from '#base/civil-date.ts';
import { type CalendarDay, calendarDay, type WorkCalendar } from '#base/working-days.ts';
import { pausedWithin, type Stretch } from './paused-time.ts';

/** Successive days of one treatment. */
export type DayStep =
  | { kind: 'counted'; from: CivilDate; to: CivilDate; days: number }
  /** Make-up days (调休上班): they count. */
  | { kind: 'make-up'; from: CivilDate; to: CivilDate; days: number; name: string; nameEn: string }
  /** Days that count but were paused in part or whole; `pausedMs` of them did not run. */
  | { kind: 'stood'; from: CivilDate; to: CivilDate; days: number; pausedMs: number }
  | { kind: 'weekend'; from: CivilDate; to: CivilDate; days: number }
  | { kind: 'holiday'; from: CivilDate; to: CivilDate; days: number; name: string; nameEn: string };

/** The day a walk ended on and how it went. */
export interface DayWalk {
  on: CivilDate;
  provisional: boolean;
  steps: DayStep[];
}

const DAY_MS = 86_400_000;
const CHINA_MS = 8 * 3_600_000;

/**
 * Walks from the day after `start` until the clock has run `days` × 24 hours within days that
 * count: those the calendar calls working, or all without a calendar.
 */
export function walkDays(
  start: CivilDate,
  days: number,
  pauses: readonly Stretch[],
  calendar: WorkCalendar | null,
): DayWalk {
  const steps: DayStep[] = [];
  let on = start;
  let provisional = false;
  for (let leftMs = days * DAY_MS; leftMs > 0; ) {
    on = addDays(on, 1);
    const day = calendar ? calendarDay(calendar, on) : null;
    provisional ||= day?.provisional ?? false;
    const counts = day?.working ?? true;
    const pausedMs = counts ? pausedWithin(stretchOf(on), pauses) : 0;
    if (counts) leftMs -= DAY_MS - pausedMs;
    append(steps, stepOf(on, day, pausedMs));
  }
  return { on, provisional, steps };
}

/** A day in China, in milliseconds. */
function stretchOf(day: CivilDate): Stretch {
  const fromMs = Date.parse(`${day}T00:00:00.000Z`) - CHINA_MS;
  return { fromMs, toMs: fromMs + DAY_MS };
}

function stepOf(on: CivilDate, day: CalendarDay | null, pausedMs: number): DayStep {
  const one = { from: on, to: on, days: 1 };
  if (pausedMs > 0) return { kind: 'stood', ...one, pausedMs };
  if (!day || day.why === 'weekday') return { kind: 'counted', ...one };
  if (day.why === 'weekend') return { kind: 'weekend', ...one };
  return { kind: day.why, ...one, name: day.name, nameEn: day.nameEn };
}

/** Adds a day to the last step when it was treated alike, else as a step of its own. */
function append(steps: DayStep[], step: DayStep): void {
  const last = steps.at(-1);
  const isAlike =
    last?.kind === step.kind && (!('name' in step) || ('name' in last && last.name === step.name));
  if (!last || !isAlike) return void steps.push(step);
  last.to = step.to;
  last.days += step.days;
  if (last.kind === 'stood' && step.kind === 'stood') last.pausedMs += step.pausedMs;
}
