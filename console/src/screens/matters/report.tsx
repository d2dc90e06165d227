import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useParams } from 'react-router';
import { faults, truths } from '#domain/error-report.ts';
import { refusalReasons } from '#domain/inquiry.ts';
import { useAct, useAsk } from '../../api/use-ask.ts';
import { addressOf } from '../../api/ask.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { SideSheet } from '../../parts/side-sheet.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { Tag } from '../../parts/state-tag.tsx';
import { useSession } from '../../session/session.tsx';
import { useWords } from '../../words/dictionary.ts';
import { useLanguage } from '../../words/language.ts';
import { matterWords } from '../../words/matters.ts';
import { useDates } from '../../words/use-figures.ts';
import { type ActOf, MatterAct } from './matter-act.tsx';
import { type HistoryEvent, MatterDue, MatterHistory, MatterState } from './matter-facts.tsx';

/** An error report as its page needs it: docs/public-matters.md. */
interface ReportSheet {
  id: number;
  state: string;
  text: string;
  pageUrl: string;
  fault: keyof typeof faults;
  unit: string | null;
  deadline: { dueOn: string };
  left: unknown;
  life: unknown;
  history: HistoryEvent[];
  captures: Capture[];
  personalData: unknown[];
}

interface Capture {
  id: number;
  when: 'submitted' | 'answered';
  at: string;
  failure: string | null;
  status: number | null;
  hasPicture: boolean;
}

/** One error report: what was written and seen, who answers, what the reader may do. */
export default function Report(): ReactNode {
  const { report = '' } = useParams();
  const id = Number(report);
  const words = useWords(matterWords);
  const { data, error, refetch } = useAsk('GET /error-reports/{report}', {
    params: { report: id },
  });
  const sheet = data as unknown as ReportSheet | undefined;
  return (
    <SideSheet title={words.reportOf(id)} backTo="/matters/reports">
      {error && <ErrorState error={error} retry={refetch} />}
      {!sheet && !error && <Skeleton lines={8} />}
      {sheet && sheet.id === id && <Sheet report={sheet} />}
    </SideSheet>
  );
}

function Sheet({ report }: { report: ReportSheet }): ReactNode {
  const words = useWords(matterWords);
  const language = useLanguage();
  return (
    <>
      <div className="finding-head">
        <MatterState of="report" state={report.state} />
        <span>{report.unit ?? words.unassigned}</span>
        <MatterDue
          dueOn={report.deadline.dueOn}
          left={report.left}
          isOver={report.state === 'closed' || report.state === 'refused'}
        />
      </div>
      <Acts report={report} />
      <section>
        <h3>{faults[report.fault][language]}</h3>
        <p className="matter-text">{report.text}</p>
        <a href={report.pageUrl} target="_blank" rel="noreferrer" className="matter-url">
          {report.pageUrl}
        </a>
        {report.personalData.length > 0 && <Tag tone="amber">{words.personalData}</Tag>}
      </section>
      <Captures report={report} />
      <MatterHistory history={report.history} />
    </>
  );
}

function Captures({ report }: { report: ReportSheet }): ReactNode {
  const words = useWords(matterWords);
  const dates = useDates();
  return (
    <section>
      <h3>{words.captures}</h3>
      {report.captures.length === 0 && <p className="quiet">{words.noCaptures}</p>}
      <div className="captures">
        {report.captures.map(({ id, when, at, failure, hasPicture }) => (
          <figure key={id}>
            <figcaption>
              {words.capturedAt[when]} <span className="quiet">{dates.instant(at)}</span>
            </figcaption>
            {failure !== null && <p className="quiet">{words.captureFailed(failure)}</p>}
            {hasPicture && (
              <img
                alt={words.capturedAt[when]}
                src={addressOf('GET /error-reports/{report}/captures/{capture}', {
                  params: { report: report.id, capture: id },
                })}
              />
            )}
          </figure>
        ))}
      </div>
    </section>
  );
}

function Acts({ report }: { report: ReportSheet }): ReactNode {
  const words = useWords(matterWords);
  const [opened, setOpened] = useState<ActOf | null>(null);
  return (
    <div className="sheet-acts">
      {useActs(report).map((act, index) => (
        <Button
          key={act.name}
          type={index === 0 ? 'primary' : 'default'}
          onClick={() => setOpened(act)}
        >
          {words.acts[act.name]}
        </Button>
      ))}
      {opened !== null && <MatterAct act={opened} close={() => setOpened(null)} />}
    </div>
  );
}

function useActs({ id, state }: ReportSheet): ActOf[] {
  const { may } = useSession();
  const params = { report: id };
  const assign = useAct('POST /error-reports/{report}/assignment');
  const refuse = useAct('POST /error-reports/{report}/refusal');
  const takeUp = useAct('DELETE /error-reports/{report}/refusal');
  const answer = useAct('POST /error-reports/{report}/answer');
  const giveBack = useAct('POST /error-reports/{report}/return');
  const sendBack = useAct('POST /error-reports/{report}/sending-back');
  const close = useAct('POST /error-reports/{report}/closing');
  const acts: [isOffered: boolean, ActOf][] = [
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
  return acts.filter(([isOffered]) => isOffered).map(([, act]) => act);
}
