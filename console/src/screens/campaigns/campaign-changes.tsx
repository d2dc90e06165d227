import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useAsk } from '../../api/use-ask.ts';
import { Choice } from '../../parts/choice.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { EvidenceLink } from '../../parts/evidence-link.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { Tag } from '../../parts/state-tag.tsx';
import type { Tone } from '../../parts/tones.ts';
import { useFilters } from '../../parts/use-filters.ts';
import { campaignWords } from '../../words/campaigns.ts';
import { useWords, wordOf } from '../../words/dictionary.ts';
import { kindWords } from '../../words/states.ts';
import type { CampaignView } from './campaign.tsx';

const kindsOfChange = ['reopened', 'new', 'still-open', 'mended', 'not-measured'] as const;
type Change = (typeof kindsOfChange)[number];
const toneOf: Record<Change, Tone> = {
  reopened: 'red',
  new: 'amber',
  'still-open': 'red',
  mended: 'green',
  'not-measured': 'grey',
};
/** Longer lists are narrowed by the counters above. */
const SHOWN = 300;

/** What became of each charged finding since an earlier round. */
export function CampaignChanges({ campaign }: { campaign: CampaignView }): ReactNode {
  const words = useWords(campaignWords);
  const { values, change } = useFilters(['before', 'change']);
  const rounds = useAsk('GET /rounds', {
    query: { limit: 50, region: campaign.regionId },
  });
  const earlier = (rounds.data?.items ?? []).filter(
    ({ id, asOf, measured }) => id !== campaign.id && asOf <= campaign.asOf && measured > 0,
  );
  const before = earlier.find(({ id }) => String(id) === values.before) ?? earlier[0];
  if (rounds.data && !before) {
    return <EmptyState title={words.compareNone} hint={words.compareNoneHint} />;
  }
  if (!before) return <Skeleton lines={8} />;
  return (
    <>
      <div className="filter-bar">
        <Choice
          label={words.compareWith}
          value={String(before.id)}
          options={earlier.map(({ id, name }) => ({ value: String(id), label: name }))}
          change={(id) => change({ before: id })}
        />
      </div>
      <Comparison
        campaign={campaign.id}
        before={before.id}
        only={kindsOfChange.find((one) => one === values.change) ?? null}
        narrow={(one) => change({ change: one ?? undefined })}
      />
    </>
  );
}

function Comparison({
  campaign,
  before,
  only,
  narrow,
}: {
  campaign: number;
  before: number;
  only: Change | null;
  narrow(only: Change | null): void;
}): ReactNode {
  const words = useWords(campaignWords);
  const { data, error, refetch } = useAsk('GET /campaigns/{campaign}/comparison', {
    params: { campaign },
    query: { before },
  });
  if (error) return <ErrorState error={error} retry={refetch} />;
  if (!data) return <Skeleton lines={8} />;
  const chosen = data.changes.filter((one) => only === null || one.change === only);
  return (
    <>
      <div className="change-counts" role="group" aria-label={words.changesLabel}>
        {[null, ...kindsOfChange].map((one) => (
          <button
            key={one ?? 'all'}
            type="button"
            aria-pressed={one === only}
            onClick={() => narrow(one)}
          >
            <strong className="figures">
              {one === null ? data.changes.length : (data.counts[one] ?? 0)}
            </strong>
            <span>{one === null ? words.allChanges : words.change[one]}</span>
          </button>
        ))}
      </div>
      {chosen.length === 0 ? (
        <EmptyState title={words.noChanges} />
      ) : (
        <ChangeTable changes={chosen.slice(0, SHOWN)} />
      )}
      {chosen.length > SHOWN && <p className="quiet">{words.shownOf(SHOWN, chosen.length)}</p>}
    </>
  );
}

interface Changed {
  change: Change;
  siteId: number;
  findingId: number;
  unit: string;
  kind: string;
  sentence: string;
}

function ChangeTable({ changes }: { changes: readonly Changed[] }): ReactNode {
  const words = useWords(campaignWords);
  const kinds = useWords(kindWords);
  return (
    <ul className="change-list" aria-label={words.changesLabel}>
      {changes.map((one) => (
        <li key={`${one.change} ${one.findingId}`}>
          <Tag tone={toneOf[one.change]}>{words.change[one.change]}</Tag>
          <Link to={`/sites/${one.siteId}`}>{one.unit}</Link>
          <span>
            {wordOf(kinds, one.kind)}{' '}
            <span className="quiet" lang="zh-CN">
              {one.sentence}
            </span>
          </span>
          <EvidenceLink finding={one.findingId} />
        </li>
      ))}
    </ul>
  );
}
