import { type Expression, expressionBuilder, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Place } from '#domain/person.ts';
import type { Reach } from '#domain/rights.ts';
import type { Database } from './database/database.ts';
import type { Tables } from './database/tables.ts';
import { regionsBelow } from './regions.ts';

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

/**
 * The same for lists of units and sites, which stand in the order of the regions: these are told as
 * numbers, and all of them as no condition. Of paths, the database takes a whole province for ten
 * regions, and joins and sorts all of it for a page.
 */
export async function placesWithin(
  db: Database,
  { regions, units }: Reach,
): Promise<RawBuilder<SqlBool>> {
  const places = units.map((path) => sql<SqlBool>`units.path like ${`${path}%`}`);
  if (regions.length > 0) places.push(inRegions(await regionsBelow(db, regions)));
  return anyOf(places);
}

function anyOf(places: readonly RawBuilder<SqlBool>[]): RawBuilder<SqlBool> {
  return places.length === 0 ? sql<SqlBool>`false` : sql<SqlBool>`(${sql.join(places, sql` or `)})`;
}

/** Regions that are few: what lies there is looked up by them. */
const FEW_REGIONS = 3;

/**
 * The same for lists that are read a page at a time, of a query that has joined units. Of many
 * regions (a city of a province)
 * the list is walked in its own order, and what lies elsewhere is left out by `home`, the column of
 * its unit or site, before anything is joined.
 */
export async function pageWithin(
  db: Database,
  reach: Reach | null,
  home: `${string}.unit_id` | `${string}.site_id`,
): Promise<RawBuilder<SqlBool>> {
  if (reach === null) return sql<SqlBool>`true`;
  const places = reach.units.map((path) => sql<SqlBool>`units.path like ${`${path}%`}`);
  if (reach.regions.length > 0) {
    places.push(livesIn(await regionsBelow(db, reach.regions), home));
  }
  return anyOf(places);
}

/** That it lies in one of these regions by its `home`; null: in whichever. */
export function livesIn(ids: readonly number[] | null, home: string): RawBuilder<SqlBool> {
  if (ids === null || ids.length <= FEW_REGIONS) return inRegions(ids);
  const units = sql`select u.id from units u where u.region_id = any(${ids}::integer[])`;
  const homes = home.endsWith('.unit_id')
    ? units
    : sql`select s.id from sites s where s.unit_id in (${units})`;
  // As a test of its own it is no join: told once, then looked up line by line.
  return sql<SqlBool>`(${sql.ref(home)} in (${homes})) is true`;
}

/** Whether these are regions that a list is not walked through for. */
export function areFew(ids: readonly number[] | null): ids is readonly number[] {
  return ids !== null && ids.length <= FEW_REGIONS;
}

/** That a unit lies in one of these regions; null: in whichever. */
export function inRegions(ids: readonly number[] | null): RawBuilder<SqlBool> {
  return ids === null ? sql<SqlBool>`true` : sql<SqlBool>`units.region_id = any(${ids}::integer[])`;
}
