import { Refusal } from '#base/refusal.ts';
import type { CivilDate } from '#base/civil-date.ts';
import { holdRegister } from '#store/register-version.ts';
import { lastPosition } from '#store/last-position.ts';
import { insertUnit } from '#store/units.ts';
import { type Desk, perform } from './desk.ts';
import { regionAt, unitAt } from './register-at.ts';
import { dayOfChange, requireFreeName, requireName } from './require-name.ts';

export interface NewUnit {
  name: string;
  regionId: number;
  parentId?: number | null;
  /** In the official list; at its end when left out. */
  position?: number;
  /** Since when it has its name. */
  day?: CivilDate;
}

/** A unit in a region, perhaps below another unit. Gives its number. */
export async function addUnit(desk: Desk, unit: NewUnit): Promise<number> {
  const name = requireName(unit.name);
  return await perform(desk, async (act) => {
    await holdRegister(act.tx);
    const region = await regionAt(desk, act.tx, unit.regionId, 'register.edit');
    const parentId = unit.parentId ?? null;
    const parent = parentId === null ? null : await unitAt(desk, act.tx, parentId, 'register.edit');
    if (parent && !region.path.startsWith(parent.place.region)) {
      throw new Refusal('parent-elsewhere');
    }
    await requireFreeName(act.tx, name, region.id, null);
    const position = unit.position ?? (await lastPosition(act.tx)) + 1;
    const day = dayOfChange(act, unit.day);
    const id = await insertUnit(act.tx, { regionId: region.id, parent, name }, position, day);
    const after = { name, regionId: region.id, parentId, position };
    await act.note({ act: 'unit.add', thing: 'unit', thingId: id, after });
    return id;
  });
}
