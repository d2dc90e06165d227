import { chinaDate, type CivilDate } from '#base/civil-date.ts';
import { Refusal } from '#base/refusal.ts';
import { cleanName, MAX_UNIT_NAME } from '#domain/register.ts';
import type { Database } from '#store/database/database.ts';
import { findUnitsByName } from '#store/units.ts';
import type { Act } from './desk.ts';

/** A name as it is kept, or a refusal. */
export function requireName(text: string, max = MAX_UNIT_NAME): string {
  const name = cleanName(text, max);
  if (name === null) throw new Refusal('name-malformed', { name: text.slice(0, 100), max });
  return name;
}

/**
 * Refuses a name that another unit of the region goes by today. A name that a unit once had may
 * be taken: units are merged and divided.
 */
export async function requireFreeName(
  db: Database,
  name: string,
  regionId: number,
  own: number | null,
): Promise<void> {
  const others = await findUnitsByName(db, name, regionId);
  const other = others.find(({ id, by }) => id !== own && by !== 'former');
  if (other) throw new Refusal('name-taken', { name, by: other.id });
}

/** The day from which a change holds: today unless another was named, and never one to come. */
export function dayOfChange(act: Pick<Act, 'at'>, day: CivilDate | undefined): CivilDate {
  const today = chinaDate(act.at);
  if (day !== undefined && day > today) throw new Refusal('day-in-future', { day });
  return day ?? today;
}
