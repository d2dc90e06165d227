import { Refusal } from '#base/refusal.ts';
import { insertHelper } from '#store/inquiries.ts';
import { placeOfUnit } from '#store/places.ts';
import { type Desk, perform } from './desk.ts';
import { inquiryAtHand } from './matter-at.ts';
import { plainText } from './matter-input.ts';
import { takeInquiryStep } from './step-matter.ts';
import { tellOfInquiry } from './tell-of-matter.ts';

/** The leading unit asks another to help (协办); it stays the one that answers. */
export async function askHelper(
  desk: Desk,
  id: number,
  { unitId, reason }: { unitId: number; reason: string },
): Promise<void> {
  const text = plainText('协办事项', reason, 2000);
  await perform(desk, async (act) => {
    const row = await inquiryAtHand(desk, act, id, 'matter.answer');
    const place = await placeOfUnit(act.tx, unitId);
    if (place === null) throw new Refusal('unit-unknown', { unit: unitId });
    const told = { what: 'helper-asked', text, unitId } as const;
    await takeInquiryStep(act, row, { do: 'ask-helper', unit: unitId }, told);
    await insertHelper(act.tx, { inquiryId: id, unitId, reason: text, at: act.at });
    const { version } = row;
    await tellOfInquiry(act, { id, unitId, version }, 'helper-asked', { unit: row.unit ?? '—' });
  });
}
