import type { ReactNode } from 'react';
import { findingKinds } from '#domain/finding.ts';
import type { Query } from '../../api/ask.ts';
import { type Item, useAsk } from '../../api/use-ask.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { EvidenceLink } from '../../parts/evidence-link.tsx';
import { FilterBar } from '../../parts/filter-bar.tsx';
import { StateTag } from '../../parts/state-tag.tsx';
import { useFilters } from '../../parts/use-filters.ts';
import { useWords, wordOf } from '../../words/dictionary.ts';
import { siteWords } from '../../words/sites.ts';
import { kindWords, stateWords } from '../../words/states.ts';
import type { SiteSheet } from './site-sheet.ts';

type Finding = Item<'GET /findings'>;
const states = ['confirmed', 'suspected', 'dropped', 'unmeasured'] as const;

/** Everything that was found on a site, by round, state and kind. */
export function SiteFindings({ site }: { site: SiteSheet }): ReactNode {
  const words = useWords(siteWords);
  const kinds = useWords(kindWords);
  const stateNames = useWords(stateWords).finding;
  const { values, isFiltered } = useFilters(['campaign', 'state', 'kind', 'indicator']);
  const rounds = useAsk('GET /sites/{site}/inspections', {
    params: { site: site.id },
    query: { limit: 50 },
  });
  const filters = [
    {
      name: 'campaign',
      label: words.round,
      kind: 'choice' as const,
      options: (rounds.data?.items ?? []).map(({ campaignId, period }) => {
        return { value: String(campaignId), label: period };
      }),
    },
    {
      name: 'state',
      label: words.state,
      kind: 'choice' as const,
      options: states.map((value) => ({ value, label: stateNames[value] })),
    },
    {
      name: 'kind',
      label: words.kind,
      kind: 'choice' as const,
      options: findingKinds.map((value) => ({ value, label: kinds[value] })),
    },
  ];
  return (
    <>
      <FilterBar filters={filters} viewsOf="site-findings" />
      <DataTable
        route="GET /findings"
        label={words.tabFindings}
        query={{ ...values, site: site.id } as unknown as Query<'GET /findings'>}
        columns={useColumns()}
        rowKey={({ id }) => id}
        empty={{ title: words.findingsEmpty, hint: words.findingsEmptyHint }}
        isFiltered={isFiltered}
      />
    </>
  );
}

function useColumns(): Column<Finding>[] {
  const words = useWords(siteWords);
  const kinds = useWords(kindWords);
  return [
    {
      key: 'kind',
      title: words.kind,
      width: 150,
      card: 'title',
      render: ({ kind }) => wordOf(kinds, kind),
    },
    {
      key: 'finding',
      title: words.finding,
      render: ({ sentence }) => <span lang="zh-CN">{sentence}</span>,
    },
    {
      key: 'state',
      title: words.state,
      width: 100,
      render: ({ state }) => <StateTag thing="finding" state={state} />,
    },
    {
      key: 'review',
      title: words.review,
      width: 110,
      render: ({ review, isReviewable }) =>
        isReviewable ? <StateTag thing="review" state={review} /> : '—',
    },
    {
      key: 'evidence',
      title: '',
      width: 90,
      render: ({ id }) => <EvidenceLink finding={id} />,
    },
  ];
}
