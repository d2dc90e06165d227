import { Refusal } from '#base/refusal.ts';
import type { RunningClock } from '#domain/clock.ts';
import { computeDeadline, type Deadline } from '#domain/deadline.ts';
import { may, reachOf } from '#domain/rights.ts';
import { extendClock } from '#domain/running-clock.ts';
import {
  type DeadlineRow,
  findDeadline,
  isDeadlineHeard,
  updateDeadline,
  withUnits,
} from '#store/deadlines.ts';
import { regionOfHearing } from '#store/hearing-clocks.ts';
import { calendarNow } from './calendar-now.ts';
import { type Act, type Desk, perform, requireRight } from './desk.ts';

/** A clock that the actor may see; every other is not there. Of a hearing many units have it. */
export async function deadlineAt(desk: Desk, db: Desk['db'], id: number) {
  const found = await findDeadline(db, id);
  if (found?.place && may(desk.actor, 'deadline.read', found.place)) {
    return { row: found.row, place: found.place };
  }
  const reach = reachOf(desk.actor, 'deadline.read');
  if (!found || found.place !== null || !(await isDeadlineHeard(db, reach, id))) {
    throw new Refusal('not-found', { thing: 'deadline', id });
  }
  const [row = found.row] = await withUnits(db, reach, [found.row]);
  // Whose the campaign is, it is to extend its clock.
  return { row, place: { region: await regionOfHearing(db, id), unit: null } };
}

/** Extends a clock by so much more of its own unit: once, with a reason and who approved it. */
export async function extendDeadline(
  desk: Desk,
  id: number,
  { amount, reason }: { amount: number; reason: string },
): Promise<Deadline> {
  return await perform(desk, async (act) => {
    const { row, place } = await deadlineAt(desk, act.tx, id);
    requireRight(desk, 'deadline.extend', place);
    const approver = desk.actor.name;
    const changed = extendClock(row.deadline, { amount, reason, approver });
    return await saveClock(act, row, changed, { act: 'deadline.extend', reason });
  });
}

/** Computes a changed clock and saves it, with its ledger line. */
export async function saveClock(
  act: Act,
  row: DeadlineRow,
  changed: RunningClock,
  { act: name, reason }: { act: string; reason: string | null },
): Promise<Deadline> {
  const deadline = computeDeadline(changed, await calendarNow(act.tx));
  if (row.metAt !== null || !(await updateDeadline(act.tx, row, deadline))) {
    throw new Refusal('moved-meanwhile', { thing: 'deadline', id: row.id });
  }
  const before = { dueAt: row.deadline.dueAt };
  const after = { dueAt: deadline.dueAt };
  await act.note({ act: name, thing: 'deadline', thingId: row.id, before, after, reason });
  return deadline;
}
