import { truths } from '#domain/error-report.ts';
import { refusalReasons } from '#domain/inquiry.ts';
import { useAct } from '../../api/use-ask.ts';
import { useSession } from '../../session/session.tsx';
import type { ActOf } from './matter-act.tsx';
import type { ReportSheet } from './report.tsx';

type Offer = readonly [isOffered: boolean, act: ActOf];

/** What the reader may do of an error report as it stands, the main act first. */
export function useReportActs(report: ReportSheet): ActOf[] {
  const all = [...useUnitActs(report), ...useReviewActs(report), ...useTriageActs(report)];
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

function useReviewActs({ id, state }: ReportSheet): Offer[] {
  const { may } = useSession();
  const params = { report: id };
  const sendBack = useAct('POST /error-reports/{report}/sending-back');
  const close = useAct('POST /error-reports/{report}/closing');
  return [
    [
      state === 'answered' && may('matter.review'),
      {
        name: 'close',
        fields: [
          { name: 'truth', kind: 'choice', of: truths },
          { name: 'publicText', kind: 'text', isOptional: true },
        ],
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
  ];
}

function useTriageActs({ id, state }: ReportSheet): Offer[] {
  const { may } = useSession();
  const params = { report: id };
  const assign = useAct('POST /error-reports/{report}/assignment');
  const refuse = useAct('POST /error-reports/{report}/refusal');
  const takeUp = useAct('DELETE /error-reports/{report}/refusal');
  return [
    [
      (state === 'received' || state === 'assigned') && may('matter.triage'),
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
