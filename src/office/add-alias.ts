import { holdRegister } from '#store/register-version.ts';
import { insertAlias } from '#store/unit-names.ts';
import { type Desk, perform } from './desk.ts';
import { unitAt } from './register-at.ts';
import { requireFreeName, requireName } from './require-name.ts';

/** A further name by which a unit is found: 咸宁高新区管委会 beside 市高新技术产业园区. */
export async function addAlias(desk: Desk, id: number, text: string): Promise<void> {
  const name = requireName(text);
  await perform(desk, async (act) => {
    await holdRegister(act.tx);
    const unit = await unitAt(desk, act.tx, id, 'register.edit');
    if (unit.name === name || unit.aliases.includes(name)) return;
    await requireFreeName(act.tx, name, unit.regionId, id);
    await insertAlias(act.tx, id, name);
    await act.note({ act: 'unit.add-alias', thing: 'unit', thingId: id, after: { name } });
  });
}
