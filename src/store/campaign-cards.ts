import type { Database } from './database/database.ts';

/** Every site of a campaign with its judgement, in order; no card where it was never measured. */
export async function listMeasured(db: Database, campaignId: number) {
  return await db
    .selectFrom('inspections')
    .select(['id', 'site_id as siteId', 'site', 'card', 'state', 'finished_at as finishedAt'])
    .where('campaign_id', '=', campaignId)
    .where('state', '<>', 'cancelled')
    .orderBy('position')
    .orderBy('id')
    .execute();
}
