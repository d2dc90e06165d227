import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useAsk } from '../../api/use-ask.ts';
import { useRegion } from '../../app/use-region.ts';
import { ClockChip } from '../../parts/clock-chip.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { Tag } from '../../parts/state-tag.tsx';
import { useWords } from '../../words/dictionary.ts';
import { countWords } from '../../words/figures.ts';
import { orderWords } from '../../words/orders.ts';
import type { OrderLine } from './orders.tsx';

/** On a board so many can be seen; a list has pages. */
const SHOWN = 200;
const EVERY_MS = 60_000;
const columns = {
  issued: ['issued'],
  received: ['received'],
  looking: ['replied', 'rechecking'],
  passed: ['passed'],
} as const satisfies Record<string, readonly OrderLine['state'][]>;

/** Open orders in columns by state, what is due soonest on top. */
export function OrderBoard(): ReactNode {
  const words = useWords(orderWords);
  const region = useRegion();
  const { data, error, refetch } = useAsk('GET /orders', {
    query: { open: 'yes', by: 'due', limit: SHOWN, ...(region !== null && { region }) },
    everyMs: EVERY_MS,
  });
  if (error) return <ErrorState error={error} retry={refetch} />;
  if (!data) return <Skeleton lines={10} />;
  if (data.items.length === 0) {
    return <EmptyState title={words.emptyTitle} hint={words.emptyHint} />;
  }
  return (
    <>
      <div className="board">
        {(Object.keys(columns) as (keyof typeof columns)[]).map((name) => {
          const states: readonly string[] = columns[name];
          const orders = data.items.filter(({ state }) => states.includes(state));
          return <BoardColumn key={name} title={words.columns[name]} orders={orders} />;
        })}
      </div>
      {data.next !== null && <p className="quiet">{words.boardMore(SHOWN)}</p>}
    </>
  );
}

function BoardColumn({
  title,
  orders,
}: {
  title: string;
  orders: readonly OrderLine[];
}): ReactNode {
  const words = useWords(orderWords);
  return (
    <section className="board-column" aria-label={title}>
      <h2>
        {title}
        <span className="quiet figures">{countWords(orders.length)}</span>
      </h2>
      {orders.length === 0 && <p className="quiet">{words.columnEmpty}</p>}
      <ul>
        {orders.map((order) => (
          <li key={order.id} className="board-card" data-overdue={order.clock?.left.overdue}>
            <Link to={`/orders/${order.id}`}>{order.unit}</Link>
            <p className="quiet">{order.campaign}</p>
            <p className="board-facts">
              <span className="figures">{words.openOf(order.open, order.items)}</span>
              {order.timesFailed > 0 && <Tag tone="red">{words.raised(order.timesFailed)}</Tag>}
            </p>
            {order.clock !== null && <ClockChip clock={order.clock} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
