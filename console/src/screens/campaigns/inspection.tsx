import { App, Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { Link, useParams } from 'react-router';
import type { InspectionCard } from '#domain/campaign.ts';
import type { Indicator, Rubric } from '#domain/rubric.ts';
import type { Site } from '#domain/site.ts';
import type { Answer } from '../../api/ask.ts';
import { useAct, useAsk } from '../../api/use-ask.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { FindingRow } from '../../parts/finding-row.tsx';
import { PageHead, Panel } from '../../parts/page-head.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { StateTag, Tag } from '../../parts/state-tag.tsx';
import { useSession } from '../../session/session.tsx';
import { campaignWords } from '../../words/campaigns.ts';
import { useWords } from '../../words/dictionary.ts';
import { countWords } from '../../words/figures.ts';
import { useLanguage } from '../../words/language.ts';
import { ReasonDialog } from '../review/reason-dialog.tsx';
import '../review/review.css';
import './campaigns.css';

type View = Answer<'GET /inspections/{inspection}'>;

/** One site of a campaign: its score line by line, each with its findings and their proof. */
export default function Inspection(): ReactNode {
  const { inspection = '' } = useParams();
  const { data, error, refetch } = useAsk('GET /inspections/{inspection}', {
    params: { inspection: Number(inspection) },
  });
  const rubric = useAsk('GET /campaigns/{campaign}/rubric', {
    params: { campaign: data?.campaignId ?? 0 },
    when: data !== undefined,
  });
  if (error) return <ErrorState error={error} retry={refetch} />;
  if (!data || !rubric.data) return <Skeleton lines={12} />;
  return (
    <>
      <InspectionHead view={data} />
      <Lines view={data} rubric={rubric.data.rubric as unknown as Rubric} />
      <Gaps view={data} />
    </>
  );
}

function InspectionHead({ view }: { view: View }): ReactNode {
  const words = useWords(campaignWords);
  const { may } = useSession();
  const { message } = App.useApp();
  const [isAsking, setAsking] = useState(false);
  const campaign = useAsk('GET /campaigns/{campaign}', { params: { campaign: view.campaignId } });
  const retry = useAct('POST /inspections/{inspection}/retry');
  const site = view.site as unknown as Site;
  const card = view.card as unknown as InspectionCard | null;
  return (
    <>
      <PageHead
        title={site.unit}
        tags={
          <>
            <StateTag thing="inspection" state={view.state} />
            {view.verdict !== null && <StateTag thing="verdict" state={view.verdict} />}
          </>
        }
        facts={
          <>
            <Link to={`/campaigns/${view.campaignId}`}>{campaign.data?.name ?? '…'}</Link>
            <Link to={`/sites/${view.siteId}`}>{site.homepage}</Link>
            {card && (
              <span>
                {words.totals(countWords(card.totals.pages), countWords(card.totals.links))}
              </span>
            )}
            {view.error !== null && (
              <span>
                {words.error}: {view.error}
              </span>
            )}
          </>
        }
      >
        {view.state === 'failed-ours' && may('campaign.lead') && (
          <Button onClick={() => setAsking(true)}>{words.retry}</Button>
        )}
      </PageHead>
      {isAsking && (
        <ReasonDialog
          title={words.retry}
          hint={view.error ?? ''}
          usual={[]}
          close={() => setAsking(false)}
          done={(reason) =>
            retry.mutate(
              { params: { inspection: view.id }, body: { reason } },
              {
                onSuccess: () => void message.success(words.retried),
                onError: (refusal) => void message.error(refusal.message, 6),
              },
            )
          }
        />
      )}
    </>
  );
}

/** What is charged now, with what the machine alone had charged where that differs. */
function Lines({ view, rubric }: { view: View; rubric: Rubric }): ReactNode {
  const words = useWords(campaignWords);
  const card = view.card as unknown as InspectionCard | null;
  const first = view.firstCard as unknown as InspectionCard | null;
  if (card === null) return null;
  const lines = [
    ...card.vetoes.map((line) => ({ ...line, points: null, isVeto: true })),
    ...card.deductions.map((line) => ({ ...line, isVeto: false })),
    ...card.unpriced.map((line) => ({ ...line, points: null, isVeto: false })),
  ];
  const indicators = new Map([...rubric.vetoes, ...rubric.deductions].map((one) => [one.id, one]));
  return (
    <Panel
      title={words.card}
      aside={
        <span className="score-pair">
          {first !== null && first.score !== card.score && (
            <span className="quiet figures">
              {words.firstCard} {first.score?.toFixed(1) ?? '—'} →
            </span>
          )}
          <strong className="figures">{card.score?.toFixed(1) ?? '—'}</strong>
        </span>
      }
    >
      {lines.length === 0 && <p className="quiet">{words.noLines}</p>}
      {lines.map((line) => (
        <OneLine
          key={line.indicator}
          view={view}
          line={line}
          indicator={indicators.get(line.indicator) ?? null}
        />
      ))}
    </Panel>
  );
}

function OneLine({
  view,
  line,
  indicator,
}: {
  view: View;
  line: { indicator: string; points: number | null; isVeto: boolean; findings: string[] };
  indicator: Indicator | null;
}): ReactNode {
  const words = useWords(campaignWords);
  const language = useLanguage();
  const { campaignId: campaign, siteId: site } = view;
  const query = { campaign, site, indicator: line.indicator, limit: 100 };
  const { data } = useAsk('GET /findings', { query });
  return (
    <section className="charged-line">
      <div className="charged-head">
        <h3>
          <Link to={`/findings?campaign=${campaign}&site=${site}&indicator=${line.indicator}`}>
            {indicator?.title[language] ?? line.indicator}
          </Link>
        </h3>
        {indicator && <span className="quiet">{`${words.clause} ${indicator.clause}`}</span>}
        <span className="figures charged-points">
          {line.isVeto ? (
            <Tag tone="red">{words.vetoLine}</Tag>
          ) : line.points === null ? (
            <Tag tone="grey">{words.unpriced}</Tag>
          ) : (
            `−${line.points.toFixed(1)}`
          )}
        </span>
      </div>
      {!data && <Skeleton lines={2} />}
      {data?.items.map((finding) => (
        <FindingRow key={finding.id} finding={finding} />
      ))}
    </section>
  );
}

function Gaps({ view }: { view: View }): ReactNode {
  const words = useWords(campaignWords);
  const card = view.card as unknown as InspectionCard | null;
  if (card === null || card.gaps.length === 0) return null;
  return (
    <Panel title={words.gaps}>
      <ul>
        {card.gaps.map(({ why, indicator, measured, unmeasured }) => (
          <li key={`${why} ${indicator}`} className="figures">
            {words.gapWhy[why]} {indicator ?? ''} {unmeasured}/{measured + unmeasured}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
