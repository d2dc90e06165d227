import { sql } from 'kysely';
import type { Instant } from '#base/civil-date.ts';
import type { Site } from '#domain/site.ts';
import type { Database, Tx } from './database/database.ts';

/** A charged site that is to be looked at once more before its circular is signed. */
export interface LastLook {
  inspectionId: number;
  campaignId: number;
  siteId: number;
  site: Site;
  wantedAt: Instant;
}

/**
 * Wants a last look at every site of a campaign that is charged with anything, unless it had one
 * since `fresh`. Gives how many are wanted now.
 */
export async function wantLastLooks(
  tx: Tx,
  campaignId: number,
  { at, fresh }: { at: Instant; fresh: Instant },
): Promise<number> {
  const { numAffectedRows } = await sql`
    update inspections set last_look_wanted_at = ${at}, last_look_at = null
    where campaign_id = ${campaignId} and state = 'measured'
      and (last_look_at is null or last_look_at < ${fresh})
      and exists (select from findings where findings.inspection_id = inspections.id
                  and findings.state = 'confirmed'
                  and findings.review not in ('set-aside', 'merged'))
  `.execute(tx);
  return Number(numAffectedRows ?? 0);
}

/** Last looks that are wanted and not made. */
export async function listOpenLastLooks(
  db: Database,
  {
    limit,
    campaignId,
    inspectionId,
  }: { limit: number; campaignId?: number; inspectionId?: number },
): Promise<LastLook[]> {
  let query = db
    .selectFrom('inspections')
    .select([
      'id as inspectionId',
      'campaign_id as campaignId',
      'site_id as siteId',
      'site',
      sql<Instant>`last_look_wanted_at`.as('wantedAt'),
    ])
    .where('last_look_wanted_at', 'is not', null)
    .where('last_look_at', 'is', null)
    .orderBy('id')
    .limit(limit);
  if (campaignId !== undefined) query = query.where('campaign_id', '=', campaignId);
  if (inspectionId !== undefined) query = query.where('id', '=', inspectionId);
  return await query.execute();
}

/** Notes that a last look was made; false when somebody else noted it first. */
export async function noteLastLook(tx: Tx, look: LastLook, at: Instant): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('inspections')
    .set({ last_look_at: at })
    .where('id', '=', look.inspectionId)
    .where('last_look_wanted_at', '=', look.wantedAt)
    .where('last_look_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Drops a confirmed finding that is not there any more; false when it is confirmed no more. */
export async function dropRecovered(tx: Tx, findingId: number): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update findings
    set state = 'dropped', version = version + 1,
        finding = finding || '{"state": "dropped", "reason": "recovered"}'
    where id = ${findingId} and state = 'confirmed'
  `.execute(tx);
  return numAffectedRows === 1n;
}
