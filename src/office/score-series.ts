import { canonicalJson } from '#base/canonical-json.ts';
import { toPoints } from '#base/points.ts';
import type { PublicRound, PublicScore } from '#domain/scoreboard.ts';
import { listPublicScores } from '#store/public-rounds.ts';
import { loadSchemaText } from '#store/load-data.ts';
import { csvText } from '#store/sheet-cell.ts';
import { askPublicRounds, type PublicDesk } from './ask-scoreboard.ts';
import type { Cell } from './write-table.ts';

/** Schema of the series; described by `docs/scores.schema.json`. */
const SCORES_SCHEMA = 'xunwang-scores/1';

/** Every published score of every round, for machines: json, or a table for a spreadsheet. */
export async function scoreSeries(
  desk: PublicDesk,
  form: 'json' | 'csv',
): Promise<{ name: string; mediaType: string; bytes: Uint8Array }> {
  const rounds = await askPublicRounds(desk);
  const campaignIds = rounds.map(({ campaignId }) => campaignId);
  const scores = await listPublicScores(desk.db, { campaignIds });
  if (form === 'csv') {
    const csv = new TextEncoder().encode(csvText(table(rounds, scores)));
    return { name: 'scores.csv', mediaType: 'text/csv; charset=utf-8', bytes: csv };
  }
  const text = canonicalJson({
    schema: SCORES_SCHEMA,
    rounds: rounds.map(openRound),
    scores: scores.map(openScore),
  });
  const bytes = new TextEncoder().encode(text);
  return { name: 'scores.json', mediaType: 'application/json', bytes };
}

/** What the series, the open data and the results look like: JSON Schema. */
export function schemaText(name: 'open-data' | 'result' | 'scores'): string {
  return loadSchemaText(name);
}

function openRound({ campaignId, rubric, versions, ...round }: PublicRound) {
  return {
    round: campaignId,
    ...round,
    rubric: { id: rubric.id, version: rubric.version, hash: rubric.hash },
    versions: versions.map(({ circularId, ...version }) => ({ circular: circularId, ...version })),
  };
}

function openScore(score: PublicScore) {
  return {
    round: score.campaignId,
    site: score.siteKey,
    unit: score.unit,
    homepage: score.homepage,
    kind: score.kind,
    verdict: score.verdict,
    score: pointsOf(score.score),
    problems: score.problems,
    corrected: score.corrected.map((was) => ({
      version: was.number,
      verdict: was.verdict,
      score: pointsOf(was.score),
    })),
  };
}

function pointsOf(score: number | null): number | null {
  return score === null ? null : toPoints(score);
}

const heads = [
  '抽查',
  '时间',
  '地区',
  '核查日',
  '单位名称',
  '首页网址',
  '类型',
  '结果',
  '得分',
  '问题',
  '更正前得分',
];

function table(rounds: readonly PublicRound[], scores: readonly PublicScore[]): Cell[][] {
  const known = new Map(rounds.map((round) => [round.campaignId, round]));
  const rows = scores.map((score): Cell[] => {
    const round = known.get(score.campaignId);
    return [
      score.campaignId,
      round?.period ?? '',
      round?.region ?? '',
      round?.asOf ?? '',
      score.unit,
      score.homepage,
      score.kind,
      score.verdict,
      pointsOf(score.score) ?? '',
      score.problems.join('；'),
      score.corrected.map((was) => pointsOf(was.score) ?? was.verdict).join('；'),
    ];
  });
  return [heads, ...rows];
}
