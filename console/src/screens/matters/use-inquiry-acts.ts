import { refusalReasons, withholdReasons } from '#domain/inquiry.ts';
import { useAct } from '../../api/use-ask.ts';
import { useSession } from '../../session/session.tsx';
import { matterWords } from '../../words/matters.ts';
import type { InquirySheet } from './inquiry.tsx';
import { useWords } from '../../words/dictionary.ts';
import type { ActOf } from './matter-act.tsx';
import { useHelpingActs, useIsOurs } from './use-helping-acts.ts';
import { usePublicationActs } from './use-publication-acts.ts';

/** An act with whether it is offered as things stand. */
export type Offer = readonly [isOffered: boolean, act: ActOf];

/** What the reader may do of an inquiry as it stands, the main act first. */
export function useInquiryActs(inquiry: InquirySheet): ActOf[] {
  const all = [
    ...useUnitActs(inquiry),
    ...useHelpingActs(inquiry),
    ...useReviewActs(inquiry),
    ...usePublicationActs(inquiry),
    ...useTriageActs(inquiry),
  ];
  return all.filter(([isOffered]) => isOffered).map(([, act]) => act);
}

function useUnitActs(inquiry: InquirySheet): Offer[] {
  const { id, state } = inquiry;
  const params = { inquiry: id };
  const accept = useAct('POST /inquiries/{inquiry}/acceptance');
  const giveBack = useAct('POST /inquiries/{inquiry}/return');
  const answer = useAct('POST /inquiries/{inquiry}/answer');
  const ask = useAct('POST /inquiries/{inquiry}/question');
  const goOn = useAct('DELETE /inquiries/{inquiry}/question');
  const extend = useAct('POST /inquiries/{inquiry}/extension');
  const isOurs = useIsOurs()(inquiry.unitPath);
  return [
    [
      isOurs && state === 'assigned',
      { name: 'accept', fields: [], send: () => accept.mutateAsync({ params }) },
    ],
    [
      isOurs && state === 'handling',
      {
        name: 'answer',
        fields: [{ name: 'answer', kind: 'answer' }],
        send: (body) => answer.mutateAsync({ params, body: body as never }),
      },
    ],
    [
      isOurs && state === 'handling',
      {
        name: 'ask',
        fields: [{ name: 'question', kind: 'text' }],
        send: (body) => ask.mutateAsync({ params, body: body as never }),
      },
    ],
    [
      isOurs && state === 'handling',
      {
        name: 'extend',
        fields: [
          { name: 'amount', kind: 'days' },
          { name: 'reason', kind: 'text' },
        ],
        send: (body) => extend.mutateAsync({ params, body: body as never }),
      },
    ],
    [
      isOurs && state === 'asking',
      {
        name: 'go-on',
        fields: [{ name: 'reason', kind: 'text' }],
        send: (query) => goOn.mutateAsync({ params, query: query as never }),
      },
    ],
    [
      isOurs && state === 'assigned',
      {
        name: 'return',
        fields: [{ name: 'reason', kind: 'text' }],
        send: (body) => giveBack.mutateAsync({ params, body: body as never }),
      },
    ],
  ];
}

function useReviewActs({ id, state, extension }: InquirySheet): Offer[] {
  const { may } = useSession();
  const params = { inquiry: id };
  const review = useAct('POST /inquiries/{inquiry}/review');
  const decide = useAct('POST /inquiries/{inquiry}/extension/decision');
  const isDrafted = state === 'drafted' && may('matter.review');
  const asked = typeof extension === 'string' ? extension : extension?.state;
  const granted = {
    yes: { zh: matterWords.zh.granted, en: matterWords.en.granted },
    no: { zh: matterWords.zh.notGranted, en: matterWords.en.notGranted },
  };
  return [
    [
      isDrafted,
      {
        name: 'withhold',
        fields: [{ name: 'withhold', kind: 'choice', of: withholdReasons }],
        send: ({ withhold }) =>
          review.mutateAsync({
            params,
            body: { decision: 'withhold', reason: withhold } as never,
          }),
      },
    ],
    [
      isDrafted,
      {
        name: 'send-back',
        fields: [{ name: 'reason', kind: 'text' }],
        send: ({ reason }) =>
          review.mutateAsync({ params, body: { decision: 'send-back', reason } as never }),
      },
    ],
    [
      asked === 'asked' && may('matter.extend'),
      {
        name: 'decide',
        fields: [
          { name: 'isGranted', kind: 'choice', of: granted },
          { name: 'reason', kind: 'text' },
        ],
        send: ({ isGranted, reason }) =>
          decide.mutateAsync({
            params,
            body: { isGranted: isGranted === 'yes', reason } as never,
          }),
      },
    ],
  ];
}

function useTriageActs({ id, state, title, ...inquiry }: InquirySheet): Offer[] {
  const words = useWords(matterWords);
  const { may } = useSession();
  const params = { inquiry: id };
  const assign = useAct('POST /inquiries/{inquiry}/assignment');
  const refuse = useAct('POST /inquiries/{inquiry}/refusal');
  const takeUp = useAct('DELETE /inquiries/{inquiry}/refusal');
  const merge = useAct('POST /inquiries/{inquiry}/merging');
  const weigh = useAct('PUT /inquiries/{inquiry}/complexity');
  const isTriage = may('matter.triage');
  const isOpen = !isEnded(state);
  return [
    [
      isTriage && state === 'received',
      {
        name: 'assign',
        fields: [
          { name: 'unitId', kind: 'unit' },
          { name: 'note', kind: 'text', isOptional: true },
        ],
        send: (body) => assign.mutateAsync({ params, body: body as never }),
      },
    ],
    [
      isTriage && state === 'received',
      {
        name: 'refuse',
        fields: [
          { name: 'reason', kind: 'choice', of: refusalReasons },
          { name: 'note', kind: 'text', isOptional: true },
        ],
        send: (body) => refuse.mutateAsync({ params, body: body as never }),
      },
    ],
    [
      isTriage && isOpen,
      {
        name: 'merge',
        hint: words.mergeHint,
        fields: [
          { name: 'ids', kind: 'merge', of: 'inquiries', into: id, sought: title.slice(0, 8) },
        ],
        send: (body) => merge.mutateAsync({ params, body: body as never }),
      },
    ],
    [
      isTriage && isOpen,
      {
        name: 'weigh',
        hint: words.weighHint,
        initial: { complexity: inquiry.complexity === 'complex' ? 'ordinary' : 'complex' },
        fields: [{ name: 'complexity', kind: 'choice', of: complexityNames }],
        send: (body) => weigh.mutateAsync({ params, body: body as never }),
      },
    ],
    [
      isTriage && state === 'refused',
      { name: 'take-up', fields: [], send: () => takeUp.mutateAsync({ params }) },
    ],
  ];
}

const complexityNames = {
  ordinary: { zh: matterWords.zh.complexities.ordinary, en: matterWords.en.complexities.ordinary },
  complex: { zh: matterWords.zh.complexities.complex, en: matterWords.en.complexities.complex },
};

/** Answered, not taken up, or gone on with another one. */
function isEnded(state: string): boolean {
  return ['published', 'withheld', 'refused', 'merged'].includes(state);
}
