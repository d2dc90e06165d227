import type { CivilDate } from '#base/civil-date.ts';
import type { Circular, FieldValue, Quotient } from '#domain/circular.ts';
import type { Result } from '#domain/result.ts';
import type { RubricRef, Verdict } from '#domain/scorecard.ts';
import type { SiteKind } from '#domain/site.ts';
import { isField, plainText } from './fields.ts';
import { rate } from './quotient.ts';
import { runsOf } from './runs-of.ts';

/** Schema of the open data; described by `docs/open-data.schema.json`. */
export const OPEN_DATA_SCHEMA = 'xunwang-open-data/1';

/** What a campaign publishes for machines: every figure of its circular, and every site's score. */
export interface OpenData {
  schema: string;
  engine: string;
  rubric: RubricRef;
  wording: { id: string; version: string };
  title: string;
  issuer: string | null;
  period: string | null;
  date: CivilDate | null;
  asOf: CivilDate;
  passLine: number;
  counts: { total: number; pass: number; fail: number; incomplete: number };
  /** Null when no site has a verdict. */
  passRate: Quotient | null;
  sites: OpenSite[];
  /** Fields of the circular in reading order, each once; those of the annex stand in `sites`. */
  figures: { field: string; text: string; value: FieldValue; source: string }[];
}

interface OpenSite {
  unit: string;
  homepage: string;
  siteIdCode: string | null;
  kind: SiteKind;
  verdict: Verdict;
  score: number | null;
  problems: readonly string[];
  vetoes: { indicator: string; count: number }[];
  deductions: { indicator: string; points: number; count: number }[];
  unpriced: { indicator: string; count: number }[];
}

/** The open data of a circular that has been found publishable. */
export function openData(circular: Circular, result: Result): OpenData {
  const { brief, wording } = circular;
  const count = (wanted: Verdict) =>
    result.sites.filter(({ verdict }) => verdict === wanted).length;
  const [pass, fail] = [count('pass'), count('fail')];
  return {
    schema: OPEN_DATA_SCHEMA,
    engine: circular.engine,
    rubric: circular.rubric,
    wording: { id: wording.id, version: wording.version },
    title: plainText(circular.title),
    issuer: brief.issuer ?? null,
    period: brief.period ?? null,
    date: brief.date ?? null,
    asOf: circular.asOf,
    passLine: result.passLine,
    counts: { total: result.sites.length, pass, fail, incomplete: count('incomplete') },
    passRate: pass + fail === 0 ? null : rate(pass, pass + fail),
    sites: sites(circular, result),
    figures: figures(circular),
  };
}

function sites({ annex }: Circular, result: Result): OpenSite[] {
  const problems = new Map(annex.rows.map((row) => [row.key, row.problems.value]));
  return result.sites.map((site) => {
    const phrases = problems.get(site.key);
    return {
      unit: site.unit,
      homepage: site.homepage,
      siteIdCode: site.siteIdCode,
      kind: site.kind,
      verdict: site.verdict,
      score: site.score,
      problems: Array.isArray(phrases) ? phrases : [],
      vetoes: site.vetoes.map(({ indicator, findings }) => ({ indicator, count: findings.length })),
      deductions: site.deductions.map(({ indicator, points, count }) => ({
        indicator,
        points,
        count,
      })),
      unpriced: site.unpriced.map(({ indicator, count }) => ({ indicator, count })),
    };
  });
}

function figures(circular: Circular): OpenData['figures'] {
  const fields = runsOf(circular)
    .filter(isField)
    .filter(({ field }) => !field.startsWith('annex.'));
  const distinct = new Map(fields.map((field) => [field.field, field]));
  return [...distinct.values()].map(({ field, text, value, source }) => ({
    field,
    text,
    value,
    source,
  }));
}
