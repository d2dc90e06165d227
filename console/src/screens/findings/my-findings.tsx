import { Button, Segmented } from 'antd';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { findingKinds } from '#domain/finding.ts';
import type { Query } from '../../api/ask.ts';
import { useAsk, useAskAll } from '../../api/use-ask.ts';
import { useRegion } from '../../app/use-region.ts';
import { Choice } from '../../parts/choice.tsx';
import { ClockChip } from '../../parts/clock-chip.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { useFilters } from '../../parts/use-filters.ts';
import { useSession } from '../../session/session.tsx';
import { commonWords } from '../../words/common.ts';
import { useWords } from '../../words/dictionary.ts';
import { findingWords } from '../../words/findings.ts';
import { kindWords } from '../../words/states.ts';
import { AnsweredFinding } from './answered-finding.tsx';
import './findings.css';

const ROUNDS = 24;

/** What a round charges, each with how to mend it; a unit explains and appeals from here. */
export default function MyFindings(): ReactNode {
  const words = useWords(findingWords);
  const { isUnit } = useSession();
  const region = useRegion();
  const [search] = useSearchParams();
  const rounds = useAsk('GET /rounds', {
    query: { limit: ROUNDS, ...(region !== null && { region }) },
  });
  const all = rounds.data?.items ?? [];
  const campaign = Number(search.get('campaign')) || all[0]?.id;
  return (
    <>
      <PageHead
        title={isUnit ? words.titleUnit : words.title}
        {...(campaign !== undefined && { facts: <Until campaign={campaign} /> })}
      />
      {rounds.error && <ErrorState error={rounds.error} retry={rounds.refetch} />}
      {!rounds.data && !rounds.error && <Skeleton lines={8} />}
      {rounds.data && campaign === undefined && (
        <EmptyState title={words.noRound} hint={words.noRoundHint} />
      )}
      {campaign !== undefined && rounds.data && (
        <>
          <Choices campaign={campaign} rounds={all} />
          <FindingList campaign={campaign} />
        </>
      )}
    </>
  );
}

function Until({ campaign }: { campaign: number }): ReactNode {
  const words = useWords(findingWords);
  const { data } = useAsk('GET /campaigns/{campaign}/hearing', { params: { campaign } });
  if (!data) return null;
  if (data.clock === null || data.clock.left.overdue) return <span>{words.over}</span>;
  return (
    <span className="until">
      {words.until} <ClockChip clock={data.clock} />
    </span>
  );
}

function Choices({
  campaign,
  rounds,
}: {
  campaign: number;
  rounds: readonly { id: number; period: string }[];
}): ReactNode {
  const words = useWords(findingWords);
  const kinds = useWords(kindWords);
  const { values, change } = useFilters(['campaign', 'kind', 'range', 'site', 'indicator']);
  const { clearFilters } = useWords(commonWords);
  const isNarrow = Boolean(values.kind ?? values.site ?? values.indicator);
  return (
    <div className="filter-bar">
      <Choice
        label={words.round}
        className="round-choice"
        value={String(campaign)}
        options={rounds.map(({ id, period }) => ({ value: String(id), label: period }))}
        change={(id) => change({ campaign: id })}
      />
      <Choice
        label={words.kind}
        className="filter-choice"
        value={values.kind ?? ''}
        options={[
          { value: '', label: words.kind },
          ...findingKinds.map((value) => ({ value, label: kinds[value] })),
        ]}
        change={(kind) => change({ kind: kind === '' ? undefined : kind })}
      />
      <Segmented
        aria-label={words.range}
        value={values.range === 'all' ? 'all' : 'charged'}
        options={[
          { value: 'charged', label: words.charged },
          { value: 'all', label: words.allFindings },
        ]}
        onChange={(range) => change({ range: range === 'all' ? 'all' : undefined })}
      />
      {isNarrow && (
        <Button
          type="text"
          onClick={() => change({ kind: undefined, site: undefined, indicator: undefined })}
        >
          {clearFilters}
        </Button>
      )}
    </div>
  );
}

function FindingList({ campaign }: { campaign: number }): ReactNode {
  const words = useWords(findingWords);
  const { more } = useWords(commonWords);
  const { values } = useFilters(['kind', 'range', 'site', 'indicator', 'state', 'review']);
  const { range, ...filter } = values;
  const isCharged = range !== 'all';
  const asked = { ...filter, campaign, ...(isCharged && !filter.state && { state: 'confirmed' }) };
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useAskAll(
    'GET /findings',
    { query: asked as unknown as Query<'GET /findings'> },
  );
  if (error) return <ErrorState error={error} retry={refetch} />;
  if (!data) return <Skeleton lines={10} height={40} />;
  const all = data.pages.flatMap(({ items }) => items);
  const shown = isCharged ? all.filter((finding) => finding.isCharged) : all;
  return (
    <>
      {shown.length === 0 && !hasNextPage && (
        <EmptyState title={words.empty} hint={words.emptyHint} />
      )}
      <ul className="answered-findings">
        {shown.map((finding) => (
          <li key={finding.id} className="panel">
            <AnsweredFinding finding={finding} />
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {more}
        </Button>
      )}
    </>
  );
}
