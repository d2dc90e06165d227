import { Checkbox, Input, InputNumber, Radio } from 'antd';
import type { ReactNode } from 'react';
import { siteKinds } from '#domain/kinds.ts';
import type { RubricRef } from '#domain/scorecard.ts';
import { type Item, useAsk } from '../../api/use-ask.ts';
import { DayField } from '../../parts/day-field.tsx';
import { Choice } from '../../parts/choice.tsx';
import { Panel } from '../../parts/page-head.tsx';
import { campaignWords } from '../../words/campaigns.ts';
import { useWords } from '../../words/dictionary.ts';
import { useLanguage } from '../../words/language.ts';
import { siteKindWords } from '../../words/states.ts';
import { useDates } from '../../words/use-figures.ts';
import { ExcludeSites } from './exclude-sites.tsx';
import type { OrderDraft } from './order-draft.ts';

interface Given {
  draft: OrderDraft;
  change(changed: Partial<OrderDraft>): void;
  regionId: number;
  regions: readonly Item<'GET /regions'>[];
}

export function WhatStep({ draft, change, regionId, regions }: Given): ReactNode {
  const words = useWords(campaignWords);
  return (
    <Panel title={words.wizard.what}>
      <div className="wizard-fields">
        <Field label={words.region}>
          <Choice
            label={words.region}
            value={String(regionId)}
            options={regions.map(({ id, name }) => ({ value: String(id), label: name }))}
            change={(id) => change({ regionId: Number(id) })}
          />
        </Field>
        <Field label={words.name}>
          <Input
            value={draft.name}
            maxLength={100}
            onChange={({ target }) => change({ name: target.value })}
          />
        </Field>
        <Field label={words.period} hint={words.periodHint}>
          <Input
            value={draft.period}
            maxLength={40}
            onChange={({ target }) => change({ period: target.value })}
          />
        </Field>
        <Field label={words.asOf}>
          <DayField value={draft.asOf} onChange={(day) => change({ asOf: day ?? '' })} />
        </Field>
      </div>
    </Panel>
  );
}

export function WhichStep({ draft, change, regionId }: Given): ReactNode {
  const words = useWords(campaignWords);
  const kinds = useWords(siteKindWords);
  return (
    <Panel title={words.wizard.which}>
      <div className="wizard-fields">
        <Radio.Group
          aria-label={words.sampleMode}
          value={draft.mode}
          onChange={({ target }) => change({ mode: target.value as OrderDraft['mode'] })}
          options={[
            { value: 'all', label: words.modeAll },
            { value: 'drawn', label: words.modeDrawn },
          ]}
        />
        {draft.mode === 'drawn' && (
          <>
            <NumberField
              label={words.share}
              value={draft.share}
              min={1}
              max={100}
              change={(share) => change({ share })}
            />
            <Field label={words.strata} hint={words.strataHint} isGroup>
              <Checkbox.Group
                value={draft.strata}
                options={siteKinds.map((value) => ({ value, label: kinds[value] }))}
                onChange={(strata) => change({ strata })}
              />
            </Field>
            <Field label={words.seed} hint={words.seedHint}>
              <Input
                value={draft.seed}
                maxLength={200}
                onChange={({ target }) => change({ seed: target.value })}
              />
            </Field>
          </>
        )}
        <Field label={words.excludeSites} hint={words.excludeHint} isGroup>
          <ExcludeSites
            regionId={regionId}
            excluded={draft.excluded}
            change={(excluded) => change({ excluded })}
          />
        </Field>
      </div>
    </Panel>
  );
}

export function HowStep({ draft, change, regionId }: Given): ReactNode {
  const words = useWords(campaignWords);
  return (
    <Panel title={words.wizard.how}>
      <div className="wizard-fields">
        <RubricField draft={draft} change={change} regionId={regionId} />
        <div className="wizard-row">
          <Field label={words.passLine} hint={words.passLineHint}>
            <InputNumber
              min={0}
              max={200}
              value={draft.passLine}
              aria-label={words.passLine}
              onChange={(passLine) => change({ passLine })}
            />
          </Field>
          <NumberField
            label={words.unmeasuredLimit}
            hint={words.unmeasuredHint}
            value={draft.unmeasuredLimit}
            min={0}
            max={100}
            change={(unmeasuredLimit) => change({ unmeasuredLimit })}
          />
        </div>
        <Limits draft={draft} change={change} />
        <Field label={words.robots} isGroup>
          <Radio.Group
            aria-label={words.robots}
            value={draft.robots}
            onChange={({ target }) => change({ robots: target.value as OrderDraft['robots'] })}
            options={[
              { value: 'note', label: words.robotsSays.note },
              { value: 'obey', label: words.robotsSays.obey },
            ]}
          />
        </Field>
        <Field label={words.allowNet} hint={words.allowNetHint}>
          <Input
            value={draft.allowNet}
            maxLength={300}
            onChange={({ target }) => change({ allowNet: target.value })}
          />
        </Field>
        <Checkbox
          checked={draft.explanationsLift}
          onChange={({ target }) => change({ explanationsLift: target.checked })}
        >
          {words.liftLabel}
        </Checkbox>
      </div>
    </Panel>
  );
}

/** By which rubric: the one in force in the region as of the day, unless another is chosen. */
function RubricField({
  draft,
  change,
  regionId,
}: Pick<Given, 'draft' | 'change' | 'regionId'>): ReactNode {
  const words = useWords(campaignWords);
  const language = useLanguage();
  const list = useAsk('GET /rubrics');
  const inForce = useAsk('GET /regions/{region}/rubric', {
    params: { region: regionId },
    query: { day: draft.asOf },
  });
  const chosen = draft.rubric ?? inForce.data?.rubric ?? '';
  const since = inForce.data?.since ?? null;
  const dates = useDates();
  const options = (list.data?.items ?? []).map(({ ref, title }) => {
    return { value: (ref as unknown as RubricRef).id, label: title[language] };
  });
  return (
    <Field
      label={words.rubric}
      hint={since === null ? words.rubricUsual : words.rubricSince(dates.day(since))}
    >
      <Choice
        label={words.rubric}
        value={chosen}
        options={options.length > 0 ? options : [{ value: chosen, label: chosen }]}
        change={(rubric) => change({ rubric })}
      />
    </Field>
  );
}

/** How often and how far apart one looks again, and where one stops. */
function Limits({ draft, change }: Pick<Given, 'draft' | 'change'>): ReactNode {
  const words = useWords(campaignWords);
  return (
    <div className="wizard-row">
      <NumberField
        label={words.recheckTimes}
        value={draft.recheckTimes}
        min={0}
        max={10}
        change={(recheckTimes) => change({ recheckTimes })}
      />
      <NumberField
        label={words.recheckSpacing}
        value={draft.recheckMinutes}
        min={0}
        max={10_080}
        step={0.1}
        change={(recheckMinutes) => change({ recheckMinutes })}
      />
      <NumberField
        label={words.maxPages}
        value={draft.maxPages}
        min={1}
        max={1_000_000}
        change={(maxPages) => change({ maxPages })}
      />
      <NumberField
        label={words.timeout}
        value={draft.timeoutSeconds}
        min={1}
        max={120}
        change={(timeoutSeconds) => change({ timeoutSeconds })}
      />
      <NumberField
        label={words.maxMinutes}
        value={draft.maxMinutes}
        min={1}
        max={10_080}
        change={(maxMinutes) => change({ maxMinutes })}
      />
    </div>
  );
}

function Field({
  label,
  hint,
  isGroup = false,
  children,
}: {
  label: string;
  hint?: string;
  /** Holds several controls, each with a name of its own. */
  isGroup?: boolean;
  children: ReactNode;
}): ReactNode {
  const Holder = isGroup ? 'div' : 'label';
  return (
    <Holder className="wizard-field" {...(isGroup && { role: 'group', 'aria-label': label })}>
      <span>{label}</span>
      {children}
      {hint !== undefined && <small className="quiet">{hint}</small>}
    </Holder>
  );
}

function NumberField({
  label,
  hint,
  value,
  change,
  ...limits
}: {
  label: string;
  hint?: string;
  value: number;
  min: number;
  max: number;
  step?: number;
  change(value: number): void;
}): ReactNode {
  return (
    <Field label={label} {...(hint !== undefined && { hint })}>
      <InputNumber
        {...limits}
        value={value}
        aria-label={label}
        onChange={(typed) => typed !== null && change(typed)}
      />
    </Field>
  );
}
