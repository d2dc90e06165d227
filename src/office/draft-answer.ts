import { Refusal } from '#base/refusal.ts';
import { personId } from '#domain/person.ts';
import type { WithholdReason } from '#domain/inquiry.ts';
import { maskPersonalData } from '#publish/personal-data.ts';
import { toJson } from '#store/json-column.ts';
import type { AnswerDraft } from '#store/inquiries.ts';
import { type Desk, perform } from './desk.ts';
import { inquiryAtHand } from './matter-at.ts';
import { MOST_TEXT, MOST_TITLE, plainText } from './matter-input.ts';
import { takeInquiryStep } from './step-matter.ts';
import { tellOfficeOf } from './tell-of-matter.ts';

export const MOST_ANSWER = 8000;

/** An answer as the unit hands it in. */
export interface HandedAnswer {
  /** What the writer is told. */
  answer: string;
  /** Why it should not be public; left out: it should. */
  withhold?: WithholdReason | undefined;
  /** What everybody may read; left out: the writer's words and the answer, personal data masked. */
  title?: string | undefined;
  question?: string | undefined;
  publicAnswer?: string | undefined;
}

/**
 * The unit hands in its answer for review. Every helper has spoken or was released. What would be
 * published is proposed with personal data masked; the original stays as it was written.
 */
export async function draftAnswer(desk: Desk, id: number, handed: HandedAnswer): Promise<void> {
  const answer = plainText('答复内容', handed.answer, MOST_ANSWER);
  await perform(desk, async (act) => {
    const row = await inquiryAtHand(desk, act, id, 'matter.answer');
    if (handed.withhold === undefined && !row.may_publish) throw new Refusal('not-published');
    const draft: AnswerDraft = {
      answer,
      title: publicText('标题', handed.title ?? row.title, MOST_TITLE),
      question: publicText('公开的问题', handed.question ?? row.text, MOST_TEXT),
      publicAnswer: publicText('公开的答复', handed.publicAnswer ?? answer, MOST_ANSWER),
      withhold: handed.withhold ?? null,
      by: personId(desk.actor),
    };
    const changes = { draft: toJson(draft) };
    await takeInquiryStep(act, row, { do: 'draft' }, { what: 'drafted', text: answer, changes });
    await tellOfficeOf(act, row, { kind: 'matter-answered', args: { unit: row.unit ?? '—' } });
  });
}

function publicText(field: string, text: string, most: number): string {
  return plainText(field, maskPersonalData(text), most);
}
