import type { ReactNode } from 'react';
import { addDays } from '#base/civil-date.ts';
import type { Answer } from '../../api/ask.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useRegion } from '../../app/use-region.ts';
import { Chart, type ChartOption } from '../../parts/chart/chart.tsx';
import type { Palette } from '../../parts/chart/palette.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { commonWords } from '../../words/common.ts';
import { useWords } from '../../words/dictionary.ts';
import { rateWords } from '../../words/figures.ts';
import { monitoringWords } from '../../words/monitoring.ts';
import { useDates } from '../../words/use-figures.ts';

type Day = Answer<'GET /monitoring/days'>['days'][number];
const SPAN = 90;

/** Ninety days over all sites: failed visits with gaps where nothing was measured; signals. */
export function MonitoringTrend(): ReactNode {
  const words = useWords(monitoringWords);
  const region = useRegion();
  const { data, error, refetch } = useAsk('GET /monitoring/days', {
    query: { days: SPAN, ...(region !== null && { region }) },
  });
  if (error) return <ErrorState error={error} retry={refetch} />;
  if (!data) return <Skeleton lines={8} />;
  const last = data.days.at(-1)?.day;
  if (last === undefined) {
    return <EmptyState title={words.trendEmpty} hint={words.trendEmptyHint} />;
  }
  const known = new Map(data.days.map((day) => [day.day, day]));
  const days = Array.from({ length: SPAN }, (_, index) => {
    const day = addDays(last, index - SPAN + 1);
    return known.get(day) ?? { day, tally: null, raised: 0, cleared: 0 };
  });
  return (
    <>
      <section className="panel">
        <VisitChart days={days} last={last} />
      </section>
      <section className="panel">
        <SignalChart days={days} last={last} />
      </section>
    </>
  );
}

type Shown = Omit<Day, 'tally'> & { tally: Day['tally'] | null };

/** In percent; null: not measured, a gap and no zero. */
function shareOf({ tally }: Shown): number | null {
  const counted = tally === null ? 0 : tally.opened + tally.failed;
  return tally === null || counted === 0 ? null : (tally.failed / counted) * 100;
}

function VisitChart({ days, last }: { days: readonly Shown[]; last: string }): ReactNode {
  const words = useWords(monitoringWords);
  const { unmeasured } = useWords(commonWords);
  const dates = useDates();
  const sum = (of: (day: Shown) => number) => days.reduce((total, day) => total + of(day), 0);
  const failed = sum(({ tally }) => tally?.failed ?? 0);
  const counted = failed + sum(({ tally }) => tally?.opened ?? 0);
  const shares = days.map(shareOf);
  return (
    <Chart
      title={words.trendTitle(`${failed}/${counted} = ${rateWords(failed, counted)}`, days.length)}
      source={`${words.source} · ${words.gapHint}`}
      asOf={dates.day(last)}
      height={240}
      table={{
        head: [words.day, words.failedShare, words.opened, words.failed, words.notCounted],
        rows: days.toReversed().map((day) => {
          const share = shareOf(day);
          const { tally } = day;
          const rest = tally === null ? 0 : tally.blocked + tally.ours + tally.maintenance;
          return [
            dates.day(day.day),
            share === null ? unmeasured : `${share.toFixed(1)}%`,
            tally?.opened ?? '—',
            tally?.failed ?? '—',
            rest,
          ];
        }),
      }}
      option={(palette) => ({
        ...frameOf(days, palette, dates.shortDay, '%'),
        series: [
          {
            type: 'line',
            name: words.failedShare,
            data: shares,
            connectNulls: false,
            symbolSize: 4,
            itemStyle: { color: palette.accent },
            lineStyle: { color: palette.accent, width: 2 },
            markLine: {
              silent: true,
              symbol: 'none',
              lineStyle: { color: palette.amber, type: 'dashed' },
              label: { formatter: '3%', color: palette.quiet },
              data: [{ yAxis: 3 }],
            },
          },
        ],
      })}
    />
  );
}

function SignalChart({ days, last }: { days: readonly Shown[]; last: string }): ReactNode {
  const words = useWords(monitoringWords);
  const dates = useDates();
  const raised = days.reduce((sum, day) => sum + day.raised, 0);
  const cleared = days.reduce((sum, day) => sum + day.cleared, 0);
  const bar = (name: 'raised' | 'cleared', color: string) => ({
    type: 'bar',
    name: words[name],
    data: days.map((day) => day[name]),
    barMaxWidth: 10,
    itemStyle: { color },
  });
  return (
    <Chart
      title={words.signalTitle(raised, cleared)}
      source={words.sourceSignals}
      asOf={dates.day(last)}
      height={200}
      table={{
        head: [words.day, words.raised, words.cleared],
        rows: days.toReversed().map((day) => [dates.day(day.day), day.raised, day.cleared]),
      }}
      option={(palette) => ({
        ...frameOf(days, palette, dates.shortDay, ''),
        legend: { top: 0, right: 0, textStyle: { color: palette.ink } },
        series: [bar('raised', palette.amber), bar('cleared', palette.green)],
      })}
    />
  );
}

function frameOf(
  days: readonly Shown[],
  palette: Palette,
  dayWord: (day: string) => string,
  unit: string,
): ChartOption {
  return {
    grid: { left: 44, right: 36, top: 32, bottom: 28 },
    tooltip: { trigger: 'axis' },
    xAxis: {
      type: 'category',
      data: days.map(({ day }) => dayWord(day)),
      axisLine: { lineStyle: { color: palette.line } },
      axisLabel: { color: palette.quiet },
    },
    yAxis: {
      type: 'value',
      name: unit,
      min: 0,
      minInterval: 1,
      nameTextStyle: { color: palette.quiet },
      axisLabel: { color: palette.quiet },
      splitLine: { lineStyle: { color: palette.line } },
    },
  };
}
