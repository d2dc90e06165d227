import { type Desk, perform } from './desk.ts';
import { inquiryAtHand } from './matter-at.ts';
import { takeInquiryStep } from './step-matter.ts';

/** The unit takes an inquiry on (受理): from now on it answers for it. */
export async function acceptInquiry(desk: Desk, id: number): Promise<void> {
  await perform(desk, async (act) => {
    const row = await inquiryAtHand(desk, act, id, 'matter.answer');
    await takeInquiryStep(act, row, { do: 'accept' }, { what: 'accepted', isOpen: true });
  });
}
