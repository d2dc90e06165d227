import type { ReactNode } from 'react';
import { Link, Outlet, useParams } from 'react-router';
import { moves } from '#domain/moves.ts';
import type { Query } from '../../api/ask.ts';
import type { Item } from '../../api/use-ask.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { FilterBar } from '../../parts/filter-bar.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { StateTag } from '../../parts/state-tag.tsx';
import { useFilters } from '../../parts/use-filters.ts';
import { useWords } from '../../words/dictionary.ts';
import { orderWords } from '../../words/orders.ts';
import { stateWords } from '../../words/states.ts';
import { useDates } from '../../words/use-figures.ts';
import { OrdersNav } from './orders-nav.tsx';
import './orders.css';

/** Admonition talks: when, where, what was promised; one opens beside the list. */
export default function Talks(): ReactNode {
  const words = useWords(orderWords);
  const states = useWords(stateWords).talk;
  const { talk } = useParams();
  const { values, isFiltered } = useFilters(['state', 'unit']);
  return (
    <>
      <PageHead title={words.talks} />
      <OrdersNav />
      <FilterBar
        viewsOf="talks"
        filters={[
          {
            name: 'state',
            label: words.state,
            kind: 'choice',
            options: Object.keys(moves.talk).map((value) => ({
              value,
              label: states[value as keyof typeof states],
            })),
          },
        ]}
      />
      <DataTable
        route="GET /talks"
        label={words.talks}
        query={values as unknown as Query<'GET /talks'>}
        columns={useColumns()}
        rowKey={({ id }) => id}
        isCurrent={({ id }) => String(id) === talk}
        empty={{ title: words.talksEmpty, hint: words.talksEmptyHint }}
        isFiltered={isFiltered}
      />
      <Outlet />
    </>
  );
}

function useColumns(): Column<Item<'GET /talks'>>[] {
  const words = useWords(orderWords);
  const dates = useDates();
  return [
    {
      key: 'unit',
      title: words.unit,
      card: 'title',
      render: ({ id, unit }) => <Link to={`/talks/${id}`}>{unit}</Link>,
    },
    {
      key: 'state',
      title: words.state,
      width: 110,
      render: ({ state }) => <StateTag thing="talk" state={state} />,
    },
    {
      key: 'when',
      title: words.scheduledFor,
      width: 200,
      render: ({ scheduledFor }) => (scheduledFor === null ? '—' : dates.instant(scheduledFor)),
    },
    { key: 'place', title: words.place, render: ({ talkPlace }) => talkPlace ?? '—' },
    {
      key: 'promises',
      title: words.promises,
      width: 130,
      render: ({ promises }) =>
        promises.length === 0
          ? '—'
          : `${promises.filter(({ keptAt }) => keptAt !== null).length} / ${promises.length}`,
    },
  ];
}
