import { sql } from 'kysely';
import type { CivilDate } from '#base/civil-date.ts';
import type { Database, Tx } from './database/database.ts';

/** A name a unit goes or went by. An official one holds from a day up to, not on, another. */
export interface UnitName {
  name: string;
  kind: 'alias' | 'official';
  from: CivilDate | null;
  to: CivilDate | null;
}

/** All names of a unit, official ones first, in the order in which it had them. */
export async function listUnitNames(db: Database, unitId: number): Promise<UnitName[]> {
  return await db
    .selectFrom('unit_names')
    .select(['name', 'kind', 'from_day as from', 'to_day as to'])
    .where('unit_id', '=', unitId)
    .orderBy('kind', 'desc')
    .orderBy(sql`from_day asc nulls first`)
    .orderBy('name')
    .execute();
}

export async function insertAlias(tx: Tx, unitId: number, name: string): Promise<void> {
  await tx
    .insertInto('unit_names')
    .values({ unit_id: unitId, name, kind: 'alias', from_day: null, to_day: null })
    .execute();
}

/** Takes an alias away; false when the unit had none of that name. */
export async function deleteAlias(tx: Tx, unitId: number, name: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('unit_names')
    .where('unit_id', '=', unitId)
    .where('kind', '=', 'alias')
    .where('name', '=', name)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Since when a unit has its name; null when that is not known. */
export async function nameHeldSince(db: Database, unitId: number): Promise<CivilDate | null> {
  const row = await db
    .selectFrom('unit_names')
    .select('from_day')
    .where('unit_id', '=', unitId)
    .where('kind', '=', 'official')
    .where('to_day', 'is', null)
    .executeTakeFirst();
  return row?.from_day ?? null;
}

/** Gives a unit another official name from a day on; the one before is kept with its days. */
export async function changeName(
  tx: Tx,
  unit: { id: number; name: string },
  name: string,
  day: CivilDate,
): Promise<void> {
  const ended = await tx
    .updateTable('unit_names')
    .set({ to_day: day })
    .where('unit_id', '=', unit.id)
    .where('kind', '=', 'official')
    .where('to_day', 'is', null)
    .executeTakeFirst();
  const old = { unit_id: unit.id, name: unit.name, kind: 'official' as const };
  if (ended.numUpdatedRows === 0n) {
    await tx
      .insertInto('unit_names')
      .values({ ...old, from_day: null, to_day: day })
      .execute();
  }
  await tx
    .insertInto('unit_names')
    .values({ ...old, name, from_day: day, to_day: null })
    .execute();
  await setName(tx, unit.id, name);
}

/** Puts another name in the place of the one a unit has, with the days of that. */
export async function correctName(tx: Tx, unit: { id: number }, name: string): Promise<void> {
  await tx
    .updateTable('unit_names')
    .set({ name })
    .where('unit_id', '=', unit.id)
    .where('kind', '=', 'official')
    .where('to_day', 'is', null)
    .execute();
  await setName(tx, unit.id, name);
}

async function setName(tx: Tx, id: number, name: string): Promise<void> {
  await sql`update units set name = ${name}, version = version + 1 where id = ${id}`.execute(tx);
}
