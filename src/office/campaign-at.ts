import { Refusal } from '#base/refusal.ts';
import { type CampaignTerms, findCampaignTerms } from '#store/campaign-terms.ts';
import type { Database } from '#store/database/database.ts';

/** A campaign by its number; refuses one that is not there. */
export async function campaignAt(db: Database, id: number): Promise<CampaignTerms> {
  const campaign = await findCampaignTerms(db, id);
  if (!campaign) throw new Refusal('not-found', { thing: 'campaign', id });
  return campaign;
}
