import { domainToUnicode } from 'node:url';
import { sql } from 'kysely';
import type { Instant } from '#base/civil-date.ts';
import type { MatterThing } from '#domain/public-matter.ts';
import type { Database } from './database/database.ts';
import { matterTables } from './matter-lives.ts';

/** A site of the register with whose it is and the region its unit lies in. */
export interface SiteOfPage {
  siteId: number;
  site: string;
  unitId: number;
  unit: string;
  regionId: number;
}

/**
 * The site that a page belongs to: the one whose homepage is the longest part of the address, with
 * or without encryption and `www.`; else the one that has its domain. Null: none that is known.
 */
export async function findSiteOfPage(db: Database, pageUrl: string): Promise<SiteOfPage | null> {
  const { hostname, host, pathname } = new URL(pageUrl);
  const folders = pathname.split('/').slice(1, -1);
  const paths = folders.map((_, index) => `/${folders.slice(0, index + 1).join('/')}/`);
  const hosts = [host, host.startsWith('www.') ? host.slice(4) : `www.${host}`];
  const candidates = ['http', 'https'].flatMap((scheme) =>
    hosts.flatMap((one) => ['/', ...paths].map((path) => `${scheme}://${one}${path}`)),
  );
  const domain = domainToUnicode(hostname) || hostname;
  const { rows } = await sql<SiteOfPage>`
    select s.id as "siteId", s.name as site, s.unit_id as "unitId", u.name as unit,
      u.region_id as "regionId"
    from sites s join units u on u.id = s.unit_id
    where s.state not in ('archived') and (s.homepage = any(${candidates}::text[]) or s.id = any(
      array(select site_id from site_domains where domain = ${domain} and to_day is null)))
    order by s.homepage = any(${candidates}::text[]) desc, length(s.homepage) desc, s.id
    limit 1`.execute(db);
  return rows[0] ?? null;
}

/** The region of a unit; null when there is no such unit. */
export async function regionIdOfUnit(db: Database, unitId: number): Promise<number | null> {
  const row = await db
    .selectFrom('units')
    .select('region_id')
    .where('id', '=', unitId)
    .executeTakeFirst();
  return row?.region_id ?? null;
}

/** The region that matters come to which name no unit: the root of the oldest tree. */
export async function rootRegionId(db: Database): Promise<number | null> {
  const row = await db
    .selectFrom('regions')
    .select('id')
    .where('parent_id', 'is', null)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** How often a text came in since a moment. */
export async function countSameText(
  db: Database,
  thing: MatterThing,
  textHash: string,
  since: Instant,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${sql.table(matterTables[thing])}
    where text_hash = ${textHash} and received_at >= ${since}`.execute(db);
  return rows[0]?.count ?? 0;
}

/** Units that an inquiry may be addressed to, in the order of the official list, so many at most. */
export async function listUnitNames(
  db: Database,
  limit: number,
): Promise<{ id: number; name: string }[]> {
  return await db
    .selectFrom('units')
    .select(['id', 'name'])
    .orderBy('position')
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** Units that are meant by a number or by a name: the very one, else those whose name holds it. */
export async function listUnitsMeant(
  db: Database,
  typed: string,
  limit: number,
): Promise<{ id: number; name: string }[]> {
  const number = /^\d{1,9}$/.test(typed) ? Number(typed) : null;
  const very = await db
    .selectFrom('units')
    .select(['id', 'name'])
    .where((eb) => eb.or([eb('name', '=', typed), ...(number ? [eb('id', '=', number)] : [])]))
    .limit(limit)
    .execute();
  if (very.length > 0) return very;
  return await db
    .selectFrom('units')
    .select(['id', 'name'])
    .where(sql<boolean>`strpos(name, ${typed}) > 0`)
    .orderBy('position')
    .orderBy('id')
    .limit(limit)
    .execute();
}
