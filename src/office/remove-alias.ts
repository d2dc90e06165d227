import { Refusal } from '#base/refusal.ts';
import { holdRegister } from '#store/register-version.ts';
import { deleteAlias } from '#store/unit-names.ts';
import { type Desk, perform } from './desk.ts';
import { unitAt } from './register-at.ts';

/** Takes an alias from a unit. Official names of the past stay. */
export async function removeAlias(desk: Desk, id: number, name: string): Promise<void> {
  await perform(desk, async (act) => {
    await holdRegister(act.tx);
    await unitAt(desk, act.tx, id, 'register.edit');
    if (!(await deleteAlias(act.tx, id, name))) throw new Refusal('alias-unknown', { name });
    await act.note({ act: 'unit.remove-alias', thing: 'unit', thingId: id, before: { name } });
  });
}
