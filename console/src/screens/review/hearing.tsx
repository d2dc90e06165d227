import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { moves } from '#domain/moves.ts';
import { Choice } from '../../parts/choice.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { Icon } from '../../parts/icon.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Sections } from '../../parts/sections.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { StateTag } from '../../parts/state-tag.tsx';
import { useIsPhone } from '../../parts/use-media.ts';
import { useWords, wordOf } from '../../words/dictionary.ts';
import { reviewWords } from '../../words/review.ts';
import { kindWords, stateWords } from '../../words/states.ts';
import { useDates } from '../../words/use-figures.ts';
import { AppealDetail } from './appeal-detail.tsx';
import { ExplanationDetail } from './explanation-detail.tsx';
import { type Appeal, type Explanation, useClaims, useRoundNames } from './use-claims.ts';
import './review.css';

/** What units said of their findings: explanations and appeals, each decided beside its proof. */
export default function Hearing(): ReactNode {
  const words = useWords(reviewWords);
  const all = [
    {
      key: 'explanations',
      label: words.explanations,
      render: () => <Claims key="explanations" kind="explanations" />,
    },
    { key: 'appeals', label: words.appeals, render: () => <Claims key="appeals" kind="appeals" /> },
  ];
  return (
    <>
      <PageHead title={words.hearingTitle}>
        <Link to="/review" className="button-link">
          {words.toQueue}
        </Link>
      </PageHead>
      <Sections label={words.hearingTitle} all={all} />
    </>
  );
}

function Claims({ kind }: { kind: 'explanations' | 'appeals' }): ReactNode {
  const words = useWords(reviewWords);
  const isPhone = useIsPhone();
  const claims = useClaims(kind);
  const { list, items, current, change } = claims;
  if (list.error) return <ErrorState error={list.error} retry={() => void list.refetch()} />;
  return (
    <>
      <ClaimFilters kind={kind} claims={claims} />
      {!list.data && <Skeleton lines={8} height={40} />}
      {list.data && items.length === 0 && <NoClaims kind={kind} />}
      {items.length > 0 && (
        <div className="review-desk">
          {(!isPhone || !current) && (
            <section className="review-queue" aria-label={words[kind]}>
              <ul className="queue-list">
                {items.map((claim) => (
                  <ClaimRow
                    key={claim.id}
                    claim={claim}
                    thing={kind === 'appeals' ? 'appeal' : 'explanation'}
                    isOpen={claim.id === current?.id}
                    open={() => change({ claim: String(claim.id) })}
                  />
                ))}
              </ul>
              {list.hasNextPage && (
                <Button block onClick={() => void list.fetchNextPage()}>
                  {words.loadMore}
                </Button>
              )}
            </section>
          )}
          {(!isPhone || current) && (
            <section className="review-pane" aria-label={words.decision}>
              {isPhone && (
                <Button
                  type="text"
                  icon={<Icon name="left" size={16} />}
                  onClick={() => change({ claim: undefined })}
                >
                  {words.backToList}
                </Button>
              )}
              {!current && <p className="quiet">{words.chooseClaim}</p>}
              {current && <ClaimDetail key={current.id} claim={current} />}
            </section>
          )}
        </div>
      )}
    </>
  );
}

function ClaimDetail({ claim }: { claim: Explanation | Appeal }): ReactNode {
  return 'grounds' in claim ? (
    <AppealDetail appeal={claim} />
  ) : (
    <ExplanationDetail explanation={claim} />
  );
}

function ClaimFilters({
  kind,
  claims: { state, campaign, change },
}: {
  kind: 'explanations' | 'appeals';
  claims: ReturnType<typeof useClaims>;
}): ReactNode {
  const words = useWords(reviewWords);
  const thing = kind === 'appeals' ? 'appeal' : 'explanation';
  const names = useWords(stateWords)[thing];
  const rounds = useRoundNames();
  return (
    <div className="filter-bar">
      <Choice
        label={words.campaign}
        value={campaign ?? ''}
        options={[{ value: '', label: words.allCampaigns }, ...rounds]}
        change={(value) => change({ campaign: value, claim: undefined })}
      />
      <Choice
        label={words.state}
        value={state ?? ''}
        options={[
          { value: '', label: words.allStates },
          ...Object.keys(moves[thing]).map((value) => ({ value, label: wordOf(names, value) })),
        ]}
        change={(value) => change({ state: value, claim: undefined })}
      />
    </div>
  );
}

function NoClaims({ kind }: { kind: 'explanations' | 'appeals' }): ReactNode {
  const words = useWords(reviewWords);
  return kind === 'explanations' ? (
    <EmptyState title={words.claimsEmpty} hint={words.claimsEmptyHint} />
  ) : (
    <EmptyState title={words.appealsEmpty} hint={words.appealsEmptyHint} />
  );
}

function ClaimRow({
  claim,
  thing,
  isOpen,
  open,
}: {
  claim: Explanation | Appeal;
  thing: 'appeal' | 'explanation';
  isOpen: boolean;
  open(): void;
}): ReactNode {
  const words = useWords(reviewWords);
  const kinds = useWords(kindWords);
  const dates = useDates();
  const text = 'grounds' in claim ? claim.grounds : claim.statement;
  const at = 'grounds' in claim ? claim.filedAt : claim.claimedAt;
  return (
    <li className="queue-row claim-row" data-open={isOpen}>
      <button type="button" onClick={open} {...(isOpen && { 'aria-current': 'true' as const })}>
        <span className="queue-kind">
          <strong>{claim.unit}</strong>
          <span className="quiet">{wordOf(kinds, claim.kind)}</span>
          <StateTag thing={thing} state={claim.state} />
        </span>
        <span className="queue-sentence" lang="zh-CN">
          {text}
        </span>
        <span className="quiet figures">{words.filedAt(dates.instant(at))}</span>
      </button>
    </li>
  );
}
