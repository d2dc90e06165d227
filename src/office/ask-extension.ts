import { Refusal } from '#base/refusal.ts';
import { toJson } from '#store/json-column.ts';
import { type Desk, perform } from './desk.ts';
import { inquiryAtHand } from './matter-at.ts';
import { plainText } from './matter-input.ts';
import { takeInquiryStep } from './step-matter.ts';
import { tellOfficeOf } from './tell-of-matter.ts';

/** Working days more than this are no extension, but another clock. Ours. */
export const MOST_EXTENSION = 15;

/** The unit asks for more time, once: so many more of the clock's own days, with a reason. */
export async function askExtension(
  desk: Desk,
  id: number,
  { amount, reason }: { amount: number; reason: string },
): Promise<void> {
  const text = plainText('延期理由', reason, 2000);
  const clock = `inquiry-${id}`;
  if (amount > MOST_EXTENSION)
    throw new Refusal('clock-extension', { clock, most: MOST_EXTENSION });
  await perform(desk, async (act) => {
    const row = await inquiryAtHand(desk, act, id, 'matter.answer');
    const changes = { extension_ask: toJson({ amount, reason: text }) };
    const told = { what: 'extension-asked', text, changes, data: { amount } } as const;
    await takeInquiryStep(act, row, { do: 'ask-extension' }, told);
    const args = { unit: row.unit ?? '—' };
    await tellOfficeOf(act, row, { kind: 'extension-asked', role: 'reviewer', args });
  });
}
