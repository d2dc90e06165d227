import { assertPublishable } from '#publish/reconcile.ts';
import { circularAtHand, refuseStale } from './circular-at-hand.ts';
import { wantLastLook } from './last-look.ts';
import { type Desk, move, perform } from './desk.ts';
import { refuseUnreconciledMatters } from './matter-contradictions.ts';

/**
 * Closes a draft: every figure agrees with the findings as they stand, or it is refused. Where the
 * campaign says so, what is charged is then looked at once more before anybody signs.
 */
export async function reconcileCircular(desk: Desk, id: number): Promise<void> {
  await perform(desk, async (act) => {
    const at = await circularAtHand(desk, act, id, 'circular.draft');
    await refuseStale(act.tx, at);
    assertPublishable(at.circular.circular, at.circular.result);
    // A correction is of what was published; what recovered since was there at its time.
    if (at.circular.number === 1) await wantLastLook(act, at.campaign);
    await refuseUnreconciledMatters(act.tx, at.campaign, at.circular.brief);
    await move(act, 'circular', id, { from: at.circular.state, to: 'reconciled' });
  });
}
