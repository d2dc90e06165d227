import { Refusal } from '#base/refusal.ts';
import { type Draw, drawSample } from '#domain/draw-sample.ts';
import type { RightName } from '#domain/rights.ts';
import {
  type CampaignRow,
  findCampaign,
  listCandidates,
  lockCampaign,
  type RegisteredSite,
} from '#store/campaigns.ts';
import type { Database } from '#store/database/database.ts';
import { type Act, type Desk, requireRight } from './desk.ts';

/** A campaign, held for an act that the actor may do in its region. */
export async function campaignAtHand(
  desk: Desk,
  act: Act,
  id: number,
  right: RightName,
): Promise<CampaignRow> {
  await lockCampaign(act.tx, id);
  const campaign = await findCampaign(act.tx, id);
  if (campaign === null) throw new Refusal('not-found', { thing: 'campaign', id });
  requireRight(desk, right, { region: campaign.region_path, unit: null });
  return campaign;
}

/** Draws the sites of a campaign from the register as it is now. Refuses `sample-stranger`. */
export async function drawOf(
  db: Database,
  campaign: Pick<CampaignRow, 'region_path' | 'sample'>,
): Promise<Draw<RegisteredSite>> {
  const candidates = await listCandidates(db, campaign.region_path);
  const known = new Set(candidates.map(({ siteId }) => siteId));
  const stranger = campaign.sample.excluded.find(({ siteId }) => !known.has(siteId));
  if (stranger) throw new Refusal('sample-stranger', { site: stranger.siteId });
  return drawSample(candidates, campaign.sample);
}
