import { Refusal } from '#base/refusal.ts';
import { holdRegister } from '#store/register-version.ts';
import { setParent } from '#store/units.ts';
import { type Desk, perform } from './desk.ts';
import { unitAt } from './register-at.ts';

/** Puts a unit, and with it all below it, under another unit (null: at the top). */
export async function moveUnit(desk: Desk, id: number, parentId: number | null): Promise<void> {
  await perform(desk, async (act) => {
    await holdRegister(act.tx);
    const unit = await unitAt(desk, act.tx, id, 'register.edit');
    if (unit.parentId === parentId) return;
    const parent = parentId === null ? null : await unitAt(desk, act.tx, parentId, 'register.edit');
    if (parent?.path.startsWith(unit.path)) throw new Refusal('parent-below-itself');
    if (parent && !unit.place.region.startsWith(parent.place.region)) {
      throw new Refusal('parent-elsewhere');
    }
    await setParent(act.tx, unit, parent);
    const before = { parentId: unit.parentId };
    await act.note({
      act: 'unit.move',
      thing: 'unit',
      thingId: id,
      before,
      after: { parentId },
    });
  });
}
