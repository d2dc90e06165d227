import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { type Answer } from '../../api/ask.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useRegion } from '../../app/use-region.ts';
import { Choice } from '../../parts/choice.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { PlainTable } from '../../parts/plain-table.tsx';
import { SiteChip } from '../../parts/site-chip.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { useFilters } from '../../parts/use-filters.ts';
import { useWords } from '../../words/dictionary.ts';
import { useLanguage } from '../../words/language.ts';
import { orderWords } from '../../words/orders.ts';
import { OrdersNav } from './orders-nav.tsx';
import './orders.css';

const ROUNDS = 24;

/** Sites that were charged again for the same line, and since when. */
export default function Offenders(): ReactNode {
  const words = useWords(orderWords);
  const region = useRegion();
  const { values, change } = useFilters(['campaign']);
  const rounds = useAsk('GET /rounds', {
    query: { limit: ROUNDS, ...(region !== null && { region }) },
  });
  const all = (rounds.data?.items ?? []).filter(
    ({ state }) => state === 'published' || state === 'closed',
  );
  const campaign = Number(values.campaign) || all[0]?.id;
  return (
    <>
      <PageHead title={words.offendersTitle} facts={<span>{words.offendersHint}</span>} />
      <OrdersNav />
      {rounds.error && <ErrorState error={rounds.error} retry={rounds.refetch} />}
      {rounds.data && campaign === undefined && (
        <EmptyState title={words.roundNone} hint={words.offendersEmptyHint} />
      )}
      {campaign !== undefined && (
        <>
          <div className="filter-bar">
            <Choice
              label={words.round}
              className="round-choice"
              value={String(campaign)}
              options={all.map(({ id, period }) => ({ value: String(id), label: period }))}
              change={(id) => change({ campaign: id })}
            />
          </div>
          <OffenderTable campaign={campaign} />
        </>
      )}
    </>
  );
}

type Offence = Answer<'GET /campaigns/{campaign}/repetitions'>['items'][number];

function OffenderTable({ campaign }: { campaign: number }): ReactNode {
  const words = useWords(orderWords);
  const language = useLanguage();
  const { data, error, refetch } = useAsk('GET /campaigns/{campaign}/repetitions', {
    params: { campaign },
  });
  if (error) return <ErrorState error={error} retry={refetch} />;
  if (!data) return <Skeleton lines={8} />;
  if (data.items.length === 0) {
    return <EmptyState title={words.offendersEmpty} hint={words.offendersEmptyHint} />;
  }
  return (
    <PlainTable<Offence>
      label={words.offendersTitle}
      rows={data.items}
      rowKey={({ siteId, indicator }) => `${siteId}-${indicator}`}
      columns={[
        {
          key: 'site',
          title: words.site,
          render: ({ siteId, unit }) => <SiteChip id={siteId} name={unit} />,
        },
        {
          key: 'indicator',
          title: words.indicator,
          render: ({ siteId, indicator, title }) => (
            <Link to={`/findings?campaign=${campaign}&site=${siteId}&indicator=${indicator}`}>
              {title[language]}
            </Link>
          ),
        },
        { key: 'since', title: words.since, width: 200, render: ({ since }) => since },
      ]}
    />
  );
}
