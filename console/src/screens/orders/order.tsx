import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { useAsk } from '../../api/use-ask.ts';
import { ClockChip } from '../../parts/clock-chip.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { PageHead, Panel } from '../../parts/page-head.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { StateTag, Tag } from '../../parts/state-tag.tsx';
import { useSession } from '../../session/session.tsx';
import { useWords } from '../../words/dictionary.ts';
import { useLanguage } from '../../words/language.ts';
import { orderWords } from '../../words/orders.ts';
import { useDates } from '../../words/use-figures.ts';
import { OrderActs } from './order-acts.tsx';
import { OrderItems } from './order-items.tsx';
import { OrderReply } from './order-reply.tsx';
import type { OrderSheet } from './order-sheet.ts';
import './orders.css';

const LOOKING_MS = 5000;

/** One order: what is to be mended until when, what the unit says, what was seen since. */
export default function Order(): ReactNode {
  const { order = '' } = useParams();
  const id = Number(order);
  const words = useWords(orderWords);
  const { may } = useSession();
  const { data, error, refetch } = useAsk('GET /orders/{order}', {
    params: { order: id },
    everyMs: LOOKING_MS,
  });
  if (error && !data) return <ErrorState error={error} retry={refetch} />;
  if (!data) return <Skeleton lines={12} />;
  const canReply = may('order.reply') && data.state === 'received';
  return (
    <>
      <OrderHead order={data} />
      <Progress order={data} />
      <div className="order-pair">
        <Panel title={words.items}>
          {canReply ? <OrderReply order={data} /> : <OrderItems order={data} />}
        </Panel>
        <div>
          <Steps order={id} />
          <Clocks order={id} />
        </div>
      </div>
    </>
  );
}

function OrderHead({ order }: { order: OrderSheet }): ReactNode {
  const words = useWords(orderWords);
  const { isUnit } = useSession();
  const next: Partial<Record<OrderSheet['state'], string>> = {
    replied: words.recheckSoon,
    rechecking: words.rechecking,
    passed: words.wasPassed,
    ...(isUnit && { issued: words.nextUnit, received: words.nextReply }),
  };
  return (
    <PageHead
      title={words.orderOf(order.unit)}
      tags={
        <>
          <StateTag thing="order" state={order.state} />
          {order.timesFailed > 0 && <Tag tone="red">{words.raised(order.timesFailed)}</Tag>}
        </>
      }
      facts={
        <>
          <Link to={`/campaigns/${order.campaignId}`}>{order.campaign}</Link>
          {order.clock !== null && <ClockChip clock={order.clock} />}
          {next[order.state] !== undefined && <strong>{next[order.state]}</strong>}
        </>
      }
    >
      <OrderActs order={order} />
    </PageHead>
  );
}

function Progress({ order }: { order: OrderSheet }): ReactNode {
  const words = useWords(orderWords);
  const dates = useDates();
  const { issuedAt, receivedAt, repliedAt, closedAt } = order;
  const all = [
    [words.issuedAt, issuedAt],
    [words.receivedAt, receivedAt],
    [words.repliedAt, repliedAt],
    [words.closedAt, closedAt],
  ] as const;
  return (
    <ol className="order-steps">
      {all.map(([name, at]) => (
        <li key={name} data-done={at !== null}>
          <span>{name}</span>
          <span className="quiet">{at === null ? words.notYet : dates.instant(at)}</span>
        </li>
      ))}
    </ol>
  );
}

function Steps({ order }: { order: number }): ReactNode {
  const words = useWords(orderWords);
  const dates = useDates();
  const { data } = useAsk('GET /escalations', { query: { order, limit: 50 } });
  return (
    <Panel title={words.steps}>
      {data?.items.length === 0 && <p className="quiet">{words.noSteps}</p>}
      <ul className="plain-rows">
        {data?.items.map((step) => (
          <li key={step.id}>
            <Link to={`/escalations/${step.id}`}>{words.stepNames[step.step]}</Link>
            <StateTag thing="escalation" state={step.state} />
            <span className="quiet">{dates.day(step.proposedAt)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Clocks({ order }: { order: number }): ReactNode {
  const words = useWords(orderWords);
  const { data } = useAsk('GET /deadlines', {
    query: { thing: 'order', thingId: order, limit: 20 },
  });
  if (!data || data.items.length === 0) return null;
  return (
    <Panel title={words.clocks}>
      <ul className="plain-rows">
        {data.items.map((clock) => (
          <li key={clock.id}>
            <ClockTitle deadline={clock.deadline} />
            <ClockChip clock={clock} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function ClockTitle({ deadline }: { deadline: Record<string, unknown> }): ReactNode {
  const { title } = (deadline as { clock?: { title?: { zh: string; en: string } } }).clock ?? {};
  const language = useLanguage();
  return <span>{title?.[language]}</span>;
}
