import { Alert, App, Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import { useAct, useAsk } from '../../api/use-ask.ts';
import { useToday } from '../../app/use-today.ts';
import { useRegion } from '../../app/use-region.ts';
import { PageHead, Panel } from '../../parts/page-head.tsx';
import { RubricTitle } from '../../parts/rubric-title.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { campaignWords } from '../../words/campaigns.ts';
import { useWords } from '../../words/dictionary.ts';
import { useDates } from '../../words/use-figures.ts';
import { CampaignPreview } from './campaign-preview.tsx';
import { firstDraft, type OrderDraft, orderOf } from './order-draft.ts';
import { HowStep, WhatStep, WhichStep } from './wizard-steps.tsx';
import './campaigns.css';

const steps = ['what', 'which', 'how', 'check'] as const;

/** Opens a campaign: what, which sites, how judged; the last step shows what it would do. */
export default function OpenCampaign(): ReactNode {
  const today = useToday();
  return today === null ? <Skeleton lines={8} /> : <Wizard today={today} />;
}

function Wizard({ today }: { today: string }): ReactNode {
  const words = useWords(campaignWords);
  const [draft, setDraft] = useState(() => firstDraft(today));
  const [at, setAt] = useState(0);
  const [isMissing, setMissing] = useState(false);
  const regions = useAsk('GET /regions', { query: { limit: 200 } });
  const here = useRegion();
  const regionId = draft.regionId ?? here ?? regions.data?.items[0]?.id ?? null;
  const change = (changed: Partial<OrderDraft>) =>
    setDraft((before) => ({ ...before, ...changed }));
  const step = steps[at] ?? 'what';
  const go = (by: number) => {
    const isWhole = draft.name.trim() !== '' && draft.period.trim() !== '' && draft.asOf !== '';
    setMissing(!isWhole && by > 0);
    if (isWhole || by < 0) setAt(Math.min(steps.length - 1, Math.max(0, at + by)));
  };
  if (regionId === null) return <Skeleton lines={8} />;
  const given = { draft, change, regionId, regions: regions.data?.items ?? [] };
  return (
    <>
      <PageHead title={words.open} facts={<span>{words.stepOf(at + 1, steps.length)}</span>} />
      <ol className="wizard-steps" aria-label={words.open}>
        {steps.map((one, index) => (
          <li
            key={one}
            data-state={index < at ? 'done' : index === at ? 'now' : 'later'}
            {...(index === at && { 'aria-current': 'step' as const })}
          >
            {words.wizard[one]}
          </li>
        ))}
      </ol>
      {isMissing && <Alert type="error" showIcon title={words.fieldName} />}
      {step === 'what' && <WhatStep {...given} />}
      {step === 'which' && <WhichStep {...given} />}
      {step === 'how' && <HowStep {...given} />}
      {step === 'check' && <CheckStep draft={draft} regionId={regionId} back={() => go(-1)} />}
      {step !== 'check' && (
        <div className="wizard-acts">
          {at > 0 && <Button onClick={() => go(-1)}>{words.previousStep}</Button>}
          <Button type="primary" onClick={() => go(1)}>
            {words.nextStep}
          </Button>
        </div>
      )}
    </>
  );
}

/** The preview, asked for once the step is reached; then it is kept, or kept and started. */
function CheckStep({
  draft,
  regionId,
  back,
}: {
  draft: OrderDraft;
  regionId: number;
  back(): void;
}): ReactNode {
  const words = useWords(campaignWords);
  const dates = useDates();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const preview = useAct('POST /campaigns/previews', []);
  const open = useAct('POST /campaigns');
  const start = useAct('POST /campaigns/{campaign}/start');
  const [isAsked, setAsked] = useState(false);
  const body = orderOf(draft, regionId);
  if (!isAsked) {
    setAsked(true);
    queueMicrotask(() => preview.mutate({ body }));
  }
  const keep = async (isStarted: boolean) => {
    const { id } = await open.mutateAsync({ body });
    if (isStarted) {
      const { sites } = await start.mutateAsync({ params: { campaign: id } });
      void message.success(words.started(sites));
    } else void message.success(words.openedDone);
    void navigate(`/campaigns/${id}`);
  };
  const refusal = preview.error ?? open.error ?? start.error;
  const judgedBy: string | null =
    (preview.data as { rubric?: { id: string } } | undefined)?.rubric?.id ?? draft.rubric;
  const count = (preview.data as { total?: number } | undefined)?.total ?? 0;
  return (
    <>
      <Panel title={`${draft.name}`}>
        <p>
          {draft.period} · {words.asOf} {dates.day(draft.asOf)} ·{' '}
          {judgedBy !== null && <RubricTitle id={judgedBy} />}
        </p>
      </Panel>
      {refusal && <Alert type="error" showIcon title={refusal.message} />}
      {!preview.data && !refusal && <Skeleton lines={10} />}
      {preview.data && <CampaignPreview preview={preview.data} />}
      <div className="wizard-acts">
        <Button onClick={back}>{words.previousStep}</Button>
        <Button
          loading={open.isPending}
          disabled={!preview.data}
          onClick={() => void keep(false).catch(() => undefined)}
        >
          {words.openDraft}
        </Button>
        <Button
          type="primary"
          loading={open.isPending || start.isPending}
          disabled={count === 0}
          onClick={() => void keep(true).catch(() => undefined)}
        >
          {words.openAndStart}
        </Button>
        {count > 0 && <span className="quiet">{words.startHint(count)}</span>}
      </div>
    </>
  );
}
