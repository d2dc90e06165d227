import { sql } from 'kysely';
import type { CivilDate } from '#base/civil-date.ts';
import type { SiteFacts } from '#domain/register.ts';
import type { Database, Tx } from './database/database.ts';

/** What a site was from a day on, up to (not on) another. */
export interface SiteVersion extends SiteFacts {
  from: CivilDate;
  to: CivilDate | null;
  reason: string | null;
}

/**
 * Writes down what sites are from a day on, after their rows changed. A second change on one day
 * replaces the first. Gives the latest day on which a newest version of theirs began, if that is
 * after `day`: nothing is written then.
 */
export async function recordVersions(
  tx: Tx,
  siteIds: readonly number[],
  day: CivilDate,
  reason: string | null,
): Promise<CivilDate | null> {
  const ids = [...siteIds];
  const { since } = await tx
    .selectFrom('site_versions')
    .select((eb) => eb.fn.max('from_day').as('since'))
    .where('site_id', '=', sql<number>`any(${ids}::integer[])`)
    .where('to_day', 'is', null)
    .where('from_day', '>', day)
    .executeTakeFirstOrThrow();
  if (since !== null) return since;
  await sql`update site_versions set to_day = ${day}::date
    where site_id = any(${ids}::integer[]) and to_day is null and from_day < ${day}::date`.execute(
    tx,
  );
  await sql`
    insert into site_versions (site_id, from_day, unit_id, name, homepage, site_id_code, kind,
      state, reason)
    select id, ${day}::date, unit_id, name, homepage, site_id_code, kind, state, ${reason}
    from sites where id = any(${ids}::integer[])
    on conflict (site_id, from_day) do update set unit_id = excluded.unit_id,
      name = excluded.name, homepage = excluded.homepage, site_id_code = excluded.site_id_code,
      kind = excluded.kind, state = excluded.state, to_day = null,
      reason = coalesce(excluded.reason, site_versions.reason)
  `.execute(tx);
  return null;
}

/** What a site was when, the oldest first. */
export async function listVersions(db: Database, siteId: number): Promise<SiteVersion[]> {
  return await db
    .selectFrom('site_versions')
    .select([
      'from_day as from',
      'to_day as to',
      'unit_id as unitId',
      'name',
      'homepage',
      'site_id_code as siteIdCode',
      'kind',
      'state',
      'reason',
    ])
    .where('site_id', '=', siteId)
    .orderBy('from_day')
    .execute();
}
