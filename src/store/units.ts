import { sql } from 'kysely';
import type { CivilDate } from '#base/civil-date.ts';
import type { Place } from '#domain/person.ts';
import type { Unit } from '#domain/register.ts';
import type { Reach } from '#domain/rights.ts';
import type { Database, Tx } from './database/database.ts';
import { holding } from './like.ts';
import { inRegions, placesWithin } from './places.ts';
import { regionsBelow } from './regions.ts';

/** A unit of the register with where it belongs. */
export interface PlacedUnit extends Unit {
  place: Place;
  region: string;
}

/** A new unit below a parent (null: at the top), with its official name from a day on. */
export async function insertUnit(
  tx: Tx,
  unit: { regionId: number; parent: { id: number; path: string } | null; name: string },
  position: number,
  day: CivilDate,
): Promise<number> {
  const { regionId, parent, name } = unit;
  const { rows } = await sql<{ id: number }>`
    with next as (select nextval(pg_get_serial_sequence('units', 'id'))::integer as id)
    insert into units (id, region_id, parent_id, name, path, position) overriding system value
    select id, ${regionId}, ${parent?.id ?? null}, ${name},
      ${parent?.path ?? '/'}::text || id || '/', ${position}
    from next returning id
  `.execute(tx);
  const [{ id }] = rows as [{ id: number }];
  await tx
    .insertInto('unit_names')
    .values({ unit_id: id, name, kind: 'official', from_day: day, to_day: null })
    .execute();
  return id;
}

/** A unit with its names; null when there is none of that number. */
export async function findUnit(db: Database, id: number): Promise<PlacedUnit | null> {
  const row = await units(db).where('units.id', '=', id).executeTakeFirst();
  return row ? placed(row) : null;
}

export interface UnitFilter {
  /** Part of its name, of an alias or of a former name. */
  q?: string;
  /** A region and all below it, by its path. */
  regionPath?: string;
  parent?: number;
  /** The last one of the page before. */
  after?: number;
  limit: number;
}

/** Units of a reach in the order of the official list. */
export async function listUnits(
  db: Database,
  reach: Reach | null,
  { q, regionPath, parent, after, limit }: UnitFilter,
): Promise<PlacedUnit[]> {
  let query = units(db).where(reach === null ? sql<boolean>`true` : await placesWithin(db, reach));
  if (q) query = query.where('units.search', 'like', holding(q));
  if (regionPath) query = query.where(inRegions(await regionsBelow(db, [regionPath])));
  if (parent !== undefined) query = query.where('units.parent_id', '=', parent);
  if (after !== undefined) {
    query = query.where(
      sql<boolean>`(units.position, units.id) >
        (select last.position, last.id from units last where last.id = ${after})`,
    );
  }
  const rows = await query.orderBy('units.position').orderBy('units.id').limit(limit).execute();
  return rows.map(placed);
}

/**
 * Units that go by exactly this name, in one region or in all: first those whose name it is
 * today, then by alias, then by a name they once had.
 */
export async function findUnitsByName(
  db: Database,
  name: string,
  regionId: number | null = null,
): Promise<{ id: number; by: 'name' | 'alias' | 'former' }[]> {
  const inRegion = regionId === null ? sql`true` : sql`u.region_id = ${regionId}`;
  const { rows } = await sql<{ id: number; by: 'name' | 'alias' | 'former' }>`
    select distinct on (rank, id) id, by from (
      select u.id, 'name' as by, 1 as rank from units u where u.name = ${name} and ${inRegion}
      union all
      select u.id, case n.kind when 'alias' then 'alias' else 'former' end,
        case n.kind when 'alias' then 2 else 3 end
      from unit_names n join units u on u.id = n.unit_id
      where n.name = ${name} and u.name <> ${name} and ${inRegion}
    ) found order by rank, id
  `.execute(db);
  return rows;
}

/** Sets a unit's place in the official list, and that of its sites. */
export async function setPosition(tx: Tx, unitId: number, position: number): Promise<void> {
  await sql`update units set position = ${position}, version = version + 1
    where id = ${unitId}`.execute(tx);
  await tx.updateTable('sites').set({ position }).where('unit_id', '=', unitId).execute();
}

/** Puts a unit and all below it under another parent (null: at the top). */
export async function setParent(
  tx: Tx,
  unit: { id: number; path: string },
  parent: { id: number; path: string } | null,
): Promise<void> {
  const path = `${parent?.path ?? '/'}${unit.id}/`;
  await sql`update units set parent_id = ${parent?.id ?? null}, version = version + 1
    where id = ${unit.id}`.execute(tx);
  await sql`update units set path = ${path}::text || substr(path, ${unit.path.length + 1})
    where path like ${`${unit.path}%`}`.execute(tx);
}

/** How many sites a unit has that are not archived. */
export async function countSitesOf(db: Database, unitId: number): Promise<number> {
  const { count } = await db
    .selectFrom('sites')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('unit_id', '=', unitId)
    .where('state', 'not in', ['offline', 'archived'])
    .executeTakeFirstOrThrow();
  return Number(count);
}

function units(db: Database) {
  return db
    .selectFrom('units')
    .innerJoin('regions', 'regions.id', 'units.region_id')
    .select([
      'units.id',
      'units.region_id as regionId',
      'units.parent_id as parentId',
      'units.name',
      'units.path',
      'units.position',
      'units.version',
      'regions.name as region',
      'regions.path as regionPath',
      namesOf('alias').as('aliases'),
      namesOf('official').as('formerNames'),
    ]);
}

function namesOf(kind: 'alias' | 'official') {
  return sql<string[]>`array(select distinct n.name from unit_names n where n.unit_id = units.id
    and n.kind = ${kind} and n.name <> units.name order by n.name)`;
}

function placed<T extends { path: string; regionPath: string }>({
  regionPath,
  ...row
}: T): Omit<T, 'regionPath'> & { place: Place } {
  return { ...row, place: { region: regionPath, unit: row.path } };
}
