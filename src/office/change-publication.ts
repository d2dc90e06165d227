import { Refusal } from '#base/refusal.ts';
import { maskPersonalData } from '#publish/personal-data.ts';
import { type WithholdReason, withholdReasons } from '#domain/inquiry.ts';
import { deletePublished, upsertPublished } from '#store/published-inquiries.ts';
import { type Desk, perform } from './desk.ts';
import { MOST_ANSWER } from './draft-answer.ts';
import { inquiryAtHand } from './matter-at.ts';
import { MOST_TEXT, MOST_TITLE, plainText } from './matter-input.ts';
import type { PublicWords } from './review-answer.ts';
import { takeInquiryStep } from './step-matter.ts';

/** Takes an answer from the public, for a reason of the list; its writer keeps it. */
export async function withholdPublished(
  desk: Desk,
  id: number,
  reason: WithholdReason,
): Promise<void> {
  await perform(desk, async (act) => {
    const row = await inquiryAtHand(desk, act, id, 'matter.review');
    if (row.state !== 'published') {
      throw new Refusal('move-unknown', { thing: 'inquiry', from: row.state, to: 'withheld' });
    }
    const changes = { withheld_for: reason };
    const data = { reason: withholdReasons[reason].zh };
    await takeInquiryStep(act, row, { do: 'withhold' }, { what: 'withheld', changes, data });
    await deletePublished(act.tx, id);
  });
}

/** Publishes what was answered and withheld; personal data is masked where no words are given. */
export async function publishWithheld(desk: Desk, id: number, words: PublicWords): Promise<void> {
  await perform(desk, async (act) => {
    const row = await inquiryAtHand(desk, act, id, 'matter.review');
    if (row.state !== 'withheld' || row.answer === null) {
      throw new Refusal('move-unknown', { thing: 'inquiry', from: row.state, to: 'published' });
    }
    if (!row.may_publish) throw new Refusal('not-published');
    const changes = { withheld_for: null };
    await takeInquiryStep(act, row, { do: 'publish' }, { what: 'published', changes });
    const shown = {
      title: plainText('标题', words.title ?? maskPersonalData(row.title), MOST_TITLE),
      question: plainText('公开的问题', words.question ?? maskPersonalData(row.text), MOST_TEXT),
      answer: plainText('公开的答复', words.answer ?? maskPersonalData(row.answer), MOST_ANSWER),
    };
    await upsertPublished(act.tx, { id, ...shown, at: act.at });
  });
}
