import { campaignAtHand } from './campaign-at-hand.ts';
import { type Desk, move, perform } from './desk.ts';
import { requireCampaignState } from './findings-at-hand.ts';
import { refuseUnreviewed } from './refuse-unreviewed.ts';

/** Goes without a hearing, with a reason: straight to drafting, once everything is reviewed. */
export async function skipHearing(desk: Desk, campaignId: number, reason: string): Promise<void> {
  await perform(desk, async (act) => {
    const { state } = await campaignAtHand(desk, act, campaignId, 'campaign.lead');
    requireCampaignState(state, ['reviewing']);
    await refuseUnreviewed(act, campaignId);
    await act.note({ act: 'hearing.skip', thing: 'campaign', thingId: campaignId, reason });
    await move(act, 'campaign', campaignId, { from: 'reviewing', to: 'drafted' }, { reason });
  });
}
