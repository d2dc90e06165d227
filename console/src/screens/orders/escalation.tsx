import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import type { EscalationDraft, EscalationFacts } from '#domain/escalation.ts';
import type { Answer } from '../../api/ask.ts';
import { useAsk } from '../../api/use-ask.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { SideSheet } from '../../parts/side-sheet.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { StateTag } from '../../parts/state-tag.tsx';
import { useWords } from '../../words/dictionary.ts';
import { orderWords } from '../../words/orders.ts';
import { useDates } from '../../words/use-figures.ts';
import { EscalationActs } from './escalation-acts.tsx';

export type EscalationSheet = Answer<'GET /escalations/{escalation}'>;

/** One step: the facts it rests on, its letter, who decided what, what it came to. */
export default function Escalation(): ReactNode {
  const { escalation = '' } = useParams();
  const id = Number(escalation);
  const words = useWords(orderWords);
  const { data, error, refetch } = useAsk('GET /escalations/{escalation}', {
    params: { escalation: id },
  });
  const title = data ? `${data.unit} · ${words.stepNames[data.step]}` : words.ladder;
  return (
    <SideSheet title={title} backTo="/escalations">
      {error && <ErrorState error={error} retry={refetch} />}
      {!data && !error && <Skeleton lines={8} />}
      {data && data.id === id && <Sheet step={data} />}
    </SideSheet>
  );
}

function Sheet({ step }: { step: EscalationSheet }): ReactNode {
  const words = useWords(orderWords);
  const dates = useDates();
  return (
    <>
      <div className="finding-head">
        <StateTag thing="escalation" state={step.state} />
        {step.orderId !== null && <Link to={`/orders/${step.orderId}`}>{words.toOrder}</Link>}
        <EscalationTalk step={step} />
      </div>
      <EscalationActs step={step} />
      <section>
        <h3>{words.facts}</h3>
        <Facts facts={step.facts as unknown as EscalationFacts} />
      </section>
      <section>
        <h3>{words.draft}</h3>
        <Letter draft={step.draft as EscalationDraft} />
      </section>
      <dl className="facts">
        <Fact name={words.proposedAt} text={dates.instant(step.proposedAt)} />
        {step.decidedAt !== null && (
          <Fact name={words.decidedAt} text={dates.instant(step.decidedAt)} />
        )}
        {step.decisionReason !== null && (
          <Fact name={words.decisionReason} text={step.decisionReason} />
        )}
        {step.carriedOutAt !== null && (
          <Fact name={words.carriedOutAt} text={dates.instant(step.carriedOutAt)} />
        )}
        {step.outcome !== null && <Fact name={words.outcome} text={step.outcome} />}
      </dl>
    </>
  );
}

function Fact({ name, text }: { name: string; text: string }): ReactNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </div>
  );
}

function EscalationTalk({ step }: { step: EscalationSheet }): ReactNode {
  const words = useWords(orderWords);
  const isTalk = step.step === 'talk' && step.carriedOutAt !== null;
  const { data } = useAsk('GET /talks', {
    query: { unit: step.unitId, limit: 50 },
    when: isTalk,
  });
  const talk = data?.items.find(({ escalationId }) => escalationId === step.id);
  return isTalk && talk ? <Link to={`/talks/${talk.id}`}>{words.toTalk}</Link> : null;
}

function Facts({ facts }: { facts: EscalationFacts }): ReactNode {
  const words = useWords(orderWords);
  const dates = useDates();
  return (
    <ul className="fact-list">
      <li lang="zh-CN">{`${facts.campaign}：${facts.reason}`}</li>
      <li>{words.dueOn(dates.day(facts.dueOn))}</li>
      {facts.overdue > 0 && <li>{words.overdueDays(facts.overdue)}</li>}
      <li>{words.openItems(facts.open)}</li>
      {facts.failed > 0 && <li>{words.failedTimes(facts.failed)}</li>}
      {facts.repetitions.map(({ site, indicator, since }) => (
        <li key={`${site}${indicator}`}>{words.repeated(site, indicator, since)}</li>
      ))}
    </ul>
  );
}

/** A letter as it goes out, in the layout of documents. */
function Letter({ draft }: { draft: EscalationDraft }): ReactNode {
  return (
    <article className="letter" lang="zh-CN">
      <h4>{draft.title}</h4>
      <p className="letter-to">{draft.salutation}</p>
      {draft.paragraphs.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </article>
  );
}
