import type { ReactNode } from 'react';
import type { Query } from '../../api/ask.ts';
import { useRegion } from '../../app/use-region.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { FilterBar } from '../../parts/filter-bar.tsx';
import { type Signal, SignalFacts } from '../../parts/signal-row.tsx';
import { SiteChip } from '../../parts/site-chip.tsx';
import { StateTag } from '../../parts/state-tag.tsx';
import { useFilters } from '../../parts/use-filters.ts';
import { useWords } from '../../words/dictionary.ts';
import { useLanguage } from '../../words/language.ts';
import { monitoringWords } from '../../words/monitoring.ts';
import { stateWords } from '../../words/states.ts';
import { useDates } from '../../words/use-figures.ts';

const states = ['breach', 'watch', 'unmeasured', 'cleared'] as const;
/** Signals change by the hour; a minute is soon enough. */
const EVERY_MS = 60_000;

/** Warnings and breaches that stand, and what was not measured on time. */
export function Signals(): ReactNode {
  const words = useWords(monitoringWords);
  const names = useWords(stateWords).signal;
  const region = useRegion();
  const { values, isFiltered } = useFilters(['state', 'standing']);
  // Cleared ones stand no longer: who asks for them wants all.
  const standing = values.state === 'cleared' ? 'all' : values.standing;
  const query = { state: values.state, standing, ...(region !== null && { region }) };
  return (
    <>
      {values.state === 'unmeasured' && <p className="quiet">{words.lateHint}</p>}
      <FilterBar
        viewsOf="monitoring"
        filters={[
          {
            name: 'state',
            label: words.state,
            kind: 'choice',
            options: states.map((value) => ({ value, label: names[value] })),
          },
          {
            name: 'standing',
            label: words.standing,
            kind: 'choice',
            options: [
              { value: 'yes', label: words.standingNow },
              { value: 'all', label: words.standingAll },
            ],
          },
        ]}
      />
      <DataTable
        route="GET /signals"
        label={words.title}
        query={query as Query<'GET /signals'>}
        columns={useColumns()}
        rowKey={({ id }) => id}
        empty={{ title: words.emptyTitle, hint: words.emptyHint }}
        isFiltered={isFiltered || region !== null}
        everyMs={EVERY_MS}
      />
    </>
  );
}

function useColumns(): Column<Signal>[] {
  const words = useWords(monitoringWords);
  const language = useLanguage();
  const dates = useDates();
  return [
    {
      key: 'site',
      title: words.site,
      card: 'title',
      render: ({ siteId, site }) => <SiteChip id={siteId} name={site} />,
    },
    { key: 'line', title: words.line, render: ({ line }) => line[language] },
    {
      key: 'state',
      title: words.state,
      width: 90,
      render: ({ state }) => <StateTag thing="signal" state={state} />,
    },
    { key: 'facts', title: words.facts, render: (signal) => <SignalFacts signal={signal} /> },
    {
      key: 'since',
      title: words.since,
      width: 190,
      render: ({ since }) => dates.instant(since),
    },
    {
      key: 'seen',
      title: words.seen,
      width: 190,
      card: 'hide',
      render: ({ seenAt }) => dates.instant(seenAt),
    },
  ];
}
