import { listUnitsAround, type UnitAround } from '#store/units-around.ts';
import type { Desk } from './desk.ts';

const MOST = 50;

/**
 * Units that may be asked to help with a matter (协办): those of the own region, of those above and
 * below. A unit otherwise sees only itself; that another one is there is no secret.
 */
export async function askUnitsAround(
  { db, actor }: Pick<Desk, 'db' | 'actor'>,
  q: string | undefined,
): Promise<{ items: UnitAround[] }> {
  const regions =
    actor.kind === 'person' ? actor.posts.map(({ place: { region } }) => region) : null;
  return { items: await listUnitsAround(db, regions, { q, limit: MOST }) };
}
