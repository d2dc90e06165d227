import { type Expression, expressionBuilder, type SqlBool, sql } from 'kysely';
import type { Place } from '#domain/person.ts';
import type { Reach } from '#domain/rights.ts';
import type { Database } from './database/database.ts';
import type { Tables } from './database/tables.ts';

/** Where a unit belongs; null when there is none of that number. */
export async function placeOfUnit(db: Database, unitId: number): Promise<Place | null> {
  const row = await db
    .selectFrom('units')
    .innerJoin('regions', 'regions.id', 'units.region_id')
    .select(['regions.path as region', 'units.path as unit'])
    .where('units.id', '=', unitId)
    .executeTakeFirst();
  return row ?? null;
}

/** Where a site belongs: to its unit. */
export async function placeOfSite(db: Database, siteId: number): Promise<Place | null> {
  const row = await db
    .selectFrom('sites')
    .innerJoin('units', 'units.id', 'sites.unit_id')
    .innerJoin('regions', 'regions.id', 'units.region_id')
    .select(['regions.path as region', 'units.path as unit'])
    .where('sites.id', '=', siteId)
    .executeTakeFirst();
  return row ?? null;
}

/** Where a region lies, as a place of no unit. */
export async function placeOfRegion(db: Database, regionId: number): Promise<Place | null> {
  const row = await db
    .selectFrom('regions')
    .select('path')
    .where('id', '=', regionId)
    .executeTakeFirst();
  return row ? { region: row.path, unit: null } : null;
}

/**
 * The condition that a row lies within a reach: for `where` of a query that has joined regions
 * and units. Paths hold digits and slashes only, so they are safe before a `%`.
 */
export function within(reach: Reach | null): Expression<SqlBool> {
  const eb = expressionBuilder<Tables, 'regions' | 'units'>();
  if (reach === null) return eb.lit(true);
  return eb.or([
    ...reach.regions.map((path) => sql<SqlBool>`regions.path like ${`${path}%`}`),
    ...reach.units.map((path) => sql<SqlBool>`units.path like ${`${path}%`}`),
  ]);
}
