import type { CivilDate } from '#base/civil-date.ts';
import type { FindingKind, FindingState } from '#domain/finding.ts';
import type { Verdict } from '#domain/scorecard.ts';
import type { SiteKind } from '#domain/site.ts';

/** What an inspection of one site must come to: worked out from the plan, never by inspecting. */
export interface SiteTruth {
  key: string;
  unit: string;
  homepage: string;
  kind: SiteKind;
  verdict: Verdict;
  score: number | null;
  pages: number;
  findings: TrueFinding[];
}

/** A fault that is there. Equal to a finding when kind, state, address and measure are equal. */
export interface TrueFinding {
  kind: FindingKind;
  /** `confirmed`, `suspected` or `unmeasured`; what a recheck clears is not in the truth at all. */
  state: FindingState;
  url: string;
  /** Every page that shows the link; a finding names one of them. Empty for what is not a link. */
  foundOn: string[];
  channel: string | null;
  /** The members of the finding's measure that must be equal; others are free. */
  measure: Record<string, string | number | boolean | null | string[]>;
  reason: string | null;
}

/** By what an inspection reads pages: `fetch` cannot see what only a script shows. */
export type PageReader = 'fetch' | 'browser';

export interface CityTruth {
  schema: string;
  reader: PageReader;
  plan: string;
  seed: number;
  asOf: CivilDate;
  rubric: string;
  sites: SiteTruth[];
}
