import { Refusal } from '#base/refusal.ts';
import { cancelInspections } from '#store/inspections.ts';
import { campaignAtHand } from './campaign-at-hand.ts';
import { type Desk, move, perform } from './desk.ts';

/**
 * Cancels a campaign before it is published. What it has not inspected is never inspected; who is
 * at work on a site of it stops within seconds. What was measured stays.
 */
export async function cancelCampaign(desk: Desk, id: number, reason: string): Promise<void> {
  await perform(desk, async (act) => {
    const { state } = await campaignAtHand(desk, act, id, 'campaign.lead');
    if (reason.trim() === '') throw new Refusal('cancel-reason-missing');
    const changes = { cancel_reason: reason };
    const step = { from: state as 'draft', to: 'cancelled' } as const;
    await move(act, 'campaign', id, step, { changes, reason });
    const count = await cancelInspections(act.tx, id, act.at);
    if (count === 0) return;
    const after = { inspections: count };
    await act.note({ act: 'campaign.stopped', thing: 'campaign', thingId: id, after });
  });
}
