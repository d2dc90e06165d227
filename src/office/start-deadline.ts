import { present } from '#base/assert.ts';
import type { Instant } from '#base/civil-date.ts';
import type { Clock } from '#domain/clock.ts';
import { computeDeadline, type Deadline } from '#domain/deadline.ts';
import { startClock } from '#domain/running-clock.ts';
import { parseClocks } from '#publish/parse-clocks.ts';
import { upsertDeadline } from '#store/deadlines.ts';
import { loadClocksText } from '#store/load-data.ts';
import { calendarNow } from './calendar-now.ts';
import type { Act } from './desk.ts';

/** What a clock is started for. */
export interface DeadlineStart {
  thing: string;
  thingId: number;
  unitId: number | null;
  /** Id of a clock of the office: `rectification`. */
  clock: string;
  /** The event; the act's own instant when left out. */
  startedAt?: Instant;
}

let clocks: readonly Clock[] | null = null;

/** Every clock of the office. */
export function officeClocks(): readonly Clock[] {
  if (clocks === null) {
    const { text, file } = loadClocksText();
    ({ clocks } = parseClocks(text, file));
  }
  return clocks;
}

/** A clock of the office by its id. */
export function officeClock(id: string): Clock {
  return present(
    officeClocks().find((clock) => clock.id === id),
    `a clock ${id}`,
  );
}

/** When a clock that starts now would end, by the calendar as it is known now. */
export async function deadlineOf(
  act: Act,
  { clock, startedAt = act.at }: Pick<DeadlineStart, 'clock' | 'startedAt'>,
): Promise<Deadline> {
  return computeDeadline(startClock(officeClock(clock), startedAt), await calendarNow(act.tx));
}

/** Starts a clock within an act. */
export async function startDeadline(act: Act, start: DeadlineStart): Promise<Deadline> {
  const { thing, thingId, unitId, clock, startedAt = act.at } = start;
  const deadline = await deadlineOf(act, start);
  const id = await upsertDeadline(act.tx, { thing, thingId, unitId, deadline });
  const { dueAt, dueOn, provisional } = deadline;
  const after = { thing, thingId, clock, startedAt, dueAt, dueOn, provisional };
  await act.note({ act: 'deadline.start', thing: 'deadline', thingId: id, after });
  return deadline;
}
