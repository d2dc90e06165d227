import { truths } from '#domain/error-report.ts';
import { refusalReasons } from '#domain/inquiry.ts';
import { useAct } from '../../api/use-ask.ts';
import { reportedKinds, usualKind } from '#domain/reported-kinds.ts';
import { useSession } from '../../session/session.tsx';
import { useWords } from '../../words/dictionary.ts';
import { matterWords } from '../../words/matters.ts';
import { kindWords } from '../../words/states.ts';
import type { ActOf } from './matter-act.tsx';
import type { ReportSheet } from './report.tsx';

type Offer = readonly [isOffered: boolean, act: ActOf];

/** What the reader may do of an error report as it stands, the main act first. */
export function useReportActs(report: ReportSheet): ActOf[] {
  const all = [
    ...useUnitActs(report),
    ...useReviewActs(report),
    ...useFindingActs(report),
    ...useTriageActs(report),
  ];
  return all.filter(([isOffered]) => isOffered).map(([, act]) => act);
}

function useUnitActs({ id, state }: ReportSheet): Offer[] {
  const { may } = useSession();
  const params = { report: id };
  const answer = useAct('POST /error-reports/{report}/answer');
  const giveBack = useAct('POST /error-reports/{report}/return');
  return [
    [
      state === 'assigned' && may('matter.answer'),
      {
        name: 'answer',
        fields: [
          { name: 'text', kind: 'answer' },
          { name: 'truth', kind: 'choice', of: truths },
        ],
        send: (body) => answer.mutateAsync({ params, body: body as never }),
      },
    ],
    [
      state === 'assigned' && may('matter.answer'),
      {
        name: 'return',
        fields: [{ name: 'reason', kind: 'text' }],
        send: (body) => giveBack.mutateAsync({ params, body: body as never }),
      },
    ],
  ];
}

function useReviewActs({ id, state, masked, text }: ReportSheet): Offer[] {
  const words = useWords(matterWords);
  const { may } = useSession();
  const params = { report: id };
  const sendBack = useAct('POST /error-reports/{report}/sending-back');
  const close = useAct('POST /error-reports/{report}/closing');
  const judge = useAct('PUT /error-reports/{report}/truth');
  return [
    [
      state === 'answered' && may('matter.review'),
      {
        name: 'close',
        fields: [
          { name: 'truth', kind: 'choice', of: truths },
          { name: 'publicText', kind: 'public', original: text, isOptional: true },
        ],
        hint: words.closeHint,
        initial: { publicText: masked.text },
        send: ({ truth, publicText }) =>
          close.mutateAsync({
            params,
            body: { truth, publicText: publicText || null } as never,
          }),
      },
    ],
    [
      state === 'answered' && may('matter.review'),
      {
        name: 'send-back',
        fields: [{ name: 'reason', kind: 'text' }],
        send: (body) => sendBack.mutateAsync({ params, body: body as never }),
      },
    ],
    [
      may('matter.review') && !['merged', 'refused'].includes(state),
      {
        name: 'judge',
        hint: words.judgeHint,
        fields: [
          { name: 'truth', kind: 'choice', of: truths },
          { name: 'reason', kind: 'text' },
        ],
        send: (body) => judge.mutateAsync({ params, body: body as never }),
      },
    ],
  ];
}

/** A true fault of a known site becomes a finding of a campaign under review. */
function useFindingActs({ id, truth, site_id, finding_id, fault }: ReportSheet): Offer[] {
  const words = useWords(matterWords);
  const [zh, en] = [kindWords.zh, kindWords.en];
  const { may } = useSession();
  const make = useAct('POST /error-reports/{report}/finding');
  const isTrue = truth === 'true' || truth === 'partly';
  const kinds = reportedKinds.map((kind) => [kind, { zh: zh[kind], en: en[kind] }] as const);
  return [
    [
      isTrue && site_id !== null && finding_id === null && may('finding.review'),
      {
        name: 'finding',
        hint: words.findingHint,
        initial: { kind: usualKind[fault] },
        fields: [
          { name: 'campaignId', kind: 'campaign' },
          { name: 'kind', kind: 'choice', of: Object.fromEntries(kinds) },
        ],
        send: (body) => make.mutateAsync({ params: { report: id }, body: body as never }),
      },
    ],
  ];
}

function useTriageActs({ id, state, text }: ReportSheet): Offer[] {
  const words = useWords(matterWords);
  const { may } = useSession();
  const params = { report: id };
  const assign = useAct('POST /error-reports/{report}/assignment');
  const refuse = useAct('POST /error-reports/{report}/refusal');
  const takeUp = useAct('DELETE /error-reports/{report}/refusal');
  const merge = useAct('POST /error-reports/{report}/merging');
  return [
    [
      may('matter.triage') && !['closed', 'refused', 'merged'].includes(state),
      {
        name: 'merge',
        hint: words.mergeHint,
        fields: [
          { name: 'ids', kind: 'merge', of: 'error-reports', into: id, sought: text.slice(0, 6) },
        ],
        send: (body) => merge.mutateAsync({ params, body: body as never }),
      },
    ],
    [
      state === 'received' && may('matter.triage'),
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
      state === 'received' && may('matter.triage'),
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
      state === 'refused' && may('matter.triage'),
      { name: 'take-up', fields: [], send: () => takeUp.mutateAsync({ params }) },
    ],
  ];
}
