import { type Centipoints, formatPoints } from '#base/points.ts';
import type { Language } from '#base/refusal.ts';
import type { Bilingual, Indicator, Mark, Rubric, SiteClass } from '#domain/rubric.ts';
import type { Scorecard, Verdict } from '#domain/scorecard.ts';
import type { SiteKind } from '#domain/site.ts';

/** One line of the sum: `10×0.1 (其他链接)`. */
export interface TrailLine {
  indicator: string;
  title: Bilingual;
  clause: string;
  mark: Mark;
  /** How many times `each`; null where the rule does not multiply. */
  units: number | null;
  each: Centipoints | null;
  /** As charged or granted, after a cap. */
  points: Centipoints;
  isCapped: boolean;
}

/** How a score came about, ready to be shown: what it starts from, takes off, scales and adds. */
export interface ScoreTrail {
  verdict: Verdict;
  start: Centipoints;
  deductions: TrailLine[];
  rescale: SiteClass['rescale'];
  /** The deductions came to more than there was. */
  isFloored: boolean;
  bonus: TrailLine[];
  result: Centipoints | null;
  vetoes: { indicator: string; title: Bilingual; count: number; threshold: number }[];
  unpriced: { indicator: string; title: Bilingual; count: number }[];
}

/** The arithmetic behind a scorecard, by the rubric that made it. */
export function explainScore(card: Scorecard, rubric: Rubric, kind: SiteKind): ScoreTrail {
  const all = [...rubric.vetoes, ...rubric.deductions, ...rubric.bonus];
  const lines = new Map(all.map((indicator) => [indicator.id, indicator]));
  const title = (id: string) => lines.get(id)?.title ?? { zh: id, en: id };
  const { rescale } = rubric.classes[kind];
  const start = rescale?.from ?? rubric.scale.full.value;
  const deductions = card.deductions.map(({ indicator, points, count }) =>
    trailLine(indicator, points, count, lines.get(indicator)),
  );
  const taken = deductions.reduce((sum, line) => sum + line.points, 0);
  return {
    verdict: card.verdict,
    start,
    deductions,
    rescale,
    isFloored: taken > start - rubric.scale.floor.value,
    bonus: card.bonus.map(({ indicator, points }) =>
      trailLine(indicator, points, 1, lines.get(indicator)),
    ),
    result: card.score,
    vetoes: card.vetoes.map(({ indicator, count, threshold }) => ({
      indicator,
      title: title(indicator),
      count,
      threshold,
    })),
    unpriced: card.unpriced.map(({ indicator, count }) => ({
      indicator,
      title: title(indicator),
      count,
    })),
  };
}

function trailLine(
  id: string,
  points: Centipoints,
  count: number,
  indicator: Indicator | undefined,
): TrailLine {
  const rule = indicator?.rule;
  const each =
    (rule?.kind === 'each' || rule?.kind === 'share') && rule.points !== 'unknown'
      ? rule.points
      : null;
  const isEach = rule?.kind === 'each';
  const isCapped = isEach && each !== null && points < each * count;
  return {
    indicator: id,
    title: indicator?.title ?? { zh: id, en: id },
    clause: indicator?.clause ?? '',
    mark: indicator?.mark ?? 'R',
    units: each === null || each === 0 ? null : isEach ? count : points / each,
    each,
    points,
    isCapped,
  };
}

const words = {
  veto: { zh: '单项否决', en: 'Veto' },
  open: { zh: '，', en: ', ' },
  cap: { zh: '封顶', en: 'capped at' },
  floor: { zh: '扣完为止', en: 'no lower' },
  unknown: { zh: '未定', en: 'not known' },
  unpriced: { zh: '分值未知，不扣分', en: 'points unknown, not charged' },
} as const satisfies Record<string, Bilingual>;

/** The trail as lines for people: `100 − 1×1 (…) − 10×0.1 (…) = 98`, vetoes and unpriced below. */
export function trailText(trail: ScoreTrail, language: Language): string[] {
  const say = (text: Bilingual) => text[language];
  const named = (text: string) => (language === 'zh' ? `（${text}）` : ` (${text})`);
  const vetoes = trail.vetoes.map(
    (veto) =>
      `${say(words.veto)}${language === 'zh' ? '：' : ': '}${say(veto.title)}` +
      named(`${veto.count} ≥ ${veto.threshold}`),
  );
  const unpriced = trail.unpriced.map(
    (line) => `${say(line.title)} × ${line.count}${named(say(words.unpriced))}`,
  );
  if (vetoes.length > 0) return [...vetoes, ...unpriced];
  const term = (sign: string, line: TrailLine): string => {
    const product = `${line.units}×${formatPoints(line.each ?? 0)}`;
    const amount = line.units === null ? formatPoints(line.points) : product;
    const cap = `${say(words.open)}${say(words.cap)} ${formatPoints(line.points)}`;
    return ` ${sign} ${amount}${named(say(line.title) + (line.isCapped ? cap : ''))}`;
  };
  const sum = formatPoints(trail.start) + trail.deductions.map((line) => term('−', line)).join('');
  const floored = trail.isFloored ? named(say(words.floor)) : '';
  const bonus = trail.bonus.map((line) => term('+', line)).join('');
  const result = trail.result === null ? say(words.unknown) : formatPoints(trail.result);
  return [`${scaled(sum, trail.rescale)}${floored}${bonus} = ${result}`, ...unpriced];
}

function scaled(sum: string, rescale: SiteClass['rescale']): string {
  if (rescale === null) return sum;
  return `(${sum}) × ${formatPoints(rescale.to)}/${formatPoints(rescale.from)}`;
}
