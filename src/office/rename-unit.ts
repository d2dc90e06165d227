import type { CivilDate } from '#base/civil-date.ts';
import { Refusal } from '#base/refusal.ts';
import { changeName, correctName, nameHeldSince } from '#store/unit-names.ts';
import { holdRegister } from '#store/register-version.ts';
import { type Desk, perform } from './desk.ts';
import { unitAt } from './register-at.ts';
import { dayOfChange, requireFreeName, requireName } from './require-name.ts';

/**
 * Gives a unit another official name from a day on (today); it is still found by the old one. A
 * name that began on that same day was mistyped: it is corrected and held on no day, and only the
 * ledger tells of it.
 */
export async function renameUnit(
  desk: Desk,
  id: number,
  { name: text, day: from, reason }: { name: string; day?: CivilDate; reason?: string },
): Promise<void> {
  const name = requireName(text);
  await perform(desk, async (act) => {
    await holdRegister(act.tx);
    const unit = await unitAt(desk, act.tx, id, 'register.edit');
    if (unit.name === name) return;
    await requireFreeName(act.tx, name, unit.regionId, id);
    const day = dayOfChange(act, from);
    const since = await nameHeldSince(act.tx, id);
    if (since !== null && day < since) {
      throw new Refusal('day-before-last-change', { day, since });
    }
    if (day === since) await correctName(act.tx, unit, name);
    else await changeName(act.tx, unit, name, day);
    await act.note({
      act: 'unit.rename',
      thing: 'unit',
      thingId: id,
      before: { name: unit.name },
      after: { name, day },
      reason: reason ?? null,
    });
  });
}
