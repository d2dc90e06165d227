import { Refusal } from '#base/refusal.ts';
import { may } from '#domain/rights.ts';
import { saveOpinion } from '#store/inquiries.ts';
import { type Desk, perform } from './desk.ts';
import { inquiryAtHand } from './matter-at.ts';
import { plainText } from './matter-input.ts';
import { takeInquiryStep } from './step-matter.ts';
import { tellOfInquiry } from './tell-of-matter.ts';

/** A helping unit gives its opinion to the leading one. */
export async function answerAsHelper(desk: Desk, id: number, opinion: string): Promise<void> {
  const text = plainText('协办意见', opinion, 8000);
  await perform(desk, async (act) => {
    const row = await inquiryAtHand(desk, act, id, 'matter.read');
    const own = row.helpers.find(({ unitPath, answeredAt }) => {
      const place = { ...row.place, unit: unitPath };
      return answeredAt === null && may(desk.actor, 'matter.answer', place);
    });
    if (!own) throw new Refusal('helper-not-open', { unit: row.unit ?? '—' });
    const { unitId } = own;
    const told = { what: 'helper-answered', text, unitId } as const;
    await takeInquiryStep(act, row, { do: 'help', unit: unitId }, told);
    await saveOpinion(act.tx, { inquiryId: id, unitId, opinion: text, at: act.at });
    if (row.life.unit === null) return;
    const lead = { id, unitId: row.life.unit, version: row.version };
    await tellOfInquiry(act, lead, 'helper-answered', { unit: own.unit });
  });
}
