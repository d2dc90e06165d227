import { type Desk, move, perform } from './desk.ts';
import { explanationAtHand } from './explanation-at-hand.ts';
import { rescoreInspection } from './rescore-inspection.ts';

/** An approved explanation holds no more: the channel changed, or it was not true. */
export async function voidExplanation(desk: Desk, id: number, reason: string): Promise<void> {
  await perform(desk, async (act) => {
    const during = ['reviewing', 'hearing', 'published', 'closed'] as const;
    const { explanation, row } = await explanationAtHand(desk, act, id, during);
    const changes = { voided_at: act.at };
    const step = { from: explanation.state, to: 'void' } as const;
    await move(act, 'explanation', id, step, { changes, reason });
    // What was published said so rightly at its time: only rounds that are still open change.
    if (row.campaignState === 'reviewing' || row.campaignState === 'hearing') {
      await rescoreInspection(act, row.inspectionId);
    }
  });
}
