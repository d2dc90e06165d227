import { smallResult } from '#publish/testing/sample-result.ts';
import type { Database } from '#store/database/database.ts';
import type { SamplePlaces } from './sample-people.ts';

/** Numbers of what is in the sample register. */
export interface SampleRegister {
  places: SamplePlaces;
  /** By name: 市民政局. */
  unitIds: Record<string, number>;
  /** By key: `minzheng`. */
  siteIds: Record<string, number>;
}

/** Until the number is known that the path is made of. */
const UNPLACED = '/0/';

/** A city with a county below it, ten units of the city, and a site of each. */
export async function insertSampleRegister(db: Database): Promise<SampleRegister> {
  const city = await insertRegion(db, '咸宁市', null);
  const county = await insertRegion(db, '通山县', city);
  const units: Record<string, { id: number; path: string }> = {};
  const siteIds: Record<string, number> = {};
  for (const [position, site] of smallResult().sites.entries()) {
    const unit = await insertUnit(db, site.unit, city.id, position);
    units[site.unit] = unit;
    siteIds[site.key] = await insertSite(db, site, unit.id, position);
  }
  const unit = units['市民政局'];
  const otherUnit = units['市林业局'];
  if (!unit || !otherUnit) throw new Error('the sample result lost a unit');
  const ids = Object.entries(units).map(([name, { id }]) => [name, id]);
  return { places: { city, county, unit, otherUnit }, unitIds: Object.fromEntries(ids), siteIds };
}

async function insertRegion(
  db: Database,
  name: string,
  parent: { id: number; path: string } | null,
): Promise<{ id: number; path: string }> {
  const { id } = await db
    .insertInto('regions')
    .values({ name, parent_id: parent?.id ?? null, path: UNPLACED })
    .returning('id')
    .executeTakeFirstOrThrow();
  const path = `${parent?.path ?? '/'}${id}/`;
  await db.updateTable('regions').set({ path }).where('id', '=', id).execute();
  return { id, path };
}

async function insertUnit(
  db: Database,
  name: string,
  regionId: number,
  position: number,
): Promise<{ id: number; path: string }> {
  const { id } = await db
    .insertInto('units')
    .values({ name, region_id: regionId, path: UNPLACED, position })
    .returning('id')
    .executeTakeFirstOrThrow();
  const path = `/${id}/`;
  await db.updateTable('units').set({ path }).where('id', '=', id).execute();
  return { id, path };
}

async function insertSite(
  db: Database,
  site: ReturnType<typeof smallResult>['sites'][number],
  unitId: number,
  position: number,
): Promise<number> {
  const facts = {
    unit_id: unitId,
    name: `${site.unit}网站`,
    homepage: site.homepage,
    site_id_code: site.siteIdCode,
    kind: site.kind,
  };
  const { id } = await db
    .insertInto('sites')
    .values({ ...facts, key: site.key, position })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('site_versions')
    .values({ ...facts, site_id: id, from_day: '2018-01-01', state: 'online' })
    .execute();
  return id;
}
