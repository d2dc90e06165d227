import type { ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { Button } from 'antd';
import { moves } from '#domain/moves.ts';
import type { Query } from '../../api/ask.ts';
import type { Item } from '../../api/use-ask.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { FilterBar } from '../../parts/filter-bar.tsx';
import { Icon } from '../../parts/icon.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { StateTag } from '../../parts/state-tag.tsx';
import { useFilters } from '../../parts/use-filters.ts';
import { useSession } from '../../session/session.tsx';
import { campaignWords } from '../../words/campaigns.ts';
import { useWords, wordOf } from '../../words/dictionary.ts';
import { stateWords } from '../../words/states.ts';
import { useDates } from '../../words/use-figures.ts';
import './campaigns.css';

type Campaign = Item<'GET /campaigns'>;

/** Every campaign, newest first. */
export default function Campaigns(): ReactNode {
  const words = useWords(campaignWords);
  const names = useWords(stateWords).campaign;
  const { may } = useSession();
  const navigate = useNavigate();
  const { values, isFiltered } = useFilters(['state']);
  const filters = [
    {
      name: 'state',
      label: words.state,
      kind: 'choice' as const,
      options: Object.keys(moves.campaign).map((value) => {
        return { value, label: wordOf(names, value) };
      }),
    },
  ];
  return (
    <>
      <PageHead title={words.title}>
        {may('campaign.open') && (
          <Button
            type="primary"
            icon={<Icon name="plus" size={16} />}
            onClick={() => void navigate('/campaigns/new')}
          >
            {words.open}
          </Button>
        )}
      </PageHead>
      <FilterBar filters={filters} viewsOf="campaigns" />
      <DataTable
        route="GET /campaigns"
        label={words.title}
        query={values as Query<'GET /campaigns'>}
        columns={useColumns()}
        rowKey={({ id }) => id}
        empty={{ title: words.empty, hint: words.emptyHint }}
        isFiltered={isFiltered}
      />
    </>
  );
}

function useColumns(): Column<Campaign>[] {
  const words = useWords(campaignWords);
  const dates = useDates();
  const dayOr = (when: string | null) => (when === null ? '—' : dates.day(when));
  return [
    {
      key: 'name',
      title: words.name,
      card: 'title',
      render: ({ id, name }) => <Link to={`/campaigns/${id}`}>{name}</Link>,
    },
    { key: 'period', title: words.period, width: 150, render: ({ period }) => period },
    { key: 'region', title: words.region, width: 110, render: ({ region }) => region },
    { key: 'asOf', title: words.asOf, width: 140, render: ({ asOf }) => dates.day(asOf) },
    {
      key: 'state',
      title: words.state,
      width: 100,
      render: ({ state }) => <StateTag thing="campaign" state={state} />,
    },
    {
      key: 'published',
      title: words.publishedAt,
      width: 140,
      render: ({ publishedAt }) => dayOr(publishedAt),
    },
  ];
}
