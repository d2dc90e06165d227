import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { Chart, type ChartOption } from '../../parts/chart/chart.tsx';
import type { Palette } from '../../parts/chart/palette.ts';
import { FigureHelp } from '../../parts/figure-help.tsx';
import { Panel } from '../../parts/page-head.tsx';
import { useWords } from '../../words/dictionary.ts';
import { overviewWords } from '../../words/overview.ts';
import { useDates } from '../../words/use-figures.ts';
import { passRate, publishedRounds, type Round } from './rounds.ts';

/** Pass rate and mean score, round by round; a round without a judgement is a gap. */
export function RoundTrend({ rounds }: { rounds: readonly Round[] | undefined }): ReactNode {
  const words = useWords(overviewWords);
  const dates = useDates();
  const navigate = useNavigate();
  const shown = publishedRounds(rounds ?? []).toReversed();
  const last = shown.at(-1);
  const title = useFinding(shown);
  if (rounds === undefined) return null;
  if (!last) {
    return (
      <Panel title={words.trend}>
        <p className="quiet">{words.trendEmpty}</p>
      </Panel>
    );
  }
  return (
    <section className="panel">
      <FigureHelp of="rounds" />
      <Chart
        title={title}
        source={words.sourceRounds}
        asOf={dates.day(last.asOf)}
        table={{
          head: [words.round, words.fraction, words.rate, words.mean],
          rows: shown.map((round) => [
            round.period,
            `${round.pass}/${round.pass + round.fail}`,
            passRate(round).rate?.toFixed(1) ?? '—',
            round.mean?.toFixed(2) ?? '—',
          ]),
        }}
        option={(palette) => optionOf(shown, words, palette)}
        onPress={({ dataIndex }) => {
          const round = shown[dataIndex];
          if (round) void navigate(`/campaigns/${round.id}`);
        }}
      />
    </section>
  );
}

/** The title says what the line shows. */
function useFinding(rounds: readonly Round[]): string {
  const words = useWords(overviewWords);
  const last = rounds.at(-1);
  const before = rounds.at(-2);
  if (!last) return words.trend;
  const title = words.trendTitle(passRate(last).words, last.period);
  const [now, then] = [passRate(last).rate, before ? passRate(before).rate : null];
  if (now === null || then === null) return title;
  const by = Math.abs(now - then).toFixed(1);
  if (by === '0.0') return title + words.trendSame;
  return title + (now > then ? words.trendUp(by) : words.trendDown(by));
}

function optionOf(
  rounds: readonly Round[],
  words: { rate: string; mean: string; yAxis: string },
  palette: Palette,
): ChartOption {
  const rates = rounds.map((round) => passRate(round).rate);
  const means = rounds.map(({ mean }) => mean);
  const lowest = Math.min(...[...rates, ...means].filter((value) => value !== null), 100);
  const line = (name: string, data: (number | null)[], color: string, type: string) => ({
    type: 'line',
    name,
    data,
    connectNulls: false,
    symbol: 'circle',
    symbolSize: 8,
    itemStyle: { color },
    lineStyle: { color, width: 2, type },
  });
  return {
    grid: { left: 44, right: 16, top: 36, bottom: 28 },
    legend: { top: 0, right: 0, textStyle: { color: palette.ink } },
    tooltip: { trigger: 'axis', valueFormatter: (value: unknown) => fixed(value) },
    xAxis: {
      type: 'category',
      data: rounds.map(({ period }) => period),
      axisLine: { lineStyle: { color: palette.line } },
      axisLabel: { color: palette.quiet },
    },
    yAxis: {
      type: 'value',
      name: words.yAxis,
      nameTextStyle: { color: palette.quiet },
      min: Math.max(0, Math.floor((lowest - 5) / 10) * 10),
      max: 100,
      axisLabel: { color: palette.quiet },
      splitLine: { lineStyle: { color: palette.line } },
    },
    series: [
      line(words.rate, rates, palette.accent, 'solid'),
      line(words.mean, means, palette.green, 'dashed'),
    ],
  };
}

function fixed(value: unknown): string {
  return typeof value === 'number' ? value.toFixed(1) : '—';
}
