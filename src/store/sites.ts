import { sql } from 'kysely';
import { shortHash } from '#base/hash.ts';
import type { Url } from '#base/url.ts';
import type { Place } from '#domain/person.ts';
import type { RegisteredSite, SiteFacts } from '#domain/register.ts';
import type { Database, Tx } from './database/database.ts';
import { siteKey } from './site-key.ts';

/** A site with its unit and where it belongs. */
export interface PlacedSite extends RegisteredSite {
  key: string;
  unit: string;
  region: string;
  place: Place;
  version: number;
}

/** A site as it is today; null when there is none of that number. */
export async function findSite(db: Database, id: number): Promise<PlacedSite | null> {
  const row = await placedSites(db).where('sites.id', '=', id).executeTakeFirst();
  return row ? placed(row) : null;
}

/** A new site at its unit's place in the official list. */
export async function insertSite(tx: Tx, facts: SiteFacts, position: number): Promise<number> {
  const { id } = await tx
    .insertInto('sites')
    .values({ ...columns(facts), position, key: await freeKey(tx, facts.homepage) })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Changes what a site is, if nobody did since `version`: false when somebody was first. */
export async function updateSite(
  tx: Tx,
  { id, version }: { id: number; version: number },
  facts: SiteFacts,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('sites')
    .set({
      ...columns(facts),
      position: sql<number>`(select position from units where id = ${facts.unitId})`,
      version: sql<number>`version + 1`,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** The site that stands at an address today and is not given up; null when none does. */
export async function findSiteAt(db: Database, homepage: Url): Promise<number | null> {
  const row = await db
    .selectFrom('sites')
    .select('id')
    .where('homepage', '=', homepage)
    .where('state', 'not in', ['offline', 'archived'])
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Keys stay for good, so a site on the address of an archived one gets another. */
async function freeKey(db: Database, homepage: Url): Promise<string> {
  const short = siteKey(homepage);
  const taken = await db
    .selectFrom('sites')
    .select('key')
    .where('key', 'like', `${short.replace(/[\\%_]/g, '\\$&')}%`)
    .execute();
  const keys = new Set(taken.map(({ key }) => key));
  return keyNotIn(keys, homepage);
}

/** The key of an address, or a longer one where another site has it. */
export function keyNotIn(keys: ReadonlySet<string>, homepage: Url): string {
  const short = siteKey(homepage);
  let key = short;
  for (let round = 0; keys.has(key); round++) {
    key = `${short}-${shortHash(round === 0 ? homepage : `${homepage}#${round}`, 8)}`;
  }
  return key;
}

function columns({ unitId, name, homepage, siteIdCode, kind, state }: SiteFacts) {
  return { unit_id: unitId, name, homepage, site_id_code: siteIdCode, kind, state };
}

/**
 * Sites joined with their units, as every question of them begins. Each unit has a region; it is
 * joined from the left all the same, so that the database never begins with the regions.
 */
export function placedSites(db: Database) {
  return db
    .selectFrom('sites')
    .innerJoin('units', 'units.id', 'sites.unit_id')
    .leftJoin('regions', 'regions.id', 'units.region_id')
    .select([
      'sites.id',
      'sites.key',
      'sites.unit_id as unitId',
      'units.name as unit',
      sql<string>`regions.name`.as('region'),
      sql<string>`regions.path`.as('regionPath'),
      'sites.name',
      'sites.homepage',
      'sites.site_id_code as siteIdCode',
      'sites.kind',
      'sites.state',
      'sites.position',
      'sites.version',
      'units.path as unitPath',
    ]);
}

export function placed<T extends { regionPath: string; unitPath: string }>({
  regionPath,
  unitPath,
  ...row
}: T): Omit<T, 'regionPath' | 'unitPath'> & { place: Place } {
  return { ...row, place: { region: regionPath, unit: unitPath } };
}
