import { Segmented } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { moves } from '#domain/moves.ts';
import type { Query } from '../../api/ask.ts';
import type { Item } from '../../api/use-ask.ts';
import { useRegion } from '../../app/use-region.ts';
import { ClockChip } from '../../parts/clock-chip.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { FilterBar } from '../../parts/filter-bar.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { StateTag, Tag } from '../../parts/state-tag.tsx';
import { useFilters } from '../../parts/use-filters.ts';
import { useSession } from '../../session/session.tsx';
import { useWords } from '../../words/dictionary.ts';
import { orderWords } from '../../words/orders.ts';
import { stateWords } from '../../words/states.ts';
import { OrderBoard } from './order-board.tsx';
import { OrdersNav } from './orders-nav.tsx';
import './orders.css';

export type OrderLine = Item<'GET /orders'>;

/** Orders to mend: by state on a board, by due date in a list. */
export default function Orders(): ReactNode {
  const words = useWords(orderWords);
  const { isUnit } = useSession();
  const { values, change } = useFilters(['tab', 'state', 'unit', 'campaign']);
  const isFiltered = Boolean(values.state ?? values.unit ?? values.campaign);
  const isList = values.tab === 'list' || isFiltered || (isUnit && values.tab !== 'board');
  return (
    <>
      <PageHead title={isUnit ? words.titleUnit : words.title}>
        <Segmented
          aria-label={words.area}
          value={isList ? 'list' : 'board'}
          options={[
            { value: 'board', label: words.board },
            { value: 'list', label: words.list },
          ]}
          onChange={(tab) =>
            change({ tab, state: undefined, unit: undefined, campaign: undefined })
          }
        />
      </PageHead>
      <OrdersNav />
      {isList ? <OrderList /> : <OrderBoard />}
    </>
  );
}

function OrderList(): ReactNode {
  const words = useWords(orderWords);
  const states = useWords(stateWords).order;
  const { isUnit } = useSession();
  const region = useRegion();
  const { values, isFiltered } = useFilters(['state', 'unit', 'campaign']);
  const query = { ...values, by: 'due', ...(region !== null && { region }) };
  return (
    <>
      <FilterBar
        viewsOf="orders"
        filters={[
          {
            name: 'state',
            label: words.state,
            kind: 'choice',
            options: Object.keys(moves.order).map((value) => ({
              value,
              label: states[value as keyof typeof states],
            })),
          },
        ]}
      />
      <DataTable
        route="GET /orders"
        label={words.title}
        query={query as Query<'GET /orders'>}
        columns={useColumns()}
        rowKey={({ id }) => id}
        empty={{ title: words.emptyTitle, hint: isUnit ? words.emptyUnit : words.emptyHint }}
        isFiltered={isFiltered || region !== null}
      />
    </>
  );
}

function useColumns(): Column<OrderLine>[] {
  const words = useWords(orderWords);
  return [
    {
      key: 'unit',
      title: words.unit,
      card: 'title',
      render: ({ id, unit }) => <Link to={`/orders/${id}`}>{unit}</Link>,
    },
    { key: 'campaign', title: words.campaign, render: ({ campaign }) => campaign },
    {
      key: 'state',
      title: words.state,
      width: 110,
      render: ({ state }) => <StateTag thing="order" state={state} />,
    },
    {
      key: 'due',
      title: words.due,
      width: 260,
      render: ({ clock }) => (clock === null ? '—' : <ClockChip clock={clock} />),
    },
    {
      key: 'open',
      title: words.open,
      width: 150,
      render: ({ open, items }) => words.openOf(open, items),
    },
    {
      key: 'failed',
      title: words.raisedTitle,
      width: 130,
      render: ({ timesFailed }) =>
        timesFailed === 0 ? '—' : <Tag tone="red">{words.raised(timesFailed)}</Tag>,
    },
  ];
}
