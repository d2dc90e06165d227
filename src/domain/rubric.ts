import type { Period } from '#base/period.ts';
import type { Centipoints } from '#base/points.ts';
import type { ChannelKind } from './channel.ts';
import type { FindingKind } from './finding.ts';
import type { RubricRef } from './scorecard.ts';
import type { SiteKind } from './site.ts';

/**
 * How sure a value of a rubric is. H: corroborated in two places or by arithmetic; M: seen once;
 * I: inferred; R: unverified background knowledge, a flagged default and never "the rule".
 */
export type Mark = 'H' | 'M' | 'I' | 'R';

export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** A value of the law with how sure it is, and what is to be said about it. */
export interface Marked<T> {
  readonly value: T;
  readonly mark: Mark;
  readonly note: string | null;
}

/** Points nobody has read in the official text are `unknown`: named, never charged. */
export type Points = Centipoints | 'unknown';

/** Asks something of one member of a finding's measure; numbers may be compared. */
export interface MeasureTest {
  readonly member: string;
  readonly is: 'equal' | 'at-least';
  readonly value: string | number | boolean;
}

/** Which findings an indicator takes. A filter that is null lets everything through. */
export interface Selector {
  readonly kinds: readonly FindingKind[];
  /** `measure.position` of a dead link. */
  readonly position: 'homepage' | 'other' | null;
  readonly channelKinds: readonly ChannelKind[] | null;
  /** 1: first-level channels (一级栏目) only. */
  readonly maxLevel: number | null;
  /** false: historical special channels (历史专题) do not count. */
  readonly historical: boolean | null;
  readonly measure: readonly MeasureTest[];
}

/** One count of a veto line: so many distinct facts of these selectors, together. */
export interface JointCount {
  readonly atLeast: number;
  readonly mark: Mark;
  readonly takes: readonly Selector[];
  readonly note: string | null;
}

export interface Rung {
  readonly atLeast: number;
  readonly points: Points;
  readonly takes: readonly Selector[];
}

/**
 * How an indicator turns facts into points: a closed set, no expression language. `each`: points
 * a fact. `flat`: once. `ladder`: the dearest rung reached. `share`: points a step of a measured
 * share. `manual`: a person sets them. `joint`: a veto, hit by any one of its counts.
 */
export type Rule =
  | { readonly kind: 'each'; readonly points: Points; readonly cap: Cap }
  | { readonly kind: 'flat'; readonly points: Points }
  | { readonly kind: 'ladder'; readonly rungs: readonly Rung[] }
  | ShareRule
  | { readonly kind: 'manual'; readonly points: Points }
  | { readonly kind: 'joint'; readonly counts: readonly JointCount[] };
export type RuleKind = Rule['kind'];

/**
 * `parts`: what a started step costs. `whole`: nothing; `proportional`: its part; `unknown`:
 * whole steps are charged, as every reading does, and the rest is unpriced.
 */
export interface ShareRule {
  readonly kind: 'share';
  readonly member: string;
  readonly per: number;
  readonly parts: 'whole' | 'proportional' | 'unknown';
  readonly points: Points;
  readonly cap: Cap;
}

/** The most one indicator may take off: `none` when the rubric knows of no limit. */
export type Cap = Centipoints | 'none' | 'unknown';

/** One line of the law. */
export interface Indicator {
  readonly id: string;
  readonly title: Bilingual;
  readonly group: string;
  /** Where the line stands in its document. */
  readonly clause: string;
  /** Ids of the rubric's documents that the line, or its points, are known from. */
  readonly source: readonly string[];
  readonly mark: Mark;
  readonly note: string | null;
  /** What one unit of the rule is, for people: 个链接, link. */
  readonly per: Bilingual | null;
  readonly rule: Rule;
  readonly takes: readonly Selector[];
  /** Indicators whose charge comes first where both would take the same finding. */
  readonly after: readonly string[];
}

/** How one kind of site is judged. */
export interface SiteClass {
  readonly scoring: 'points' | 'veto-only';
  /** Groups of deductions that are not asked of this kind. */
  readonly skipGroups: readonly string[];
  /** What is left of `from` points is multiplied by `to`/`from`. */
  readonly rescale: { readonly from: Centipoints; readonly to: Centipoints } | null;
  readonly mark: Mark;
  readonly note: string | null;
}

export interface Scale {
  readonly full: Marked<Centipoints>;
  readonly floor: Marked<Centipoints>;
  /** At or above it a site passes. */
  readonly passLine: Marked<Centipoints>;
  /** The score printed for a veto; null: none. */
  readonly vetoScore: Marked<Centipoints> | null;
  /** `opensAbove`: the bonus counts only when the deductions left more than this. */
  readonly bonus: {
    readonly maximum: Marked<Centipoints>;
    readonly opensAbove: Marked<Centipoints>;
  } | null;
  /** A larger unmeasured share of what had to be looked at leaves a verdict `incomplete`. */
  readonly maxUnmeasuredShare: Marked<number>;
  /** Of a deduction line without known points: name its findings, or give no score at all. */
  readonly unknownPoints: 'unpriced' | 'incomplete';
}

/** Terms by their key (`clock.news`, `survey.minimum`), as `docs/rubric-format.md` lists them. */
export type MarkedTerms = Readonly<Record<string, Marked<number | Period>>>;

export interface RubricDocument {
  readonly id: string;
  readonly title: Bilingual;
}

/** A kind of finding that costs nothing under this rubric, and why. */
export interface Advice {
  readonly kind: FindingKind;
  readonly note: string;
}

/** A line of the law about something that is no website: recorded, not judged. */
export interface OutOfScope {
  readonly id: string;
  readonly title: Bilingual;
  readonly mark: Mark;
  readonly note: string;
}

/** A rubric with its overlays applied, deeply frozen. */
export interface Rubric {
  readonly ref: RubricRef;
  readonly title: Bilingual;
  readonly note: string | null;
  readonly documents: readonly RubricDocument[];
  readonly groups: Readonly<Record<string, Bilingual>>;
  readonly scale: Scale;
  readonly classes: Readonly<Record<SiteKind, SiteClass>>;
  readonly terms: Readonly<Record<SiteKind, MarkedTerms>>;
  readonly vetoes: readonly Indicator[];
  /** In order of precedence: a fact is charged by the first that takes it. */
  readonly deductions: readonly Indicator[];
  readonly bonus: readonly Indicator[];
  readonly advice: readonly Advice[];
  readonly outOfScope: readonly OutOfScope[];
  readonly overlays: readonly { id: string; title: Bilingual; mark: Mark; source: string }[];
}

/** Something about a rubric that its user should know; no mistake. */
export interface RubricWarning {
  readonly code: 'unverified' | 'points-unknown' | 'kind-untaken' | 'kind-twice' | 'needs-person';
  /** An indicator's id, a term's key or a finding kind. */
  readonly where: string;
  readonly text: Bilingual;
}

/** One place where two rubrics differ; null: not there. */
export interface RubricDifference {
  readonly part: 'indicator' | 'scale' | 'class' | 'term' | 'advice';
  /** Path of the place: `homepage-links.points`, `portal.survey.minimum`. */
  readonly where: string;
  readonly before: string | null;
  readonly after: string | null;
}
