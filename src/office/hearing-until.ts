import type { Instant } from '#base/civil-date.ts';
import { Refusal } from '#base/refusal.ts';
import { findCampaign } from '#store/campaigns.ts';
import { latestCircular } from '#store/circulars.ts';
import type { Database } from '#store/database/database.ts';
import { findDeadlineOf } from '#store/deadlines.ts';
import type { Act } from './desk.ts';

/**
 * Until when units may speak: of the hearing, or after publication of the newest version. By the
 * clock as it is computed now, so that a holiday announced meanwhile moves it. Null: not at all.
 */
export async function hearingUntil(db: Database, campaignId: number): Promise<Instant | null> {
  const campaign = await findCampaign(db, campaignId);
  if (campaign?.state === 'hearing') {
    const clock = { thing: 'campaign', thingId: campaignId, clock: 'appeal' };
    const running = await findDeadlineOf(db, clock);
    return running?.deadline.dueAt ?? campaign.hearing_until;
  }
  if (campaign?.state !== 'published') return null;
  const circular = await latestCircular(db, campaignId, 'published');
  if (circular === null) return null;
  const clock = { thing: 'circular', thingId: circular.id, clock: 'appeal' };
  return (await findDeadlineOf(db, clock))?.deadline.dueAt ?? null;
}

/** Refuses what a unit says too late. */
export async function requireHearing(act: Act, campaignId: number): Promise<void> {
  const until = await hearingUntil(act.tx, campaignId);
  if (until === null || act.at >= until) {
    throw new Refusal('hearing-over', { until: until ?? '—' });
  }
}
