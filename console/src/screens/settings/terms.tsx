import type { ReactNode } from 'react';
import type { CampaignSettings } from '#domain/campaign.ts';
import type { Clock } from '#domain/clock.ts';
import type { Ladder, Rung } from '#domain/ladder.ts';
import type { MonitoringPlan, WatchKind } from '#domain/signal.ts';
import { useAsk } from '../../api/use-ask.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { PageHead, Panel } from '../../parts/page-head.tsx';
import { PlainTable } from '../../parts/plain-table.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { Tag } from '../../parts/state-tag.tsx';
import { commonWords } from '../../words/common.ts';
import { useWords } from '../../words/dictionary.ts';
import { countWords } from '../../words/figures.ts';
import { useLanguage } from '../../words/language.ts';
import { settingsWords } from '../../words/settings.ts';
import { roleWords } from '../../words/states.ts';
import { SettingsNav } from './settings-nav.tsx';
import './settings.css';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** What the office works by: clocks, ladder, monitoring, rechecks; read only, all of it data. */
export default function Terms(): ReactNode {
  const words = useWords(settingsWords);
  const { data, error, refetch } = useAsk('GET /office-terms');
  return (
    <>
      <PageHead title={words.pages.terms} facts={<span>{words.termsHint}</span>} />
      <SettingsNav />
      {error && <ErrorState error={error} retry={refetch} />}
      {!data && !error && <Skeleton lines={12} />}
      {data && (
        <>
          <Panel title={words.clocks}>
            <Clocks clocks={data.clocks as unknown as Clock[]} />
          </Panel>
          <Panel title={words.ladder}>
            <Steps ladder={data.ladder as unknown as Ladder} />
          </Panel>
          <Panel title={words.recheck}>
            <Rechecks
              campaign={data.campaign as unknown as CampaignSettings}
              checksADay={data.checksADay}
            />
          </Panel>
          <Panel title={words.monitoring}>
            <Monitoring plan={data.monitoring as unknown as MonitoringPlan} />
          </Panel>
        </>
      )}
    </>
  );
}

function Clocks({ clocks }: { clocks: readonly Clock[] }): ReactNode {
  const words = useWords(settingsWords);
  const language = useLanguage();
  return (
    <PlainTable<Clock>
      label={words.clocks}
      rows={clocks}
      rowKey={({ id }) => id}
      columns={[
        { key: 'title', title: words.clock, render: ({ title }) => title[language] },
        {
          key: 'length',
          title: words.length,
          width: 150,
          render: ({ amount, unit }) => `${amount} ${words.clockUnits[unit]}`,
        },
        { key: 'from', title: words.from, width: 220, render: ({ from }) => from[language] },
        {
          key: 'source',
          title: words.basis,
          render: ({ source, ours }) => (
            <>
              {ours && <Tag tone="grey">{words.ours}</Tag>} <span lang="zh-CN">{source}</span>
            </>
          ),
        },
      ]}
    />
  );
}

function Steps({ ladder }: { ladder: Ladder }): ReactNode {
  const words = useWords(settingsWords);
  const roles = useWords(roleWords);
  const language = useLanguage();
  return (
    <PlainTable<Rung>
      label={words.ladder}
      rows={ladder.rungs}
      rowKey={({ id }) => id}
      columns={[
        { key: 'when', title: words.ladderWhen, render: ({ title }) => title[language] },
        {
          key: 'step',
          title: words.ladderStep,
          width: 160,
          render: ({ step }) => words.stepNames[step],
        },
        {
          key: 'for',
          title: words.ladderFor,
          width: 160,
          render: ({ draftedFor }) => roles[draftedFor],
        },
      ]}
    />
  );
}

function useSpan(): (ms: number) => string {
  const words = useWords(settingsWords);
  const { clockUnits } = words;
  const minutes = useWords({ zh: { of: '分钟', seconds: '秒' }, en: { of: 'min', seconds: 's' } });
  return (ms) => {
    if (ms < MINUTE_MS) return `${ms / 1000} ${minutes.seconds}`;
    if (ms < 2 * HOUR_MS) return `${Math.round(ms / MINUTE_MS)} ${minutes.of}`;
    if (ms < 48 * HOUR_MS) return `${ms / HOUR_MS} ${clockUnits.hours}`;
    return `${ms / (24 * HOUR_MS)} ${clockUnits.days}`;
  };
}

function Rechecks({
  campaign,
  checksADay,
}: {
  campaign: CampaignSettings;
  checksADay: number;
}): ReactNode {
  const words = useWords(settingsWords);
  const { yes, no } = useWords(commonWords);
  const span = useSpan();
  const facts = [
    [words.recheckTimes, String(campaign.recheck.times)],
    [words.recheckSpacing, span(campaign.recheck.spacingMs)],
    [words.maxPages, countWords(campaign.limits.maxPages)],
    [words.timeout, span(campaign.limits.timeoutMs)],
    [words.robots, words.robotsNames[campaign.robots]],
    [words.unmeasuredLimit, `${campaign.unmeasuredLimit * 100}%`],
    [words.explanationsLift, campaign.explanationsLift ? yes : no],
    [words.checksADay, String(checksADay)],
  ] as const;
  return <FactList facts={facts} />;
}

function Monitoring({ plan }: { plan: MonitoringPlan }): ReactNode {
  const words = useWords(settingsWords);
  const span = useSpan();
  const paces = (Object.entries(plan.every) as [WatchKind, number][]).map(
    ([kind, ms]) => [words.watchKinds[kind], words.every(span(ms))] as const,
  );
  return (
    <>
      <FactList facts={paces} />
      <p className="quiet">{words.lateAfter(plan.lateAfter)}</p>
      <p className="quiet">{words.watchShare(`${plan.watchShare * 100}%`)}</p>
    </>
  );
}

function FactList({ facts }: { facts: readonly (readonly [string, string])[] }): ReactNode {
  return (
    <dl className="facts wide-facts">
      {facts.map(([name, text]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="figures">{text}</dd>
        </div>
      ))}
    </dl>
  );
}
