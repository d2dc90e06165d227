import { holdRegister } from '#store/register-version.ts';
import { setPosition } from '#store/units.ts';
import { type Desk, perform } from './desk.ts';
import { unitAt } from './register-at.ts';

/** Gives a unit, and its sites with it, another place in the official list. */
export async function placeUnit(desk: Desk, id: number, position: number): Promise<void> {
  await perform(desk, async (act) => {
    await holdRegister(act.tx);
    const unit = await unitAt(desk, act.tx, id, 'register.edit');
    if (unit.position === position) return;
    await setPosition(act.tx, id, position);
    const before = { position: unit.position };
    await act.note({
      act: 'unit.place',
      thing: 'unit',
      thingId: id,
      before,
      after: { position },
    });
  });
}
