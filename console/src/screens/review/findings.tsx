import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { findingKinds } from '#domain/finding.ts';
import type { Query } from '../../api/ask.ts';
import { type Item, useAsk } from '../../api/use-ask.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { EvidenceLink } from '../../parts/evidence-link.tsx';
import { FilterBar } from '../../parts/filter-bar.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { StateTag, Tag } from '../../parts/state-tag.tsx';
import { useFilters } from '../../parts/use-filters.ts';
import { commonWords } from '../../words/common.ts';
import { useWords, wordOf } from '../../words/dictionary.ts';
import { reviewWords } from '../../words/review.ts';
import { kindWords, stateWords } from '../../words/states.ts';
import { useRoundNames } from './use-claims.ts';
import { reviewStates } from './use-queue.ts';
import './review.css';

type Finding = Item<'GET /findings'>;
const states = ['confirmed', 'suspected', 'dropped', 'unmeasured'] as const;

/** Every finding that the reader may see, by round, site, state, kind or line of the rubric. */
export default function Findings(): ReactNode {
  const words = useWords(reviewWords);
  const kinds = useWords(kindWords);
  const names = useWords(stateWords);
  const rounds = useRoundNames();
  const { values, isFiltered } = useFilters([
    'campaign',
    'site',
    'unit',
    'state',
    'review',
    'kind',
    'indicator',
  ]);
  const option = (of: Record<string, string>) => (value: string) => {
    return { value, label: of[value] ?? value };
  };
  const filters = [
    { name: 'campaign', label: words.campaign, kind: 'choice' as const, options: rounds },
    {
      name: 'state',
      label: words.state,
      kind: 'choice' as const,
      options: states.map(option(names.finding)),
    },
    {
      name: 'review',
      label: words.reviewState,
      kind: 'choice' as const,
      options: reviewStates.map(option(names.review)),
    },
    {
      name: 'kind',
      label: words.kind,
      kind: 'choice' as const,
      options: findingKinds.map(option(kinds)),
    },
  ];
  return (
    <>
      <PageHead title={words.listTitle} facts={<Scope {...values} />} />
      <FilterBar filters={filters} viewsOf="findings" />
      <DataTable
        route="GET /findings"
        label={words.listTitle}
        query={values as unknown as Query<'GET /findings'>}
        columns={useColumns()}
        rowKey={({ id }) => id}
        empty={{ title: words.noFindings, hint: words.noFindingsHint }}
        isFiltered={isFiltered}
      />
    </>
  );
}

/** Which site and line of the rubric the address narrows the list to. */
function Scope({
  site,
  indicator,
}: {
  site: string | undefined;
  indicator: string | undefined;
}): ReactNode {
  const words = useWords(reviewWords);
  const common = useWords(commonWords);
  const { clear } = useFilters(['site', 'unit', 'indicator']);
  const found = useAsk('GET /sites/{site}', {
    params: { site: Number(site) },
    when: site !== undefined,
  });
  if (site === undefined && indicator === undefined) return null;
  return (
    <>
      {site !== undefined && (
        <span>
          {words.site} <Link to={`/sites/${site}`}>{found.data?.unit ?? site}</Link>
        </span>
      )}
      {indicator !== undefined && (
        <span>
          {words.indicator} <code>{indicator}</code>
        </span>
      )}
      <button type="button" className="link-button" onClick={clear}>
        {common.clearFilters}
      </button>
    </>
  );
}

function useColumns(): Column<Finding>[] {
  const words = useWords(reviewWords);
  const common = useWords(commonWords);
  const kinds = useWords(kindWords);
  return [
    {
      key: 'kind',
      title: words.kind,
      width: 150,
      card: 'title',
      render: ({ id, kind }) => <Link to={`/findings/${id}`}>{wordOf(kinds, kind)}</Link>,
    },
    {
      key: 'unit',
      title: words.unit,
      width: 150,
      render: ({ siteId, unit }) => <Link to={`/sites/${siteId}`}>{unit}</Link>,
    },
    {
      key: 'finding',
      title: words.finding,
      render: ({ sentence }) => <span lang="zh-CN">{sentence}</span>,
    },
    {
      key: 'state',
      title: words.state,
      width: 90,
      render: ({ state }) => <StateTag thing="finding" state={state} />,
    },
    {
      key: 'review',
      title: words.reviewState,
      width: 110,
      render: ({ review, isReviewable }) =>
        isReviewable ? <StateTag thing="review" state={review} /> : '—',
    },
    {
      key: 'charge',
      title: words.points,
      width: 100,
      render: ({ isCharged }) =>
        isCharged ? <Tag tone="red">{common.charged}</Tag> : common.notCharged,
    },
    {
      key: 'evidence',
      title: '',
      width: 84,
      card: 'hide',
      render: ({ id }) => <EvidenceLink finding={id} />,
    },
  ];
}
