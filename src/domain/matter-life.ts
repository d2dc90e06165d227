import type { Instant } from '#base/civil-date.ts';
import { Refusal } from '#base/refusal.ts';
import type { WorkCalendar } from '#base/working-days.ts';
import type { Clock, ClockExtension, RunningClock } from './clock.ts';
import { computeDeadline } from './deadline.ts';
import { mayMove } from './moves.ts';
import { type MatterThing, reopenUntil } from './public-matter.ts';
import { extendClock, pausedSince, pauseClock, resumeClock, startClock } from './running-clock.ts';

/** What both matters of the public have in common in their life. Plain JSON. */
export interface MatterLife {
  thing: MatterThing;
  state: string;
  receivedAt: Instant;
  /** Who it is with; null while it waits to be assigned. */
  unit: number | null;
  /**
   * Who answers for it (首问负责): the unit first asked, until another has taken it on. Null
   * before it was assigned.
   */
  responsible: number | null;
  /** Units that returned it: each may once. */
  returnedBy: readonly number[];
  /** The matter it was merged into. */
  lead: number | null;
  clock: RunningClock;
  /** When the promise of this round was kept; null while it was not. */
  metAt: Instant | null;
  /** Whether a round that ended came too late: never taken back. */
  isLate: boolean;
  endedAt: Instant | null;
  reopenedAt: Instant | null;
  ratedAt: Instant | null;
}

/** When a step is taken, and by which calendar its clock is counted. */
export interface StepTerms {
  at: Instant;
  calendar: WorkCalendar;
}

/** Refuses a step from a state that has no such move. */
export function requireMove({ thing, state: from }: MatterLife, to: string): void {
  if (!mayMove(thing, from, to)) throw new Refusal('move-unknown', { thing, from, to });
}

/** Refuses a step that is for one state only, though others may go there too. */
export function requireState<L extends MatterLife>(
  { thing, state }: L,
  from: L['state'],
  to: L['state'],
): void {
  if (state !== from) throw new Refusal('move-unknown', { thing, from: state, to });
}

/** A life in another state, if the table of moves has that move. */
export function moved<L extends MatterLife>(life: L, to: L['state'], changes: Partial<L> = {}): L {
  requireMove(life, to);
  return { ...life, ...changes, state: to };
}

/** Gives it to a unit. The unit first asked answers for it until another takes it on. */
export function assigned<L extends MatterLife>(life: L, unit: number, to: L['state']): L {
  return moved<L>(life, to, { unit, responsible: life.responsible ?? unit } as Partial<L>);
}

/** The unit says that it is not the one: once, and the unit first asked stays responsible. */
export function returned<L extends MatterLife>(life: L, to: L['state']): L {
  const { unit, returnedBy } = life;
  if (unit !== null && returnedBy.includes(unit)) throw new Refusal('returned-before', { unit });
  const by = unit === null ? returnedBy : [...returnedBy, unit];
  return moved<L>(life, to, { unit: null, returnedBy: by } as unknown as Partial<L>);
}

/** The promise of this round is kept: on time, or too late for good. */
export function met(
  life: MatterLife,
  { at, calendar }: StepTerms,
): Pick<MatterLife, 'metAt' | 'isLate' | 'clock'> {
  const clock = going(life.clock, at);
  const { dueAt } = computeDeadline(clock, calendar);
  return { metAt: at, clock, isLate: life.isLate || Date.parse(at) >= Date.parse(dueAt) };
}

/** A clock that goes on, whether it stood or not. */
export function going(clock: RunningClock, at: Instant): RunningClock {
  return pausedSince(clock) === null ? clock : resumeClock(clock, at);
}

/** A clock that stands, whether it went or not. */
export function standing(clock: RunningClock, at: Instant, reason: string): RunningClock {
  return pausedSince(clock) === null ? pauseClock(clock, at, reason) : clock;
}

/** A clock of another length from the same event, its pauses kept. */
export function changedClock(running: RunningClock, clock: Clock): RunningClock {
  return { ...running, clock };
}

export function extended(running: RunningClock, extension: ClockExtension): RunningClock {
  return extendClock(running, extension);
}

/** The writer says how satisfying the answer was: once for each answer. */
export function rated<L extends MatterLife>(life: L, at: Instant): L {
  if (life.endedAt === null || life.state === 'refused') throw new Refusal('not-rateable');
  if (life.ratedAt !== null) throw new Refusal('already-rated');
  return { ...life, ratedAt: at };
}

/** Whether a writer may reopen a matter at a moment. */
export function mayReopen(life: MatterLife, at: Instant): boolean {
  const { endedAt, state, reopenedAt } = life;
  return (
    endedAt !== null && state !== 'refused' && reopenedAt === null && at < reopenUntil(endedAt)
  );
}

/** The writer is not content: once, within ten days. A new clock starts, nothing old is undone. */
export function reopened<L extends MatterLife>(
  life: L,
  { to, clock, at }: { to: L['state']; clock: Clock; at: Instant },
): L {
  if (life.reopenedAt !== null) throw new Refusal('already-reopened');
  if (!mayReopen(life, at)) throw new Refusal('not-reopenable');
  return moved<L>(life, to, {
    clock: startClock(clock, at),
    metAt: null,
    endedAt: null,
    ratedAt: null,
    reopenedAt: at,
    lead: null,
  } as Partial<L>);
}

/** An institution changed: what is not ended moves with its unit. */
export function movedWith<L extends MatterLife>(
  life: L,
  { from, to }: { from: number; to: number },
): L {
  const swap = (unit: number | null) => (unit === from ? to : unit);
  return { ...life, unit: swap(life.unit), responsible: swap(life.responsible) };
}
