import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { type Item, useAsk } from '../api/use-ask.ts';
import { Chart, type ChartOption } from './chart/chart.tsx';
import type { Palette } from './chart/palette.ts';
import { useWords } from '../words/dictionary.ts';
import { siteWords } from '../words/sites.ts';
import { stateWords } from '../words/states.ts';
import { useDates } from '../words/use-figures.ts';

const ROUNDS = 12;

/** Scores and charged findings of a site by round; a veto or an open verdict is a gap. */
export function ScoreTrend({ site }: { site: number }): ReactNode {
  const words = useWords(siteWords);
  const verdicts = useWords(stateWords).verdict;
  const dates = useDates();
  const navigate = useNavigate();
  const { data } = useAsk('GET /sites/{site}/inspections', {
    params: { site },
    query: { limit: ROUNDS },
  });
  const rounds = data?.items.filter(({ state }) => state === 'measured').toReversed() ?? [];
  const last = rounds.findLast(({ score }) => score !== null);
  const newest = rounds.at(-1);
  if (rounds.length < 2 || !newest) return null;
  const counts = rounds.map(({ lines }) => lines.reduce((sum, { count }) => sum + count, 0));
  return (
    <section className="panel">
      <Chart
        title={
          last ? words.scoreTrend(last.score?.toFixed(1) ?? '', last.period) : words.scoreTrendNone
        }
        source={words.sourceInspections}
        asOf={dates.day(newest.asOf)}
        table={{
          head: [words.round, words.score, words.verdict, words.charged],
          rows: rounds.map((round, index) => [
            round.period,
            round.score?.toFixed(1) ?? '—',
            round.verdict === null ? '—' : verdicts[round.verdict],
            counts[index] ?? 0,
          ]),
        }}
        onPress={({ dataIndex }) => {
          const round = rounds[dataIndex];
          if (round) void navigate(`/findings?campaign=${round.campaignId}&site=${site}`);
        }}
        option={(palette) => optionOf(rounds, counts, words, palette)}
      />
    </section>
  );
}

function optionOf(
  rounds: readonly Item<'GET /sites/{site}/inspections'>[],
  counts: readonly number[],
  words: { points: string; charged: string; score: string },
  palette: Palette,
): ChartOption {
  const scores = rounds.map(({ score }) => score);
  const lowest = Math.min(...scores.filter((score) => score !== null), 100);
  return {
    grid: { left: 44, right: 44, top: 40, bottom: 28 },
    legend: { top: 0, right: 0, textStyle: { color: palette.ink } },
    tooltip: { trigger: 'axis' },
    xAxis: {
      type: 'category',
      data: rounds.map(({ period }) => period),
      axisLine: { lineStyle: { color: palette.line } },
      axisLabel: { color: palette.quiet },
    },
    yAxis: [
      {
        type: 'value',
        name: words.points,
        nameTextStyle: { color: palette.quiet },
        min: Math.max(0, Math.floor((lowest - 5) / 10) * 10),
        max: 100,
        axisLabel: { color: palette.quiet },
        splitLine: { lineStyle: { color: palette.line } },
      },
      {
        type: 'value',
        minInterval: 1,
        axisLabel: { color: palette.quiet },
        splitLine: { show: false },
      },
    ],
    series: [
      {
        type: 'bar',
        name: words.charged,
        yAxisIndex: 1,
        data: counts,
        barMaxWidth: 28,
        itemStyle: { color: palette.greySoft, borderColor: palette.grey, borderWidth: 1 },
      },
      {
        type: 'line',
        name: words.score,
        data: scores,
        connectNulls: false,
        symbol: 'circle',
        symbolSize: 8,
        itemStyle: { color: palette.accent },
        lineStyle: { color: palette.accent, width: 2 },
      },
    ],
  };
}
