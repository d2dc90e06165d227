import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Query } from '../../api/ask.ts';
import type { Item } from '../../api/use-ask.ts';
import { useRegion } from '../../app/use-region.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { FilterBar } from '../../parts/filter-bar.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { useFilters } from '../../parts/use-filters.ts';
import { useWords } from '../../words/dictionary.ts';
import { siteWords } from '../../words/sites.ts';
import { AddUnit } from './unit-acts.tsx';
import { RegisterTabs } from './register-tabs.tsx';

type Unit = Item<'GET /units'>;

/** Units in the order of the official list, found by any name they go or went by. */
export default function Units(): ReactNode {
  const words = useWords(siteWords);
  const region = useRegion();
  const { values, isFiltered } = useFilters(['q']);
  return (
    <>
      <PageHead title={words.title}>
        <AddUnit />
        <RegisterTabs now="/units" />
      </PageHead>
      <FilterBar filters={[{ name: 'q', label: words.searchUnit, kind: 'text' }]} viewsOf="units" />
      <DataTable
        route="GET /units"
        label={words.units}
        query={{ ...values, ...(region !== null && { region }) } as Query<'GET /units'>}
        columns={useColumns()}
        rowKey={({ id }) => id}
        empty={{ title: words.emptyUnits, hint: words.emptyHint }}
        isFiltered={isFiltered || region !== null}
      />
    </>
  );
}

function useColumns(): Column<Unit>[] {
  const words = useWords(siteWords);
  return [
    {
      key: 'name',
      title: words.unit,
      card: 'title',
      render: ({ id, name }) => <Link to={`/units/${id}`}>{name}</Link>,
    },
    { key: 'region', title: words.region, width: 140, render: ({ region }) => region },
    { key: 'aliases', title: words.aliases, render: ({ aliases }) => aliases.join('、') || '—' },
    {
      key: 'former',
      title: words.formerNames,
      card: 'hide',
      render: ({ formerNames }) => formerNames.join('、') || '—',
    },
  ];
}
