import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useParams } from 'react-router';
import { inquiryKinds, withholdReasons } from '#domain/inquiry.ts';
import { useAsk } from '../../api/use-ask.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { SideSheet } from '../../parts/side-sheet.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { Tag } from '../../parts/state-tag.tsx';
import { useWords } from '../../words/dictionary.ts';
import { useLanguage } from '../../words/language.ts';
import { matterWords } from '../../words/matters.ts';
import { Contact } from './contact.tsx';
import { type ActOf, MatterAct } from './matter-act.tsx';
import { type HistoryEvent, MatterDue, MatterHistory, MatterState } from './matter-facts.tsx';
import { type Helper, Helpers, MarkedText, Merged, type Span } from './matter-words.tsx';
import { WriterPictures } from './writer-pictures.tsx';
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
  complexity: 'ordinary' | 'complex';
  lead_id: number | null;
  may_publish: boolean;
  withheld_for: keyof typeof withholdReasons | null;
  answer: string | null;
  unitPath: string | null;
  helpers: Helper[];
  followers: number[];
  hasContact: boolean;
  /** In the title, a line break and the text. */
  personalData: Span[];
  masked: { title: string; text: string; answer: string | null };
  draft: Draft | null;
  advice: { emptyPromises: { word: string; sentence: string }[]; personalData: unknown[] } | null;
}

/** What waits for review: the answer to the writer, and what everybody would read. */
interface Draft {
  answer: string;
  title: string;
  question: string;
  publicAnswer: string;
  withhold: keyof typeof withholdReasons | null;
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
  const { state, complexity } = inquiry;
  return (
    <>
      <div className="finding-head">
        <MatterState of="inquiry" state={state} />
        <span>{inquiry.unit ?? words.unassigned}</span>
        {complexity === 'complex' && <Tag tone="blue">{words.complexities.complex}</Tag>}
        <MatterDue
          dueOn={inquiry.deadline.dueOn}
          left={inquiry.left}
          isOver={['published', 'withheld', 'refused'].includes(state)}
        />
      </div>
      <Acts inquiry={inquiry} />
      <section>
        <h3>{`${inquiryKinds[inquiry.kind][language]} · ${inquiry.title}`}</h3>
        <MarkedText text={inquiry.text} spans={inText(inquiry)} />
        {!inquiry.may_publish && <p className="quiet">{words.mayNotPublish}</p>}
      </section>
      <WriterPictures of={{ inquiry: inquiry.id }} />
      <Contact key={inquiry.id} of={{ inquiry: inquiry.id }} hasContact={inquiry.hasContact} />
      <Merged of="inquiries" lead={inquiry.lead_id} followers={inquiry.followers} />
      <Helpers helpers={inquiry.helpers} />
      <Answer inquiry={inquiry} />
      <MatterHistory history={inquiry.history} />
    </>
  );
}

/** Marks of the title and the text together, as they lie in the text. */
function inText({ title, personalData }: InquirySheet): Span[] {
  const start = title.length + 1;
  return personalData
    .filter(({ from }) => from >= start)
    .map(({ from, to }) => ({ from: from - start, to: to - start }));
}

/** The answer that waits for review beside what would be public; else the one that was given. */
function Answer({ inquiry: { draft, advice, answer, withheld_for: why } }: SheetOf): ReactNode {
  const words = useWords(matterWords);
  const language = useLanguage();
  if (draft === null) {
    if (answer === null) return null;
    return (
      <section>
        <h3>{words.answerGiven}</h3>
        <p className="matter-text">{answer}</p>
        {why !== null && <p className="quiet">{withholdReasons[why][language]}</p>}
      </section>
    );
  }
  return (
    <section>
      <h3>{words.draft}</h3>
      <p className="matter-text">{draft.answer}</p>
      {advice?.emptyPromises.map(({ word, sentence }) => (
        <p key={`${word} ${sentence}`}>
          <Tag tone="amber">{words.promises}</Tag> <q>{sentence.trim()}</q>
        </p>
      ))}
      {draft.withhold === null ? (
        <details className="public-words">
          <summary>{words.publicWords}</summary>
          <p>
            <strong>{draft.title}</strong>
          </p>
          <p className="matter-text">{draft.question}</p>
          <p className="matter-text">{draft.publicAnswer}</p>
        </details>
      ) : (
        <p className="quiet">{words.wishesWithheld(withholdReasons[draft.withhold][language])}</p>
      )}
      {(advice?.personalData.length ?? 0) > 0 && <Tag tone="amber">{words.personalData}</Tag>}
    </section>
  );
}

interface SheetOf {
  inquiry: InquirySheet;
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
