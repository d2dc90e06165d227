import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { CivilDate } from '#base/civil-date.ts';
import type { StateOf } from '#domain/moves.ts';
import type { SiteFacts } from '#domain/register.ts';
import type { Reach } from '#domain/rights.ts';
import type { SiteKind } from '#domain/site.ts';
import type { Database } from './database/database.ts';
import { holding } from './like.ts';
import { inRegions, placesWithin } from './places.ts';
import { regionsBelow } from './regions.ts';
import { type PlacedSite, placed, placedSites } from './sites.ts';

/** Which sites a list is to show; left out: whichever. */
export interface SiteFilter {
  /** Part of a name of site or unit, of an alias, a domain, an address or a code. */
  q?: string;
  /** A region and all below it, by its path. */
  regionPath?: string;
  /** A unit and all below it, by its path. */
  unitPath?: string;
  states?: readonly StateOf<'site'>[];
  kind?: SiteKind;
  /** The last one of the page before. */
  after?: number;
  limit: number;
}

/** Sites as they are today, in the order of the official list. */
export async function listSites(
  db: Database,
  reach: Reach | null,
  filter: SiteFilter,
): Promise<PlacedSite[]> {
  const { states, kind } = filter;
  const conditions = await common(db, reach, filter);
  let query = placedSites(db).where((eb) => eb.and(conditions));
  if (states) query = query.where('sites.state', 'in', [...states]);
  if (kind) query = query.where('sites.kind', '=', kind);
  const rows = await query
    .orderBy('sites.position')
    .orderBy('sites.id')
    .limit(filter.limit)
    .execute();
  return rows.map(placed);
}

/** What a site was on a day, under the name its unit had then. */
export interface SiteOnDay extends SiteFacts {
  id: number;
  key: string;
  unit: string;
  region: string;
  from: CivilDate;
  to: CivilDate | null;
}

/**
 * What existed on a day, in the order of the official list: facts and state of each site and the
 * name of its unit as they were then. `reach` and places are today's: who may see something now.
 */
export async function listSitesOn(
  db: Database,
  day: CivilDate,
  filter: SiteFilter & { reach?: Reach | null },
): Promise<SiteOnDay[]> {
  const { states, kind, reach = null } = filter;
  const conditions = await common(db, reach, filter);
  let query = db
    .selectFrom('site_versions as then')
    .innerJoin('sites', 'sites.id', 'then.site_id')
    .innerJoin('units', 'units.id', 'then.unit_id')
    .leftJoin('regions', 'regions.id', 'units.region_id')
    .select([
      'sites.id',
      'sites.key',
      'then.unit_id as unitId',
      nameOn(day).as('unit'),
      sql<string>`regions.name`.as('region'),
      'then.name',
      'then.homepage',
      'then.site_id_code as siteIdCode',
      'then.kind',
      'then.state',
      'then.from_day as from',
      'then.to_day as to',
    ])
    .where('then.from_day', '<=', day)
    .where((eb) => eb.or([eb('then.to_day', 'is', null), eb('then.to_day', '>', day)]))
    .where((eb) => eb.and(conditions));
  if (states) query = query.where('then.state', 'in', [...states]);
  if (kind) query = query.where('then.kind', '=', kind);
  return await query.orderBy('sites.position').orderBy('sites.id').limit(filter.limit).execute();
}

/** The official name of a unit on a day; today's where the old ones are not known. */
function nameOn(day: CivilDate) {
  return sql<string>`coalesce((
    select n.name from unit_names n
    where n.unit_id = units.id and n.kind = 'official'
      and (n.from_day is null or n.from_day <= ${day}::date)
      and (n.to_day is null or n.to_day > ${day}::date)
    order by n.from_day desc nulls last limit 1), units.name)`;
}

async function common(
  db: Database,
  reach: Reach | null,
  { q, regionPath, unitPath, after }: SiteFilter,
): Promise<RawBuilder<SqlBool>[]> {
  const conditions = reach === null ? [] : [await placesWithin(db, reach)];
  if (q) conditions.push(sql<boolean>`sites.search like ${holding(q)}`);
  if (regionPath) conditions.push(inRegions(await regionsBelow(db, [regionPath])));
  if (unitPath) conditions.push(sql<boolean>`units.path like ${`${unitPath}%`}`);
  if (after !== undefined) {
    conditions.push(
      sql<boolean>`(sites.position, sites.id) >
        (select last.position, last.id from sites last where last.id = ${after})`,
    );
  }
  return conditions;
}
