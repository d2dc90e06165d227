import { Refusal } from '#base/refusal.ts';
import type { Region } from '#domain/register.ts';
import { hasRegion, insertRegion } from '#store/regions.ts';
import { holdRegister } from '#store/register-version.ts';
import { type Desk, perform, requireRight } from './desk.ts';
import { regionAt } from './register-at.ts';
import { requireName } from './require-name.ts';

/** Above every region: only a job (the first start of the service) plants a root. */
const NOWHERE = { region: '/', unit: null };

/** A region below a parent (null: a root). */
export async function addRegion(
  desk: Desk,
  { name: text, parentId }: { name: string; parentId: number | null },
): Promise<Region> {
  const name = requireName(text);
  return await perform(desk, async (act) => {
    await holdRegister(act.tx);
    if (parentId === null) requireRight(desk, 'register.edit', NOWHERE);
    const parent =
      parentId === null ? null : await regionAt(desk, act.tx, parentId, 'register.edit');
    if (await hasRegion(act.tx, { name, parentId })) {
      throw new Refusal('name-taken', { name, by: parent?.name ?? '/' });
    }
    const region = await insertRegion(act.tx, { name, parent });
    await act.note({ act: 'region.add', thing: 'region', thingId: region.id, after: region });
    return region;
  });
}
