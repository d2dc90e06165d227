import { App, Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useAct, useAsk } from '../../api/use-ask.ts';
import { ConfirmPress } from '../../parts/confirm-press.tsx';
import { useSession } from '../../session/session.tsx';
import { campaignWords } from '../../words/campaigns.ts';
import { useWords } from '../../words/dictionary.ts';
import { useDates } from '../../words/use-figures.ts';
import { AskFirst } from './ask-first.tsx';
import type { CampaignView } from './campaign.tsx';
import { Orders } from './issue-orders.tsx';
import { useReviewCounts } from './use-review-counts.ts';

/** What can be done with a campaign where it stands; the one main act comes first. */
export function CampaignActs({ campaign }: { campaign: CampaignView }): ReactNode {
  const { may, isUnit } = useSession();
  const { state } = campaign;
  const leads = may('campaign.lead');
  return (
    <>
      {state === 'draft' && may('campaign.open') && <StartCampaign campaign={campaign} />}
      {(state === 'reviewing' || state === 'hearing') && !isUnit && (
        <ToReview campaign={campaign} />
      )}
      {state === 'reviewing' && leads && <BeginHearing campaign={campaign} />}
      {state === 'hearing' && may('circular.draft') && <DraftCircular campaign={campaign} />}
      {(state === 'drafted' || state === 'signed' || state === 'published' || state === 'closed') &&
        may('circular.read') && <ToCircular campaign={campaign} />}
      {(state === 'published' || state === 'closed') && !isUnit && may('order.read') && (
        <Orders campaign={campaign} />
      )}
      {state === 'drafted' && leads && <BackToReview campaign={campaign} />}
      {['draft', 'running', 'reviewing', 'hearing', 'drafted', 'signed'].includes(state) &&
        leads && <CancelCampaign campaign={campaign} />}
    </>
  );
}

/** Visits real servers from the moment it is pressed: said first. */
function StartCampaign({ campaign }: { campaign: CampaignView }): ReactNode {
  const words = useWords(campaignWords);
  const start = useAct('POST /campaigns/{campaign}/start');
  return (
    <ConfirmPress
      isMain
      label={words.start}
      hint={words.startAsk}
      done={words.startDone}
      act={() => start.mutateAsync({ params: { campaign: campaign.id } })}
    />
  );
}

function ToReview({ campaign }: { campaign: CampaignView }): ReactNode {
  const words = useWords(campaignWords);
  const { may } = useSession();
  const counts = useReviewCounts(campaign);
  return (
    <>
      {may('finding.review') && (
        <Link to={`/review?campaign=${campaign.id}`} className="button-link" data-main="true">
          {words.toReview(counts.data?.left ?? 0)}
        </Link>
      )}
      {campaign.state === 'hearing' && (
        <Link to={`/hearing?campaign=${campaign.id}`} className="button-link">
          {words.toHearing}
        </Link>
      )}
    </>
  );
}

function BeginHearing({ campaign }: { campaign: CampaignView }): ReactNode {
  const words = useWords(campaignWords);
  const dates = useDates();
  const [dialog, setDialog] = useState<'begin' | 'skip' | null>(null);
  const begin = useAct('POST /campaigns/{campaign}/hearing');
  const skip = useAct('POST /campaigns/{campaign}/hearing-skipped');
  const params = { campaign: campaign.id };
  return (
    <>
      <Button onClick={() => setDialog('begin')}>{words.startHearing}</Button>
      <Button onClick={() => setDialog('skip')}>{words.skipHearing}</Button>
      {dialog === 'begin' && (
        <AskFirst
          title={words.startHearing}
          hint={words.startHearingHint}
          close={() => setDialog(null)}
          act={async () => {
            const { until } = await begin.mutateAsync({ params });
            return words.hearingStarted(dates.instant(until));
          }}
        />
      )}
      {dialog === 'skip' && (
        <AskFirst
          title={words.skipHearing}
          hint={words.skipHint}
          reason={words.reason}
          close={() => setDialog(null)}
          act={(reason) => skip.mutateAsync({ params, body: { reason } })}
        />
      )}
    </>
  );
}

function DraftCircular({ campaign }: { campaign: CampaignView }): ReactNode {
  const words = useWords(campaignWords);
  const { message } = App.useApp();
  const navigate = useNavigate();
  const draft = useAct('POST /campaigns/{campaign}/circulars');
  return (
    <Button
      loading={draft.isPending}
      onClick={() =>
        draft.mutateAsync({ params: { campaign: campaign.id } }).then(
          ({ id }) => void navigate(`/circulars/${id}`),
          (error: Error) => void message.error(error.message, 6),
        )
      }
    >
      {words.draft}
    </Button>
  );
}

function ToCircular({ campaign }: { campaign: CampaignView }): ReactNode {
  const words = useWords(campaignWords);
  const { may } = useSession();
  const versions = useAsk('GET /campaigns/{campaign}/circulars', {
    params: { campaign: campaign.id },
  });
  const newest = versions.data?.items[0];
  if (!versions.data) return null;
  if (!newest) return may('circular.draft') && <DraftCircular campaign={campaign} />;
  return (
    <Link to={`/circulars/${newest.id}`} className="button-link" data-main="true">
      {words.toCircular}
    </Link>
  );
}

function BackToReview({ campaign }: { campaign: CampaignView }): ReactNode {
  const words = useWords(campaignWords);
  const [isOpen, setOpen] = useState(false);
  const back = useAct('POST /campaigns/{campaign}/review-reopened');
  const params = { campaign: campaign.id };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{words.backToReview}</Button>
      {isOpen && (
        <AskFirst
          title={words.backToReview}
          hint={words.backHint}
          reason={words.reason}
          close={() => setOpen(false)}
          act={(reason) => back.mutateAsync({ params, body: { reason } })}
        />
      )}
    </>
  );
}

function CancelCampaign({ campaign }: { campaign: CampaignView }): ReactNode {
  const words = useWords(campaignWords);
  const [isOpen, setOpen] = useState(false);
  const cancel = useAct('POST /campaigns/{campaign}/cancellation');
  const params = { campaign: campaign.id };
  return (
    <>
      <Button danger onClick={() => setOpen(true)}>
        {words.cancel}
      </Button>
      {isOpen && (
        <AskFirst
          title={words.cancel}
          hint={words.cancelHint}
          reason={words.cancelReason}
          close={() => setOpen(false)}
          act={(reason) => cancel.mutateAsync({ params, body: { reason } })}
        />
      )}
    </>
  );
}
