import type { Instant } from '#base/civil-date.ts';
import { Refusal } from '#base/refusal.ts';
import { findCampaign } from '#store/campaigns.ts';
import { publishedCircularId } from '#store/circulars.ts';
import type { Database } from '#store/database/database.ts';
import { type DeadlineRow, findDeadlineOf } from '#store/deadlines.ts';
import type { Act } from './desk.ts';

/**
 * Until when units may speak: of the hearing, or after publication of the newest version. By the
 * clock as it is computed now, so that a holiday announced meanwhile moves it. Null: not at all.
 */
export async function hearingUntil(db: Database, campaignId: number): Promise<Instant | null> {
  const running = await hearingClock(db, campaignId);
  if (running !== null) return running.deadline.dueAt;
  const campaign = await findCampaign(db, campaignId);
  return campaign?.state === 'hearing' ? campaign.hearing_until : null;
}

/** The clock that units may speak by; null: they may not, or none was started. */
export async function hearingClock(db: Database, campaignId: number): Promise<DeadlineRow | null> {
  const campaign = await findCampaign(db, campaignId);
  if (campaign?.state === 'hearing') {
    return await findDeadlineOf(db, { thing: 'campaign', thingId: campaignId, clock: 'appeal' });
  }
  if (campaign?.state !== 'published') return null;
  const thingId = await publishedCircularId(db, campaignId);
  if (thingId === null) return null;
  return await findDeadlineOf(db, { thing: 'circular', thingId, clock: 'appeal' });
}

/** Refuses what a unit says too late. */
export async function requireHearing(act: Act, campaignId: number): Promise<void> {
  const until = await hearingUntil(act.tx, campaignId);
  if (until === null || act.at >= until) {
    throw new Refusal('hearing-over', { until: until ?? '—' });
  }
}
