import type { Instant } from '#base/civil-date.ts';
import { Refusal } from '#base/refusal.ts';
import {
  type Clock,
  type ClockExtension,
  type ClockPause,
  MAX_CLOCK_AMOUNT,
  type RunningClock,
} from './clock.ts';

/** A clock from the event that starts it. */
export function startClock(clock: Clock, startedAt: Instant): RunningClock {
  return { clock, startedAt, pauses: [], extension: null };
}

/** Since when a clock stands, or null while it runs. */
export function pausedSince(running: RunningClock): Instant | null {
  return openPause(running)?.from ?? null;
}

function openPause({ pauses }: RunningClock): ClockPause | null {
  const last = pauses.at(-1);
  return last?.to === null ? last : null;
}

/** Stops a clock while it waits for the other side. */
export function pauseClock(running: RunningClock, from: Instant, reason: string): RunningClock {
  const clock = running.clock.id;
  const since = pausedSince(running);
  if (since !== null) throw new Refusal('clock-already-paused', { clock, since });
  const earliest = running.pauses.at(-1)?.to ?? running.startedAt;
  if (reason.trim() === '' || Date.parse(from) < Date.parse(earliest)) {
    throw new Refusal('clock-pause', { clock, earliest });
  }
  return { ...running, pauses: [...running.pauses, { from, to: null, reason }] };
}

/** Lets a clock go on that stands. */
export function resumeClock(running: RunningClock, to: Instant): RunningClock {
  const clock = running.clock.id;
  const pause = openPause(running);
  if (!pause) throw new Refusal('clock-not-paused', { clock });
  if (Date.parse(to) < Date.parse(pause.from)) {
    throw new Refusal('clock-resume', { clock, since: pause.from });
  }
  return { ...running, pauses: [...running.pauses.slice(0, -1), { ...pause, to }] };
}

/** Extends a clock, which can be done once. */
export function extendClock(running: RunningClock, extension: ClockExtension): RunningClock {
  const clock = running.clock.id;
  if (running.extension) throw new Refusal('clock-already-extended', { clock });
  const { amount, reason, approver } = extension;
  const most = MAX_CLOCK_AMOUNT - running.clock.amount;
  const fits = Number.isInteger(amount) && amount >= 1 && amount <= most;
  if (!fits || reason.trim() === '' || approver.trim() === '') {
    throw new Refusal('clock-extension', { clock, most });
  }
  return { ...running, extension };
}
