import { Progress } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { CampaignSettings, Sample } from '#domain/campaign.ts';
import { useAsk } from '../../api/use-ask.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { Panel } from '../../parts/page-head.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { Tag } from '../../parts/state-tag.tsx';
import { useSession } from '../../session/session.tsx';
import { campaignWords } from '../../words/campaigns.ts';
import { useWords } from '../../words/dictionary.ts';
import { countWords, rateWords } from '../../words/figures.ts';
import { siteKindWords, stateWords } from '../../words/states.ts';
import type { CampaignView } from './campaign.tsx';
import { CampaignPreview } from './campaign-preview.tsx';
import { spacingWords } from './spacing-words.ts';
import { useReviewCounts } from './use-review-counts.ts';

/** How far a campaign is: of a draft what it would do, then progress, results, terms. */
export function CampaignNow({ campaign }: { campaign: CampaignView }): ReactNode {
  if (campaign.state === 'draft') {
    return (
      <>
        <DraftPreview campaign={campaign} />
        <Terms campaign={campaign} />
      </>
    );
  }
  return (
    <div className="campaign-pair">
      <div>
        <Results campaign={campaign} />
        {campaign.state === 'running' && <Live campaign={campaign} />}
      </div>
      <Terms campaign={campaign} />
    </div>
  );
}

function DraftPreview({ campaign }: { campaign: CampaignView }): ReactNode {
  const { data, error, refetch } = useAsk('GET /campaigns/{campaign}/preview', {
    params: { campaign: campaign.id },
  });
  if (error) return <ErrorState error={error} retry={refetch} />;
  if (!data) return <Skeleton lines={10} />;
  return <CampaignPreview preview={data} />;
}

function Results({ campaign }: { campaign: CampaignView }): ReactNode {
  const words = useWords(campaignWords);
  const verdicts = useWords(stateWords).verdict;
  const { isUnit } = useSession();
  const { id, counts } = campaign;
  const { measured, 'failed-ours': failed } = counts.states;
  const { pass, fail, incomplete } = counts.verdicts;
  const review = useReviewCounts(campaign);
  const percent = counts.sites === 0 ? 0 : Math.floor((measured / counts.sites) * 100);
  return (
    <Panel title={words.results} help="results">
      <div className="result-figures">
        <Figure name={words.passRate} hint={words.passRateHint}>
          {pass + fail === 0 ? '—' : rateWords(pass, pass + fail)}
          <small>
            {pass}/{pass + fail}
          </small>
        </Figure>
        <Figure name={words.sites}>
          <Link to="?tab=inspections">{countWords(counts.sites)}</Link>
        </Figure>
        {!isUnit && review.data && (
          <Figure name={words.reviewLeft}>
            <Link to={`/review?campaign=${id}`}>{countWords(review.data.left)}</Link>
          </Figure>
        )}
      </div>
      <div className="verdict-tags">
        <Tag tone="green">
          {verdicts.pass} {pass}
        </Tag>
        <Tag tone="red">
          {verdicts.fail} {fail}
        </Tag>
        <Tag tone="grey">
          {verdicts.incomplete} {incomplete}
        </Tag>
        {failed > 0 && <Tag tone="amber">{words.failedOurs(failed)}</Tag>}
      </div>
      <Progress
        percent={percent}
        status={campaign.state === 'running' ? 'active' : 'normal'}
        aria-label={words.progress}
      />
      <p className="quiet figures">
        {words.measuredOf(countWords(measured), countWords(counts.sites))}
      </p>
    </Panel>
  );
}

function Figure({
  name,
  hint,
  children,
}: {
  name: string;
  hint?: string;
  children: ReactNode;
}): ReactNode {
  return (
    <div className="result-figure" {...(hint !== undefined && { title: hint })}>
      <span className="quiet">{name}</span>
      <strong className="figures">{children}</strong>
    </div>
  );
}

function Live({ campaign }: { campaign: CampaignView }): ReactNode {
  const words = useWords(campaignWords);
  return (
    <Panel title={words.liveTitle}>
      {campaign.live.length === 0 && <EmptyState title={words.liveEmpty} />}
      <ul className="live-sites">
        {campaign.live.map(({ inspectionId, unit, progress }) => (
          <li key={inspectionId}>
            <Link to={`/inspections/${inspectionId}`}>{unit}</Link>
            {progress && (
              <>
                <Tag tone="blue">{words.liveState[progress.state]}</Tag>
                <span className="quiet figures">
                  {progress.look > 0
                    ? words.liveLook(progress.look, progress.looks)
                    : words.livePages(countWords(progress.pages), countWords(progress.queued))}
                </span>
              </>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** Which sites, how looked at, how judged: the terms of the campaign. */
function Terms({ campaign }: { campaign: CampaignView }): ReactNode {
  const words = useWords(campaignWords);
  const kinds = useWords(siteKindWords);
  const settings = campaign.settings as unknown as CampaignSettings;
  const sample = campaign.sample as unknown as Sample;
  const { recheck, limits } = settings;
  const share = `${Math.round(sample.share * 1000) / 10}%`;
  const rows: [string, ReactNode][] = [
    [words.sampleMode, sample.mode === 'all' ? words.sampleAll : words.sampleDrawn(share)],
    ...(sample.mode === 'drawn' ? ([[words.seed, sample.seed]] as [string, ReactNode][]) : []),
    ...(sample.strata.length > 0
      ? ([[words.strata, sample.strata.map((kind) => kinds[kind]).join('、')]] as [
          string,
          ReactNode,
        ][])
      : []),
    [words.excluded, countWords(sample.excluded.length)],
    [words.recheck, words.recheckSays(recheck.times, spacingWords(recheck.spacingMs, words))],
    [words.maxPages, countWords(limits.maxPages)],
    [words.robots, words.robotsSays[settings.robots]],
    [words.explanationsLift, settings.explanationsLift ? words.liftYes : words.liftNo],
  ];
  return (
    <Panel title={words.settings}>
      <dl className="term-list">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
