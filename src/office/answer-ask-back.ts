import { Refusal } from '#base/refusal.ts';
import { type Desk, perform } from './desk.ts';
import { followInquiry } from './follow-lead.ts';
import { isInquiry, matterByReceiptAtHand } from './matter-at.ts';
import { MOST_TEXT, plainText } from './matter-input.ts';
import { takeInquiryStep } from './step-matter.ts';
import { tellOfInquiry } from './tell-of-matter.ts';

/** The writer answers what the unit asked back: the clock goes on. */
export async function answerAskBack(
  desk: Desk,
  receipt: string,
  { text: reply }: { text: string },
): Promise<void> {
  const text = plainText('补充内容', reply, MOST_TEXT);
  await perform(desk, async (act) => {
    const row = await matterByReceiptAtHand(act, receipt);
    if (!isInquiry(row)) throw new Refusal('no-question');
    const told = { what: 'replied', text, isOpen: true, changes: { question: null } } as const;
    await takeInquiryStep(act, row, { do: 'reply' }, told);
    await followInquiry(act, row.id, 'go-on', { text: null });
    if (row.life.unit === null) return;
    const { id, version } = row;
    await tellOfInquiry(act, { id, unitId: row.life.unit, version }, 'matter-replied');
  });
}
