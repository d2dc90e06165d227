import { type Desk, perform } from './desk.ts';
import { followInquiry } from './follow-lead.ts';
import { inquiryAtHand } from './matter-at.ts';
import { plainText } from './matter-input.ts';
import { takeInquiryStep } from './step-matter.ts';

/** The unit goes on though the writer did not answer its question: the clock goes on too. */
export async function goOnWithoutReply(desk: Desk, id: number, reason: string): Promise<void> {
  const text = plainText('理由', reason, 2000);
  await perform(desk, async (act) => {
    const row = await inquiryAtHand(desk, act, id, 'matter.answer');
    const changes = { question: null };
    const told = { what: 'went-on', text, isOpen: true, changes } as const;
    await takeInquiryStep(act, row, { do: 'go-on' }, told);
    await followInquiry(act, id, 'go-on', { text: null });
  });
}
