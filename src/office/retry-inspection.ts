import { Refusal } from '#base/refusal.ts';
import type { Place } from '#domain/person.ts';
import { findCampaign, lockCampaign } from '#store/campaigns.ts';
import { findInspection } from '#store/inspections.ts';
import { type Desk, move, perform, requireRight } from './desk.ts';

/**
 * Has a site measured again: one that failed by our own fault goes on from what it saved; one that
 * was measured is looked at anew, and the earlier evidence is kept beside the new. Judgements of
 * persons on findings that are found again stand.
 */
export async function retryInspection(desk: Desk, id: number, reason: string): Promise<void> {
  const before = await findInspection(desk.db, id);
  if (before === null) throw new Refusal('not-found', { thing: 'inspection', id });
  await perform(desk, async (act) => {
    const state = await lockCampaign(act.tx, before.campaign_id);
    const inspection = (await findInspection(act.tx, id)) ?? before;
    const campaign = await findCampaign(act.tx, before.campaign_id);
    const place: Place = { region: campaign?.region_path ?? inspection.region_path, unit: null };
    requireRight(desk, 'campaign.lead', place);
    if (state !== 'running' && state !== 'reviewing') {
      throw new Refusal('inspection-not-open', { state: state ?? 'cancelled' });
    }
    const from = inspection.state;
    if (from !== 'failed-ours' && from !== 'measured') {
      throw new Refusal('inspection-not-retriable', { state: from });
    }
    const changes = { attempts: 0, error: null, progress: null, finished_at: null, worker: null };
    await move(act, 'inspection', id, { from, to: 'queued' }, { changes, reason });
  });
}
