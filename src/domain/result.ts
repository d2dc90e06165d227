import type { CivilDate, Instant } from '#base/civil-date.ts';
import type { Url } from '#base/url.ts';
import type { Finding } from './finding.ts';
import type { Gap, RubricRef, Verdict } from './scorecard.ts';
import type { SiteKind } from './site.ts';

export interface ResultTotals {
  pages: number;
  /** Distinct link targets looked at. */
  links: number;
  bytes: number;
  ms: number;
  /** Things that had to be looked at and could not be measured. */
  unmeasured: number;
}

/** One site in `result.json`. Points are decimal numbers here (98.8). */
export interface SiteResult {
  key: string;
  unit: string;
  homepage: Url;
  siteIdCode: string | null;
  kind: SiteKind;
  verdict: Verdict;
  /** Null after a veto, and where the rubric cannot tell. */
  score: number | null;
  vetoes: { indicator: string; findings: string[] }[];
  /** Empty after a veto. */
  deductions: { indicator: string; points: number; count: number; findings: string[] }[];
  bonus: { indicator: string; points: number }[];
  unpriced: { indicator: string; count: number; findings: string[] }[];
  gaps: Gap[];
  findings: Finding[];
  totals: ResultTotals;
}

/** `result.json`: contract with outsiders, described by `docs/result.schema.json`. */
export interface Result {
  schema: string;
  engine: string;
  rubric: RubricRef;
  /** Points at or above which a site passes. */
  passLine: number;
  asOf: CivilDate;
  startedAt: Instant;
  finishedAt: Instant;
  /** In the order of the sites file. */
  sites: SiteResult[];
}
