import { canonicalLine } from '#base/canonical-json.ts';
import { Refusal } from '#base/refusal.ts';
import { may, type RightName } from '#domain/rights.ts';
import { type CampaignRow, findCampaign, lockCampaign } from '#store/campaigns.ts';
import { type CircularRow, findCircular } from '#store/circulars.ts';
import type { Database } from '#store/database/database.ts';
import { campaignResult } from './campaign-result.ts';
import { type Act, type Desk, requireRight } from './desk.ts';

/** A version of a circular with its campaign; what the actor may not see is not there. */
export async function circularAt(
  desk: Pick<Desk, 'actor' | 'now'>,
  db: Database,
  id: number,
  right: RightName,
): Promise<{ circular: CircularRow; campaign: CampaignRow }> {
  const circular = await findCircular(db, id);
  const campaign = circular ? await findCampaign(db, circular.campaign_id) : null;
  const place = { region: campaign?.region_path ?? '', unit: null };
  if (!circular || !campaign || !may(desk.actor, 'circular.read', place)) {
    throw new Refusal('not-found', { thing: 'circular', id });
  }
  requireRight(desk, right, place);
  return { circular, campaign };
}

/** The same for an act, with the campaign held. */
export async function circularAtHand(
  desk: Desk,
  act: Act,
  id: number,
  right: RightName,
): Promise<{ circular: CircularRow; campaign: CampaignRow }> {
  const { campaign } = await circularAt(desk, act.tx, id, right);
  await lockCampaign(act.tx, campaign.id);
  return await circularAt(desk, act.tx, id, right);
}

/** Refuses a version that no longer says what its campaign came to. */
export async function refuseStale(
  db: Database,
  { circular, campaign }: { circular: CircularRow; campaign: CampaignRow },
): Promise<void> {
  const { result, explanations } = await campaignResult(db, campaign);
  const printed = circular.circular.brief.explanations ?? [];
  const isSame =
    canonicalLine(result) === canonicalLine(circular.result) &&
    canonicalLine(explanations) === canonicalLine(printed);
  if (!isSame) throw new Refusal('circular-stale', { number: circular.number });
}
