import { withholdReasons } from '#domain/inquiry.ts';
import { useAct } from '../../api/use-ask.ts';
import { useSession } from '../../session/session.tsx';
import { useWords } from '../../words/dictionary.ts';
import { matterWords } from '../../words/matters.ts';
import type { ActField } from './act-field.tsx';
import type { InquirySheet } from './inquiry.tsx';
import type { Offer } from './use-inquiry-acts.ts';

/**
 * What everybody may read of an inquiry: reviewed and published, published after all, taken back.
 * The words are proposed with personal data masked; what was written stays as it was.
 */
export function usePublicationActs(inquiry: InquirySheet): Offer[] {
  const words = useWords(matterWords);
  const { may } = useSession();
  const { id, state, title, text, draft, masked, answer } = inquiry;
  const params = { inquiry: id };
  const review = useAct('POST /inquiries/{inquiry}/review');
  const publish = useAct('PUT /inquiries/{inquiry}/publication');
  const takeBack = useAct('DELETE /inquiries/{inquiry}/publication');
  const isReviewer = may('matter.review');
  const fields = (given: string): ActField[] => [
    { name: 'publicTitle', kind: 'public', original: title },
    { name: 'publicQuestion', kind: 'public', original: text },
    { name: 'publicAnswer', kind: 'public', original: given },
  ];
  const hint = words.publicHint;
  return [
    [
      isReviewer && state === 'drafted' && draft !== null && inquiry.may_publish,
      {
        name: 'publish',
        hint,
        fields: fields(draft?.answer ?? ''),
        initial: wordsOf(draft?.title, draft?.question, draft?.publicAnswer),
        send: (given) =>
          review.mutateAsync({ params, body: { decision: 'publish', ...saidOf(given) } }),
      },
    ],
    [
      isReviewer && state === 'withheld' && answer !== null && inquiry.may_publish,
      {
        name: 'publish-after-all',
        hint,
        fields: fields(answer ?? ''),
        initial: wordsOf(masked.title, masked.text, masked.answer ?? ''),
        send: (given) => publish.mutateAsync({ params, body: saidOf(given) }),
      },
    ],
    [
      isReviewer && state === 'published',
      {
        name: 'take-back',
        hint: words.takeBackHint,
        fields: [{ name: 'withhold', kind: 'choice', of: withholdReasons }],
        send: ({ withhold }) =>
          takeBack.mutateAsync({ params, query: { reason: withhold as 'other' } }),
      },
    ],
  ];
}

function wordsOf(title = '', question = '', answer = '') {
  return { publicTitle: title, publicQuestion: question, publicAnswer: answer };
}

function saidOf(given: Record<string, unknown>) {
  const { publicTitle, publicQuestion, publicAnswer } = given as ReturnType<typeof wordsOf>;
  return { title: publicTitle, question: publicQuestion, answer: publicAnswer };
}
