import { Refusal } from '#base/refusal.ts';
import { latestCircular } from '#store/circulars.ts';
import { campaignAtHand } from './campaign-at-hand.ts';
import { type Desk, move, perform } from './desk.ts';

/** Takes a drafted campaign back to review: its draft is written anew afterwards. */
export async function reopenReview(desk: Desk, campaignId: number, reason: string): Promise<void> {
  await perform(desk, async (act) => {
    const { state } = await campaignAtHand(desk, act, campaignId, 'campaign.lead');
    const latest = await latestCircular(act.tx, campaignId);
    if (latest && latest.state !== 'draft') {
      throw new Refusal('circular-not-draft', { state: latest.state });
    }
    await move(act, 'campaign', campaignId, { from: state, to: 'reviewing' }, { reason });
  });
}
