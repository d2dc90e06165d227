import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import type { CampaignSettings } from '#domain/campaign.ts';
import type { RubricRef } from '#domain/scorecard.ts';
import { type Answer } from '../../api/ask.ts';
import { useAsk } from '../../api/use-ask.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { RubricTitle } from '../../parts/rubric-title.tsx';
import { Sections } from '../../parts/sections.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { StateTag } from '../../parts/state-tag.tsx';
import { useSession } from '../../session/session.tsx';
import { campaignWords } from '../../words/campaigns.ts';
import { useWords } from '../../words/dictionary.ts';
import { useDates } from '../../words/use-figures.ts';
import { CampaignActs } from './campaign-acts.tsx';
import { CampaignChanges } from './campaign-changes.tsx';
import { CampaignInspections } from './campaign-inspections.tsx';
import { CampaignNow } from './campaign-now.tsx';
import { CampaignRubric } from './campaign-rubric.tsx';
import { CampaignSteps } from './campaign-steps.tsx';
import './campaigns.css';

export type CampaignView = Answer<'GET /campaigns/{campaign}'>;

/** How often a campaign that measures is looked at. */
const EVERY_MS = 3000;

/** One campaign: where it stands, what is next, its results, its changes, its law. */
export default function Campaign(): ReactNode {
  const { campaign = '' } = useParams();
  const words = useWords(campaignWords);
  const { isUnit } = useSession();
  const { data, error, refetch } = useAsk('GET /campaigns/{campaign}', {
    params: { campaign: Number(campaign) },
    everyMs: EVERY_MS,
  });
  if (error && !data) return <ErrorState error={error} retry={refetch} />;
  if (!data) return <Skeleton lines={12} />;
  const all = [
    { key: 'now', label: words.tabNow, render: () => <CampaignNow campaign={data} /> },
    {
      key: 'inspections',
      label: words.tabInspections,
      render: () => <CampaignInspections campaign={data} />,
    },
    // Rounds are compared for the office; units see their findings one by one.
    ...(isUnit
      ? []
      : [
          {
            key: 'changes',
            label: words.tabChanges,
            render: () => <CampaignChanges campaign={data} />,
          },
        ]),
    { key: 'rubric', label: words.tabRubric, render: () => <CampaignRubric campaign={data} /> },
  ];
  return (
    <>
      <CampaignHead campaign={data} />
      <CampaignSteps campaign={data} />
      <Sections label={data.name} all={all} />
    </>
  );
}

function CampaignHead({ campaign }: { campaign: CampaignView }): ReactNode {
  const words = useWords(campaignWords);
  const dates = useDates();
  const { id, overlays } = campaign.rubric as unknown as RubricRef;
  const { passLine } = campaign.settings as unknown as CampaignSettings;
  return (
    <PageHead
      title={campaign.name}
      tags={<StateTag thing="campaign" state={campaign.state} />}
      facts={
        <>
          <span>{campaign.region}</span>
          <span>
            {words.asOf} {dates.day(campaign.asOf)}
          </span>
          <span>
            {words.rubric} <RubricTitle id={id} overlays={overlays} />
          </span>
          {passLine !== null && (
            <span>
              {words.passLine} {passLine}
            </span>
          )}
        </>
      }
    >
      <CampaignActs campaign={campaign} />
    </PageHead>
  );
}
