import { canonicalLine } from '#base/canonical-json.ts';
import { sha256 } from '#base/hash.ts';
import { Refusal } from '#base/refusal.ts';
import { insertInspections } from '#store/inspections.ts';
import { campaignAtHand, drawOf } from './campaign-at-hand.ts';
import { type Desk, move, perform } from './desk.ts';
import { refusePrivateHomepages } from './refuse-private-homepages.ts';

/**
 * Starts a campaign: draws its sites and queues an inspection of each, with the site as it is
 * today. The inspections themselves are the queue: `sweepInspections` hands them to the workers.
 * Gives the number of sites.
 */
export async function startCampaign(desk: Desk, id: number): Promise<number> {
  return await perform(desk, async (act) => {
    const campaign = await campaignAtHand(desk, act, id, 'campaign.open');
    const { drawn, strata, excluded } = await drawOf(act.tx, campaign);
    if (drawn.length === 0) throw new Refusal('campaign-empty');
    refusePrivateHomepages(drawn, campaign.settings.allowNet);
    const changes = { started_at: act.at };
    await move(
      act,
      'campaign',
      id,
      { from: campaign.state as 'draft', to: 'running' },
      { changes },
    );
    const siteIds = drawn.map(({ siteId }) => siteId);
    await insertInspections(act.tx, id, siteIds);
    await act.note({
      act: 'campaign.drawn',
      thing: 'campaign',
      thingId: id,
      after: { sites: siteIds.length, strata, excluded, list: sha256(canonicalLine(siteIds)) },
    });
    return siteIds.length;
  });
}
