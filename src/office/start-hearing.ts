import { campaignAtHand } from './campaign-at-hand.ts';
import { type Desk, move, perform } from './desk.ts';
import { startDeadline } from './start-deadline.ts';

/** Shows the units their preliminary results; until the clock ends they explain and appeal. */
export async function startHearing(desk: Desk, campaignId: number): Promise<{ until: string }> {
  return await perform(desk, async (act) => {
    const { state } = await campaignAtHand(desk, act, campaignId, 'campaign.lead');
    const clock = { thing: 'campaign', thingId: campaignId, unitId: null, clock: 'appeal' };
    const { dueAt } = await startDeadline(act, clock);
    const changes = { hearing_until: dueAt };
    await move(act, 'campaign', campaignId, { from: state, to: 'hearing' }, { changes });
    return { until: dueAt };
  });
}
