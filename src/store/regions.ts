import { type Expression, type SqlBool, sql } from 'kysely';
import type { Region } from '#domain/register.ts';
import type { Reach } from '#domain/rights.ts';
import type { Database, Tx } from './database/database.ts';

/** A new region below a parent; null for the root of a tree. */
export async function insertRegion(
  tx: Tx,
  { name, parent }: { name: string; parent: Region | null },
): Promise<Region> {
  const { rows } = await sql<{ id: number; path: string }>`
    with next as (select nextval(pg_get_serial_sequence('regions', 'id'))::integer as id)
    insert into regions (id, parent_id, name, path) overriding system value
    select id, ${parent?.id ?? null}, ${name}, ${parent?.path ?? '/'}::text || id || '/' from next
    returning id, path
  `.execute(tx);
  // Too small a table for the database to count by itself, and every list is planned by it.
  await sql`analyze regions`.execute(tx);
  const [made] = rows as [{ id: number; path: string }];
  return { ...made, name, parentId: parent?.id ?? null };
}

/** A region; null when there is none of that number. */
export async function findRegion(db: Database, id: number): Promise<Region | null> {
  return (await regions(db).where('id', '=', id).executeTakeFirst()) ?? null;
}

/** Whether a region of that name stands below a parent (null: beside the roots). */
export async function hasRegion(
  db: Database,
  { name, parentId }: { name: string; parentId: number | null },
): Promise<boolean> {
  const found = await db
    .selectFrom('regions')
    .select('id')
    .where('name', '=', name)
    .where('parent_id', 'is not distinct from', parentId)
    .executeTakeFirst();
  return found !== undefined;
}

/**
 * The regions of a reach, and those in which its units lie, each parent before its children.
 * `after` is the last one of the page before.
 */
export async function listRegions(
  db: Database,
  reach: Reach | null,
  { after, limit }: { after?: number; limit?: number } = {},
): Promise<Region[]> {
  let query = regions(db).where((eb) => (reach === null ? eb.lit(true) : eb.or(conditions(reach))));
  if (after !== undefined) {
    query = query.where(
      sql<boolean>`${inTree('regions.path')} >
        (select ${inTree('last.path')} from regions last where last.id = ${after})`,
    );
  }
  if (limit !== undefined) query = query.limit(limit);
  return await query.orderBy(inTree('regions.path')).execute();
}

/** Numbers of the regions at or below some paths; null when those are all there are. */
export async function regionsBelow(
  db: Database,
  paths: readonly string[],
): Promise<number[] | null> {
  const below = paths.map((path) => `${path}%`);
  const { rows } = await sql<{ ids: number[] | null; isAll: boolean }>`
    select array_agg(id) filter (where path like any(${below}::text[])) as ids,
      bool_and(path like any(${below}::text[])) as "isAll" from regions`.execute(db);
  const [found] = rows;
  return found?.isAll ? null : (found?.ids ?? []);
}

/** Whether every region there is lies at or below one of these paths. */
export async function holdsAll(db: Database, paths: readonly string[]): Promise<boolean> {
  const outside = await regions(db)
    .where('parent_id', 'is', null)
    .where('path', 'not in', [...paths, ''])
    .limit(1)
    .executeTakeFirst();
  return outside === undefined;
}

/** Ids from the root as numbers: in text, 10 would stand before 9. */
function inTree(path: string) {
  return sql`string_to_array(trim(both '/' from ${sql.ref(path)}), '/')::integer[]`;
}

function conditions(reach: Reach): Expression<SqlBool>[] {
  return [
    ...reach.regions.map((path) => sql<SqlBool>`path like ${`${path}%`}`),
    ...reach.units.map(
      (path) => sql<SqlBool>`
        id in (select region_id from units where units.path like ${`${path}%`})`,
    ),
  ];
}

function regions(db: Database) {
  return db.selectFrom('regions').select(['id', 'parent_id as parentId', 'name', 'path']);
}
