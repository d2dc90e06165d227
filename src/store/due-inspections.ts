import { sql } from 'kysely';
import type { Instant } from '#base/civil-date.ts';
import type { Database } from './database/database.ts';
import { SITE_LOCK } from './site-locks.ts';

/** An inspection that waits for a worker. */
export interface DueInspection {
  inspectionId: number;
  siteId: number;
}

/**
 * Inspections that wait for a worker, in order of their campaigns and of the register: a site
 * once, none in reported maintenance, none that failed by our own fault since `retryBefore`. One
 * that failed in the future failed before the clock was set back.
 */
export async function listDueInspections(
  db: Database,
  { at, retryBefore, limit }: { at: Instant; retryBefore: Instant; limit: number },
): Promise<DueInspection[]> {
  const { rows } = await sql<DueInspection>`
    select min(waiting.id) as "inspectionId", waiting.site_id as "siteId"
    from (
      select inspections.id, inspections.site_id, inspections.campaign_id, inspections.position
      from inspections
      join campaigns on campaigns.id = inspections.campaign_id
      where inspections.state in ('queued', 'interrupted')
        and campaigns.state in ('running', 'reviewing')
        and (inspections.error is null or inspections.seen_at < ${retryBefore}
          or inspections.seen_at > ${at})
        and not exists (
          select 1 from maintenance_windows
          where maintenance_windows.site_id = inspections.site_id
            and maintenance_windows.reported_at < maintenance_windows.from_at
            and ${at}::timestamptz >= maintenance_windows.from_at
            and ${at}::timestamptz < maintenance_windows.to_at)
      order by inspections.campaign_id, inspections.position
      limit ${limit}
    ) as waiting
    group by waiting.site_id
    order by min(waiting.campaign_id), min(waiting.position)
  `.execute(db);
  return rows.map(({ inspectionId, siteId }) => ({ inspectionId: Number(inspectionId), siteId }));
}

/** Inspections that are said to run while nobody holds the lock on their site: a worker died. */
export async function listOrphans(
  db: Database,
): Promise<(DueInspection & { campaignId: number })[]> {
  const { rows } = await sql<DueInspection & { campaignId: number }>`
    select id as "inspectionId", site_id as "siteId", campaign_id as "campaignId"
    from inspections
    where state = 'running' and site_id not in (
      select objid::bigint::integer from pg_locks
      where locktype = 'advisory' and classid = ${SITE_LOCK}::oid and objsubid = 2 and granted
        and database = (select oid from pg_database where datname = current_database()))
  `.execute(db);
  return rows.map((row) => ({ ...row, inspectionId: Number(row.inspectionId) }));
}
