import type { Place } from '#domain/person.ts';
import type { Site } from '#domain/site.ts';
import type { Database } from './database/database.ts';

/** A site of the register as the engine takes it, and where it belongs. */
export interface SiteRow {
  id: number;
  unitId: number;
  name: string;
  site: Site;
  place: Place;
}

/** Null when there is none of that number. */
export async function findSiteRow(db: Database, id: number): Promise<SiteRow | null> {
  const row = await db
    .selectFrom('sites')
    .innerJoin('units', 'units.id', 'sites.unit_id')
    .innerJoin('regions', 'regions.id', 'units.region_id')
    .select([
      'sites.id',
      'sites.unit_id as unitId',
      'sites.name',
      'sites.key',
      'units.name as unit',
      'sites.homepage',
      'sites.site_id_code as siteIdCode',
      'sites.kind',
      'regions.path as region',
      'units.path as unitPath',
    ])
    .where('sites.id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  const { key, unit, homepage, siteIdCode, kind } = row;
  return {
    id: row.id,
    unitId: row.unitId,
    name: row.name,
    site: { key, unit, homepage, siteIdCode, kind },
    place: { region: row.region, unit: row.unitPath },
  };
}
