import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { siteKinds } from '#domain/kinds.ts';
import { moves } from '#domain/moves.ts';
import type { Query } from '../../api/ask.ts';
import { type Item } from '../../api/use-ask.ts';
import { useRegion } from '../../app/use-region.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { FilterBar } from '../../parts/filter-bar.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { SiteChip } from '../../parts/site-chip.tsx';
import { StateTag } from '../../parts/state-tag.tsx';
import { useFilters } from '../../parts/use-filters.ts';
import { useSession } from '../../session/session.tsx';
import { useWords } from '../../words/dictionary.ts';
import { siteWords } from '../../words/sites.ts';
import { siteKindWords, stateWords } from '../../words/states.ts';

import { RegisterTabs } from './register-tabs.tsx';

type Site = Item<'GET /sites'>;

/** The register: every site that the reader may see, in the order of the official list. */
export default function Sites(): ReactNode {
  const words = useWords(siteWords);
  const kinds = useWords(siteKindWords);
  const states = useWords(stateWords).site;
  const region = useRegion();
  const { values, isFiltered } = useFilters(['q', 'state', 'kind', 'unit']);
  const filters = [
    { name: 'q', label: words.search, kind: 'text' },
    { name: 'state', label: words.state, kind: 'choice', options: optionsOf(moves.site, states) },
    {
      name: 'kind',
      label: words.kind,
      kind: 'choice',
      options: siteKinds.map((value) => ({ value, label: kinds[value] })),
    },
  ] as const;
  const query = { ...values, ...(region !== null && { region }) } as Query<'GET /sites'>;
  return (
    <>
      <SitesHead />
      <FilterBar filters={filters.map((one) => ({ ...one }))} viewsOf="sites" />
      <DataTable
        route="GET /sites"
        label={words.title}
        query={query}
        columns={useColumns()}
        rowKey={({ id }) => id}
        empty={{ title: words.emptyTitle, hint: words.emptyHint }}
        isFiltered={isFiltered || region !== null}
      />
    </>
  );
}

function SitesHead(): ReactNode {
  const words = useWords(siteWords);
  const { isUnit, may } = useSession();
  const navigate = useNavigate();
  if (isUnit) return <PageHead title={words.titleUnit} />;
  return (
    <PageHead title={words.title}>
      <RegisterTabs now="/sites" />
      {may('register.edit') && (
        <Button onClick={() => void navigate('/register/import')}>{words.import}</Button>
      )}
    </PageHead>
  );
}

function optionsOf(values: object, words: Record<string, string>) {
  return Object.keys(values).map((value) => ({ value, label: words[value] ?? value }));
}

function useColumns(): Column<Site>[] {
  const words = useWords(siteWords);
  const kinds = useWords(siteKindWords);
  return [
    {
      key: 'name',
      title: words.name,
      card: 'title',
      render: ({ id, name }) => <SiteChip id={id} name={name} />,
    },
    { key: 'unit', title: words.unit, render: ({ unit }) => unit },
    { key: 'region', title: words.region, width: 120, render: ({ region }) => region },
    { key: 'kind', title: words.kind, width: 110, render: ({ kind }) => kinds[kind] },
    { key: 'code', title: words.code, width: 120, render: ({ siteIdCode }) => siteIdCode ?? '—' },
    {
      key: 'state',
      title: words.state,
      width: 100,
      render: ({ state }) => <StateTag thing="site" state={state} />,
    },
  ];
}
