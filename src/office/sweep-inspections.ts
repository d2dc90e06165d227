import { Refusal } from '#base/refusal.ts';
import { type DueInspection, listDueInspections, listOrphans } from '#store/due-inspections.ts';
import { bringJobsForward } from '#store/jobs-in-time.ts';
import { lockCampaign } from '#store/campaigns.ts';
import { orphan } from './claim-inspection.ts';
import { type Desk, perform } from './desk.ts';

/** What a sweep found. */
export interface Swept {
  /** Whose worker died: their jobs are void. */
  orphans: DueInspection[];
  /** What waits for a worker, those included. */
  due: DueInspection[];
}

/**
 * Looks after the inspections: those whose worker died are interrupted, and all that wait are
 * named, at most `limit`. The database is the queue's memory; a job that was lost is sent again
 * from here, one that stands already is not sent twice.
 */
export async function sweepInspections(
  desk: Desk,
  { limit, retryMs }: { limit: number; retryMs: number },
): Promise<Swept> {
  await bringJobsForward(desk.db);
  const orphans: DueInspection[] = [];
  for (const one of await listOrphans(desk.db)) {
    if (await interrupt(desk, one)) orphans.push(one);
  }
  const at = desk.now();
  const retryBefore = new Date(Date.parse(at) - retryMs).toISOString();
  return { orphans, due: await listDueInspections(desk.db, { at, retryBefore, limit }) };
}

/** False when it came to an end after all while we looked. */
async function interrupt(
  desk: Desk,
  { inspectionId, campaignId }: DueInspection & { campaignId: number },
): Promise<boolean> {
  try {
    await perform(desk, async (act) => {
      await lockCampaign(act.tx, campaignId);
      await orphan(act, inspectionId);
    });
    return true;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'moved-meanwhile') return false;
    throw error;
  }
}
