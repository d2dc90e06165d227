import { setTimeout as sleep } from 'node:timers/promises';
import { askCampaign, type CampaignView, listCampaigns } from '#office/ask-campaigns.ts';
import type { Desk } from '#office/desk.ts';

const LOOK_MS = 500;

/** How far the newest campaign is. */
export type CampaignNews = Pick<CampaignView, 'id' | 'name' | 'state' | 'counts' | 'live'>;

/**
 * Tells how far the newest campaign is until its last site is measured; at once with its state
 * when it is so far already. Null when stopped before, or when there is none.
 */
export async function watchCampaign(
  desk: Desk,
  signal: AbortSignal,
  tell: (news: CampaignNews) => void,
): Promise<CampaignNews | null> {
  const [newest] = (await listCampaigns(desk, { limit: 1 })).items;
  if (!newest) return null;
  while (!signal.aborted) {
    const campaign = await askCampaign(desk, newest.id);
    if (campaign.state !== 'running') return campaign;
    tell(campaign);
    await sleep(LOOK_MS, undefined, { signal }).catch(() => undefined);
  }
  return null;
}
