import { App, Button } from 'antd';
import type { ReactNode } from 'react';
import { Link, Outlet, useParams } from 'react-router';
import { moves } from '#domain/moves.ts';
import type { Query } from '../../api/ask.ts';
import { type Item, useAct } from '../../api/use-ask.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { FilterBar } from '../../parts/filter-bar.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { StateTag } from '../../parts/state-tag.tsx';
import { useFilters } from '../../parts/use-filters.ts';
import { useSession } from '../../session/session.tsx';
import { useWords } from '../../words/dictionary.ts';
import { orderWords } from '../../words/orders.ts';
import { stateWords } from '../../words/states.ts';
import { useDates } from '../../words/use-figures.ts';
import { OrdersNav } from './orders-nav.tsx';
import './orders.css';

/** Steps that the ladder proposed, and what became of each; one opens beside the list. */
export default function Escalations(): ReactNode {
  const words = useWords(orderWords);
  const states = useWords(stateWords).escalation;
  const { may } = useSession();
  const { escalation } = useParams();
  const { values, isFiltered } = useFilters(['state', 'unit']);
  return (
    <>
      <PageHead title={words.ladder}>{may('escalation.record') && <Propose />}</PageHead>
      <OrdersNav />
      <FilterBar
        viewsOf="escalations"
        filters={[
          {
            name: 'state',
            label: words.state,
            kind: 'choice',
            options: Object.keys(moves.escalation).map((value) => ({
              value,
              label: states[value as keyof typeof states],
            })),
          },
        ]}
      />
      <DataTable
        route="GET /escalations"
        label={words.ladder}
        query={values as unknown as Query<'GET /escalations'>}
        columns={useColumns()}
        rowKey={({ id }) => id}
        isCurrent={({ id }) => String(id) === escalation}
        empty={{ title: words.ladderEmpty, hint: words.ladderEmptyHint }}
        isFiltered={isFiltered}
      />
      <Outlet />
    </>
  );
}

function Propose(): ReactNode {
  const words = useWords(orderWords);
  const { message } = App.useApp();
  const propose = useAct('POST /escalations/proposals');
  return (
    <Button
      title={words.proposeHint}
      loading={propose.isPending}
      onClick={() =>
        propose.mutate(
          {},
          {
            onSuccess: ({ proposed }) => void message.success(words.proposed(proposed.length)),
            onError: (error) => void message.error(error.message),
          },
        )
      }
    >
      {words.propose}
    </Button>
  );
}

function useColumns(): Column<Item<'GET /escalations'>>[] {
  const words = useWords(orderWords);
  const dates = useDates();
  return [
    {
      key: 'unit',
      title: words.unit,
      card: 'title',
      render: ({ id, unit }) => <Link to={`/escalations/${id}`}>{unit}</Link>,
    },
    {
      key: 'step',
      title: words.step,
      width: 130,
      render: ({ step }) => words.stepNames[step],
    },
    {
      key: 'reason',
      title: words.rule,
      render: ({ facts }) => <span lang="zh-CN">{(facts as { reason?: string }).reason}</span>,
    },
    {
      key: 'state',
      title: words.state,
      width: 110,
      render: ({ state }) => <StateTag thing="escalation" state={state} />,
    },
    {
      key: 'at',
      title: words.proposedAt,
      width: 150,
      render: ({ proposedAt }) => dates.day(proposedAt),
    },
  ];
}
