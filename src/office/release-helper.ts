import { deleteHelper } from '#store/inquiries.ts';
import { type Desk, perform } from './desk.ts';
import { inquiryAtHand } from './matter-at.ts';
import { plainText } from './matter-input.ts';
import { takeInquiryStep } from './step-matter.ts';

/** The leading unit goes on without a helper that has not spoken, and says why. */
export async function releaseHelper(
  desk: Desk,
  id: number,
  { unitId, reason }: { unitId: number; reason: string },
): Promise<void> {
  const text = plainText('解除协办的理由', reason, 2000);
  await perform(desk, async (act) => {
    const row = await inquiryAtHand(desk, act, id, 'matter.answer');
    const told = { what: 'helper-released', text, unitId } as const;
    await takeInquiryStep(act, row, { do: 'release-helper', unit: unitId }, told);
    await deleteHelper(act.tx, id, unitId);
  });
}
