import type { Instant } from '#base/civil-date.ts';
import type { Language } from '#base/refusal.ts';

/** The same words in each language. */
export type Words = Readonly<Record<Language, string>>;

export const clockUnits = ['working-days', 'days', 'months', 'hours'] as const;
export type ClockUnit = (typeof clockUnits)[number];

/** Longest clock, extension included: it is counted day by day, and more is a slip of the pen. */
export const MAX_CLOCK_AMOUNT = 1000;

/** How long somebody has (期限), as data. */
export interface Clock {
  id: string;
  amount: number;
  unit: ClockUnit;
  title: Words;
  /** The event it is counted from. */
  from: Words;
  /** The text that sets it. */
  source: string;
  /** No official text sets it: a default of ours, shown as such. */
  ours: boolean;
}

/** The clocks of an office, of one version of its file. */
export interface OfficeClocks {
  version: number;
  clocks: readonly Clock[];
}

/** A stretch in which a clock stands, waiting for the other side. */
export interface ClockPause {
  from: Instant;
  /** The moment it went on; null while it stands. */
  to: Instant | null;
  reason: string;
}

/** More of the clock's own unit, granted once. */
export interface ClockExtension {
  amount: number;
  reason: string;
  approver: string;
}

/** A clock that was started, and all that happened to it. */
export interface RunningClock {
  clock: Clock;
  /** The event. */
  startedAt: Instant;
  /** In the order they began; only the last may be open. */
  pauses: readonly ClockPause[];
  extension: ClockExtension | null;
}
