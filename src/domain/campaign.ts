import type { Instant } from '#base/civil-date.ts';
import type { Centipoints } from '#base/points.ts';
import type { SiteResult } from './result.ts';
import type { BrowserPolicy, CrawlLimits, RecheckPolicy, RobotsPolicy } from './run-settings.ts';
import type { SiteKind } from './site.ts';

/** How a campaign (抽查) is run; fixed once it is open. */
export interface CampaignSettings {
  recheck: RecheckPolicy;
  limits: CrawlLimits;
  robots: RobotsPolicy;
  browser: BrowserPolicy;
  pictures: number;
  contact: string | null;
  /** Private networks that may be visited, as CIDR. */
  allowNet: string[];
  /** In points; null: the rubric's own. */
  passLine: number | null;
  /** Share of unmeasured sites above which nothing is published, 0 to 1. */
  unmeasuredLimit: number;
  /** Whether an approved explanation takes the charge away, or is only printed beside it. */
  explanationsLift: boolean;
  /** Whether what is charged is looked at once more before the circular is signed. */
  lastLook: boolean;
}

/** Which sites a campaign looks at, so that drawing it again gives the same list. */
export interface Sample {
  mode: 'all' | 'drawn';
  /** Of every stratum, 0 to 1; at least one site of each. 1 for all. */
  share: number;
  /** Kinds that are strata; empty: everything is one. */
  strata: SiteKind[];
  seed: string;
  excluded: { siteId: number; reason: string }[];
}

/** What is known of a running inspection, for people who watch. */
export interface SiteProgressNote {
  state: 'queued' | 'crawling' | 'rechecking' | 'judging' | 'done';
  pages: number;
  targets: number;
  queued: number;
  look: number;
  looks: number;
}

/** A judgement of one site, its findings apart: they are rows of their own. */
export interface InspectionCard
  extends Pick<
    SiteResult,
    'verdict' | 'score' | 'vetoes' | 'deductions' | 'bonus' | 'unpriced' | 'gaps' | 'totals'
  > {
  /** What had to be looked at: scoring asks for it. */
  looked: { total: number; unmeasured: number; neverOpened: boolean };
}

/** Where a site stands in a campaign: of a draft, before and after an appeal. */
export interface Standing {
  verdict: SiteResult['verdict'] | null;
  score: Centipoints | null;
  /** Place among the scored sites, ties share it; null without a score. */
  rank: number | null;
}

/** How often the inspector itself was wrong, printed in its circular. */
export interface ErrorRate {
  /** Findings that the machine confirmed. */
  confirmed: number;
  setAside: number;
  appealed: number;
  upheld: number;
  at: Instant;
}
