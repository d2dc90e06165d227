import { present } from '#base/assert.ts';
import { Refusal } from '#base/refusal.ts';
import { type WithholdReason, withholdReasons } from '#domain/inquiry.ts';
import type { AnswerDraft, InquiryRow } from '#store/inquiries.ts';
import { upsertPublished } from '#store/published-inquiries.ts';
import { type Act, type Desk, perform, requireAnother } from './desk.ts';
import { MOST_ANSWER } from './draft-answer.ts';
import { followInquiry } from './follow-lead.ts';
import { inquiryAtHand } from './matter-at.ts';
import { MOST_TEXT, MOST_TITLE, plainText } from './matter-input.ts';
import { takeInquiryStep } from './step-matter.ts';
import { tellOfInquiry } from './tell-of-matter.ts';

/** What is to be public: left out, as it was proposed with the answer. */
export interface PublicWords {
  title?: string | undefined;
  question?: string | undefined;
  answer?: string | undefined;
}

/** What the reviewer decides of an answer. */
export type ReviewDecision =
  | ({ decision: 'publish' } & PublicWords)
  | { decision: 'withhold'; reason: WithholdReason }
  | { decision: 'send-back'; reason: string };

/**
 * The office reviews a unit's answer (审核): sends it to the writer and publishes it, sends it and
 * withholds it for a reason of the list, or sends it back. Not by who wrote it.
 */
export async function reviewAnswer(desk: Desk, id: number, decided: ReviewDecision): Promise<void> {
  await perform(desk, async (act) => {
    const row = await inquiryAtHand(desk, act, id, 'matter.review');
    if (decided.decision === 'send-back') return await sendBack(act, row, decided.reason);
    const draft = row.draft;
    if (row.state !== 'drafted' || draft === null) {
      const to = decided.decision === 'publish' ? 'published' : 'withheld';
      throw new Refusal('move-unknown', { thing: 'inquiry', from: row.state, to });
    }
    requireAnother(desk.actor, draft.by);
    const said = { answer: draft.answer, answered_at: act.at, answered_by: row.unit_id };
    const { answer: text } = draft;
    if (decided.decision === 'withhold') {
      const changes = { ...said, draft: null, question: null, withheld_for: decided.reason };
      const data = { reason: withholdReasons[decided.reason].zh };
      const told = { what: 'withheld', text, isOpen: true, changes, data } as const;
      await takeInquiryStep(act, row, { do: 'withhold' }, told);
      await followInquiry(act, id, 'withhold', {
        text,
        changes: { ...said, withheld_for: decided.reason },
      });
      return;
    }
    if (!row.may_publish) throw new Refusal('not-published');
    const changes = { ...said, draft: null, question: null, withheld_for: null };
    const told = { what: 'published', text, isOpen: true, changes } as const;
    await takeInquiryStep(act, row, { do: 'publish' }, told);
    await upsertPublished(act.tx, { id, ...wordsOf(draft, decided), at: act.at });
    await followInquiry(act, id, 'publish', { text, changes: said });
  });
}

function wordsOf(draft: AnswerDraft, { title, question, answer }: PublicWords) {
  return {
    title: plainText('标题', title ?? draft.title, MOST_TITLE),
    question: plainText('公开的问题', question ?? draft.question, MOST_TEXT),
    answer: plainText('公开的答复', answer ?? draft.publicAnswer, MOST_ANSWER),
  };
}

async function sendBack(act: Act, row: InquiryRow, reason: string): Promise<void> {
  const text = plainText('退回意见', reason, 2000);
  await takeInquiryStep(act, row, { do: 'send-back' }, { what: 'sent-back', text });
  const unitId = present(row.life.unit, 'an answer is of a unit');
  await tellOfInquiry(act, { id: row.id, unitId, version: row.version }, 'matter-sent-back');
}
