import { Alert, App, Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { Link, useParams } from 'react-router';
import type { ErrorRate } from '#domain/campaign.ts';
import type { Field } from '#domain/circular.ts';
import { useAct, useAsk } from '../../api/use-ask.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { Icon } from '../../parts/icon.tsx';
import { PageHead, Panel } from '../../parts/page-head.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { StateTag, Tag } from '../../parts/state-tag.tsx';
import { useSession } from '../../session/session.tsx';
import { circularWords } from '../../words/circulars.ts';
import { commonWords } from '../../words/common.ts';
import { useWords } from '../../words/dictionary.ts';
import { BriefForm } from './brief-form.tsx';
import { CircularActs, titleOf } from './circular-acts.tsx';
import { CircularPaper } from './circular-paper.tsx';
import { CircularVersions } from './circular-versions.tsx';
import { FigureSource } from './figure-source.tsx';
import { Reconciliation } from './reconciliation.tsx';
import { type CircularView, useDraft } from './use-draft.ts';
import './circulars.css';

/** One version of a circular: written, reconciled, signed, published; the paper beside it. */
export default function CircularScreen(): ReactNode {
  const { circular = '' } = useParams();
  const { data, error, refetch } = useAsk('GET /circulars/{circular}', {
    params: { circular: Number(circular) },
  });
  if (error) return <ErrorState error={error} retry={refetch} />;
  if (!data) return <Skeleton lines={14} />;
  // What is typed belongs to one version as it was read.
  return <Editor key={`${data.id}`} view={data} />;
}

function Editor({ view }: { view: CircularView }): ReactNode {
  const words = useWords(circularWords);
  const { may } = useSession();
  const draft = useDraft(view);
  const [figure, setFigure] = useState<Field | null>(null);
  const isWritable = view.state === 'draft' && may('circular.draft');
  const wrong = new Set(draft.contradictions.map(({ field }) => field));
  return (
    <>
      <CircularHead view={view} isChanged={draft.isChanged} />
      <div className="circular-desk">
        <div className="circular-side">
          <Reconciliation
            contradictions={draft.contradictions}
            isTried={draft.isTried}
            show={(field) => setFigure(field)}
            circular={draft.circular}
          />
          {isWritable && <Writing view={view} draft={draft} />}
          <FigureSource figure={figure} campaign={view.campaign_id} close={() => setFigure(null)} />
          <CircularVersions view={view} />
        </div>
        <div className="circular-paper">
          <p className="quiet paper-hint">{words.paperHint}</p>
          <CircularPaper
            circular={draft.circular}
            wrong={wrong}
            chosen={figure?.field ?? null}
            choose={setFigure}
          />
        </div>
      </div>
    </>
  );
}

function CircularHead({ view, isChanged }: { view: CircularView; isChanged: boolean }): ReactNode {
  const words = useWords(circularWords);
  const common = useWords(commonWords);
  const { confirmed, setAside, upheld } = view.error_rate as unknown as ErrorRate;
  return (
    <PageHead
      title={titleOf(view.circular as unknown as Parameters<typeof titleOf>[0])}
      tags={
        <>
          <StateTag thing="circular" state={view.state} />
          {view.number > 1 && <Tag tone="amber">{words.numberOf(view.number)}</Tag>}
        </>
      }
      facts={
        <>
          <span>{words.doing[view.state]}</span>
          <Link to={`/campaigns/${view.campaign_id}`}>{words.toCampaign}</Link>
          <span title={words.errorRate}>{words.errorRateSays(confirmed, setAside, upheld)}</span>
          {view.correction_reason !== null && (
            <span>{words.correctionReason(view.correction_reason)}</span>
          )}
        </>
      }
    >
      <CircularActs view={view} isChanged={isChanged} />
      <Button icon={<Icon name="print" size={16} />} onClick={() => print()}>
        {common.print}
      </Button>
    </PageHead>
  );
}

function Writing({
  view,
  draft,
}: {
  view: CircularView;
  draft: ReturnType<typeof useDraft>;
}): ReactNode {
  const words = useWords(circularWords);
  const { message } = App.useApp();
  const edit = useAct('PUT /circulars/{circular}/brief');
  const [round, setRound] = useState(0);
  const save = () =>
    edit.mutate(
      { params: { circular: view.id }, body: { text: JSON.stringify(draft.brief) } },
      {
        onSuccess: () => {
          draft.forget();
          void message.success(words.saved);
        },
      },
    );
  return (
    <Panel title={words.writing}>
      <p className="quiet">{words.writingHint}</p>
      <BriefForm key={round} brief={draft.brief} change={draft.change} />
      {draft.refusal !== null && <Alert type="error" showIcon title={draft.refusal} />}
      {edit.error && <Alert type="error" showIcon title={edit.error.message} />}
      {draft.isChanged && (
        <div className="brief-save">
          <span className="quiet">{words.unsaved}</span>
          <Button type="primary" loading={edit.isPending} onClick={save}>
            {words.save}
          </Button>
          <Button
            onClick={() => {
              draft.forget();
              setRound(round + 1);
            }}
          >
            {words.discard}
          </Button>
        </div>
      )}
    </Panel>
  );
}
