import { type Desk, perform } from './desk.ts';
import { followInquiry } from './follow-lead.ts';
import { inquiryAtHand } from './matter-at.ts';
import { plainText } from './matter-input.ts';
import { takeInquiryStep } from './step-matter.ts';

const REASON = '等待来信人补充材料';

/** The unit asks the writer something it cannot do without: the clock stands until the answer. */
export async function askBack(desk: Desk, id: number, question: string): Promise<void> {
  const text = plainText('需要补充的内容', question, 2000);
  await perform(desk, async (act) => {
    const row = await inquiryAtHand(desk, act, id, 'matter.answer');
    const changes = { question: text };
    const told = { what: 'asked', text, isOpen: true, changes } as const;
    await takeInquiryStep(act, row, { do: 'ask-back', reason: REASON }, told);
    await followInquiry(act, id, 'pause', { text: null });
  });
}
