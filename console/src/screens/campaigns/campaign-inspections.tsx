import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { moves } from '#domain/moves.ts';
import type { Site } from '#domain/site.ts';
import type { Query } from '../../api/ask.ts';
import type { Item } from '../../api/use-ask.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { FilterBar } from '../../parts/filter-bar.tsx';
import { StateTag } from '../../parts/state-tag.tsx';
import { useFilters } from '../../parts/use-filters.ts';
import { campaignWords } from '../../words/campaigns.ts';
import { useWords, wordOf } from '../../words/dictionary.ts';
import { siteKindWords, stateWords } from '../../words/states.ts';
import type { CampaignView } from './campaign.tsx';

type Inspection = Item<'GET /campaigns/{campaign}/inspections'>;

/** A row a site: state, score, verdict; each opens its sum and its findings. */
export function CampaignInspections({ campaign }: { campaign: CampaignView }): ReactNode {
  const words = useWords(campaignWords);
  const names = useWords(stateWords).inspection;
  const { values, isFiltered } = useFilters(['state']);
  const filters = [
    {
      name: 'state',
      label: words.state,
      kind: 'choice' as const,
      options: Object.keys(moves.inspection).map((value) => {
        return { value, label: wordOf(names, value) };
      }),
    },
  ];
  return (
    <>
      <FilterBar filters={filters} viewsOf="inspections" />
      <DataTable
        route="GET /campaigns/{campaign}/inspections"
        label={words.tabInspections}
        params={{ campaign: campaign.id }}
        query={values as Query<'GET /campaigns/{campaign}/inspections'>}
        columns={useColumns()}
        rowKey={({ id }) => id}
        empty={{ title: words.inspectionsEmpty, hint: words.inspectionsEmptyHint }}
        isFiltered={isFiltered}
        {...(campaign.state === 'running' && { everyMs: 5000 })}
      />
    </>
  );
}

function useColumns(): Column<Inspection>[] {
  const words = useWords(campaignWords);
  const kinds = useWords(siteKindWords);
  const siteOf = ({ site }: Inspection) => site as unknown as Site;
  return [
    {
      key: 'site',
      title: words.site,
      card: 'title',
      render: (item) => <Link to={`/inspections/${item.id}`}>{siteOf(item).unit}</Link>,
    },
    {
      key: 'homepage',
      title: '',
      card: 'hide',
      render: (item) => <span className="quiet">{siteOf(item).homepage}</span>,
    },
    {
      key: 'kind',
      title: words.stratum,
      width: 110,
      render: (item) => kinds[siteOf(item).kind],
    },
    {
      key: 'state',
      title: words.state,
      width: 110,
      render: ({ state }) => <StateTag thing="inspection" state={state} />,
    },
    {
      key: 'score',
      title: words.score,
      width: 90,
      align: 'end',
      render: ({ id, score }) => (
        <Link to={`/inspections/${id}`}>{score === null ? '—' : score.toFixed(1)}</Link>
      ),
    },
    {
      key: 'verdict',
      title: words.verdict,
      width: 100,
      render: ({ verdict }) =>
        verdict === null ? '—' : <StateTag thing="verdict" state={verdict} />,
    },
  ];
}
