import { campaignAtHand } from './campaign-at-hand.ts';
import { type Desk, perform } from './desk.ts';
import { draftCorrection } from './draft-correction.ts';

/** Drafts a numbered correction of what was published, for a reason that is printed in it. */
export async function correctCircular(
  desk: Desk,
  campaignId: number,
  reason: string,
): Promise<number> {
  return await perform(desk, async (act) => {
    await campaignAtHand(desk, act, campaignId, 'circular.draft');
    return await draftCorrection(act, campaignId, reason);
  });
}
