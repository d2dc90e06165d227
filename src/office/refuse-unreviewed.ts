import { Refusal } from '#base/refusal.ts';
import { countUnsettled } from '#store/appeals.ts';
import { countUnreviewed } from '#store/reviews.ts';
import type { Act } from './desk.ts';

/** Refuses to draft while a person has still to look, at findings or at what units said. */
export async function refuseUnreviewed(act: Act, campaignId: number): Promise<void> {
  const count = await countUnreviewed(act.tx, campaignId);
  if (count > 0) throw new Refusal('findings-unreviewed', { count });
  const { appeals, explanations } = await countUnsettled(act.tx, campaignId);
  if (appeals + explanations > 0) throw new Refusal('hearing-unsettled', { appeals, explanations });
}
