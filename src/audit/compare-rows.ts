import { formatPoints, toCentipoints } from '#base/points.ts';
import type { AuditPoint } from './audit-point.ts';
import type { ScoredReading, ScoredRow } from './scored-row.ts';

/** What does not follow, row by row: scores, results, phrases nobody could read. */
export function compareRows(rows: readonly ScoredRow[]): AuditPoint[] {
  return rows.flatMap((row) => [...phrasePoints(row), ...scorePoints(row), ...resultPoints(row)]);
}

function phrasePoints({ understood }: ScoredRow): AuditPoint[] {
  return understood.notUnderstood.map((phrase) => ({
    weight: 'remark',
    about: 'phrase',
    row: understood.row.no,
    unit: understood.row.unit,
    printed: phrase,
    recomputed: '',
    sentence: {
      zh: `未能理解“${phrase}”，这一问题没有计入重算。`,
      en: `“${phrase}” was not understood, so it is not in the recomputed score.`,
    },
  }));
}

function scorePoints(row: ScoredRow): AuditPoint[] {
  const printed = row.understood.row.score;
  const plain = row.readings[0];
  if (printed === null || !plain) return [];
  const fitting = row.readings.filter((reading) => scoreOf(reading) === toCentipoints(printed));
  if (fitting.length === 0) return [scoreDiffers(row, printed, plain)];
  return row.readings.length > 1 ? [scoreAmbiguous(row, printed, fitting)] : [];
}

function scoreOf(reading: ScoredReading): number | null {
  return reading.card.score;
}

function scoreText(reading: ScoredReading, language: 'zh' | 'en'): string {
  const score = scoreOf(reading);
  if (score !== null) return formatPoints(score);
  return language === 'zh' ? '单项否决' : 'veto';
}

function scoreDiffers(row: ScoredRow, printed: number, plain: ScoredReading): AuditPoint {
  const score = scoreOf(plain);
  const gap = score === null ? '' : formatPoints(toCentipoints(printed) - score);
  const signed = gap.startsWith('-') ? gap : `+${gap}`;
  return {
    weight: 'contradiction',
    about: 'score',
    row: row.understood.row.no,
    unit: row.understood.row.unit,
    printed: String(printed),
    recomputed: scoreText(plain, 'en'),
    sentence: {
      zh: `印发得分${printed}，按所列问题重算为${scoreText(plain, 'zh')}（${plain.arithmetic.zh}），相差${signed}。`,
      en: `Printed ${printed}; its own problems give ${scoreText(plain, 'en')} (${plain.arithmetic.en}): ${signed}.`,
    },
  };
}

function scoreAmbiguous(row: ScoredRow, printed: number, fitting: ScoredReading[]): AuditPoint {
  const all = [...new Set(row.readings.map((reading) => scoreText(reading, 'en')))];
  const notes = (language: 'zh' | 'en') =>
    fitting
      .map((reading) => reading.reading.note?.[language] ?? '')
      .join(language === 'zh' ? '；' : '; ');
  const arithmetic = fitting[0]?.arithmetic ?? { zh: '', en: '' };
  return {
    weight: 'ambiguity',
    about: 'score',
    row: row.understood.row.no,
    unit: row.understood.row.unit,
    printed: String(printed),
    recomputed: all.join(' / '),
    sentence: {
      zh: `得分${printed}只有按“${notes('zh')}”理解才成立（${arithmetic.zh}）；原文没有写明，其他理解得${all.filter((text) => text !== String(printed)).join('、')}。`,
      en: `${printed} follows only if read as “${notes('en')}” (${arithmetic.en}); the text does not say so, other readings give ${all.filter((text) => text !== String(printed)).join(', ')}.`,
    },
  };
}

function resultPoints(row: ScoredRow): AuditPoint[] {
  const printed = row.understood.row.result;
  const verdicts = new Set(row.readings.map((reading) => reading.card.verdict));
  const claimed = printed === '合格' ? 'pass' : printed === '不合格' ? 'fail' : null;
  if (claimed === null || verdicts.has(claimed) || verdicts.has('incomplete')) return [];
  const recomputed = claimed === 'pass' ? '不合格' : '合格';
  return [
    {
      weight: 'contradiction',
      about: 'result',
      row: row.understood.row.no,
      unit: row.understood.row.unit,
      printed,
      recomputed,
      sentence: {
        zh: `印发结果为${printed}，按所列问题应为${recomputed}。`,
        en: `Printed as ${claimed}; its own problems make it ${claimed === 'pass' ? 'fail' : 'pass'}.`,
      },
    },
  ];
}
