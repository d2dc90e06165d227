import { listHearingSites } from '#store/hearing-sites.ts';
import { campaignAtHand } from './campaign-at-hand.ts';
import { type Act, type Desk, move, perform } from './desk.ts';
import { notify } from './notify.ts';
import { deadlineOf, startDeadline } from './start-deadline.ts';

/**
 * Shows the units their preliminary results, and tells each of its own; until the clock ends they
 * explain and appeal.
 */
export async function startHearing(desk: Desk, campaignId: number): Promise<{ until: string }> {
  return await perform(desk, async (act) => {
    const { state, name } = await campaignAtHand(desk, act, campaignId, 'campaign.lead');
    // Told first: of a large campaign that takes a while, in which others may write the ledger.
    await tellUnits(act, campaignId, name);
    const clock = { thing: 'campaign', thingId: campaignId, unitId: null, clock: 'appeal' };
    const { dueAt } = await startDeadline(act, clock);
    const changes = { hearing_until: dueAt };
    await move(act, 'campaign', campaignId, { from: state, to: 'hearing' }, { changes });
    return { until: dueAt };
  });
}

async function tellUnits(act: Act, campaignId: number, campaign: string): Promise<void> {
  const { dueOn: until } = await deadlineOf(act, { clock: 'appeal' });
  for (const { siteId, unitId, findings } of await listHearingSites(act.tx, campaignId)) {
    const notice = {
      to: { unit: unitId },
      kind: 'hearing-opened' as const,
      siteId,
      args: { campaign, findings, until },
      link: `/campaigns/${campaignId}`,
      subject: `hearing ${campaignId} ${siteId}`,
    };
    await notify(act.tx, notice, act.at);
  }
}
