import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useParams } from 'react-router';
import { inquiryKinds } from '#domain/inquiry.ts';
import { useAsk } from '../../api/use-ask.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { SideSheet } from '../../parts/side-sheet.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { Tag } from '../../parts/state-tag.tsx';
import { useWords } from '../../words/dictionary.ts';
import { useLanguage } from '../../words/language.ts';
import { matterWords } from '../../words/matters.ts';
import { type ActOf, MatterAct } from './matter-act.tsx';
import { type HistoryEvent, MatterDue, MatterHistory, MatterState } from './matter-facts.tsx';
import { useInquiryActs } from './use-inquiry-acts.ts';

/** An inquiry as its page needs it: docs/public-matters.md. */
export interface InquirySheet {
  id: number;
  state: string;
  title: string;
  text: string;
  kind: keyof typeof inquiryKinds;
  unit: string | null;
  extension: string | { state?: string };
  deadline: { dueOn: string };
  left: unknown;
  history: HistoryEvent[];
  personalData: unknown[];
  draft: { answer: string } | null;
  advice: { emptyPromises: unknown[]; personalData: unknown[] } | null;
}

/** One inquiry: what was asked, the answer to review, what the reader may do. */
export default function Inquiry(): ReactNode {
  const { inquiry = '' } = useParams();
  const id = Number(inquiry);
  const words = useWords(matterWords);
  const { data, error, refetch } = useAsk('GET /inquiries/{inquiry}', {
    params: { inquiry: id },
  });
  const sheet = data as unknown as InquirySheet | undefined;
  return (
    <SideSheet title={words.inquiryOf(id)} backTo="/matters/inquiries">
      {error && <ErrorState error={error} retry={refetch} />}
      {!sheet && !error && <Skeleton lines={8} />}
      {sheet && sheet.id === id && <Sheet inquiry={sheet} />}
    </SideSheet>
  );
}

function Sheet({ inquiry }: { inquiry: InquirySheet }): ReactNode {
  const words = useWords(matterWords);
  const language = useLanguage();
  const { state, advice, draft } = inquiry;
  return (
    <>
      <div className="finding-head">
        <MatterState of="inquiry" state={state} />
        <span>{inquiry.unit ?? words.unassigned}</span>
        <MatterDue
          dueOn={inquiry.deadline.dueOn}
          left={inquiry.left}
          isOver={['published', 'withheld', 'refused'].includes(state)}
        />
      </div>
      <Acts inquiry={inquiry} />
      <section>
        <h3>{`${inquiryKinds[inquiry.kind][language]} · ${inquiry.title}`}</h3>
        <p className="matter-text">{inquiry.text}</p>
        {inquiry.personalData.length > 0 && <Tag tone="amber">{words.personalData}</Tag>}
      </section>
      {draft !== null && (
        <section>
          <h3>{words.draft}</h3>
          <p className="matter-text">{draft.answer}</p>
          {(advice?.emptyPromises.length ?? 0) > 0 && <Tag tone="amber">{words.promises}</Tag>}
          {(advice?.personalData.length ?? 0) > 0 && <Tag tone="amber">{words.personalData}</Tag>}
        </section>
      )}
      <MatterHistory history={inquiry.history} />
    </>
  );
}

function Acts({ inquiry }: { inquiry: InquirySheet }): ReactNode {
  const words = useWords(matterWords);
  const [opened, setOpened] = useState<ActOf | null>(null);
  return (
    <div className="sheet-acts">
      {useInquiryActs(inquiry).map((act, index) => (
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
