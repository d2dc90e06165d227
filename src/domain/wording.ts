import type { FindingKind } from './finding.ts';
import type { Gap, Verdict } from './scorecard.ts';

/** How findings of one kind are told. Templates hold `{slots}`; which ones, see the wording file. */
export interface FindingWording {
  /** All findings of the kind in one site (of one clock, one position): a phrase of the annex. */
  phrase: string;
  /** One finding alone; the phrase when missing. */
  single?: string;
  /** One channel, letter or guide within a phrase. */
  item?: string;
  /** The same when no date was found. */
  undated?: string;
  /** All findings of the kind in all sites: a sentence of part two. */
  problem: string;
}

/** A heading of part two (存在的主要问题) and the kinds of findings told under it. */
export interface ProblemGroup {
  id: string;
  heading: string;
  kinds: FindingKind[];
}

/** Who is named as good or bad, and what is summed up. */
export interface NamingRule {
  /** A passing site with this score or more is named as good, all ties included. */
  goodAtLeast: number;
  /** A passing site with less is named as a problem. */
  poorBelow: number;
  /** No mean, bands or order on fewer scored sites than this. */
  rankAtLeast: number;
  /** At most so many examples of a problem, and then all that tie with the last. */
  examples: number;
  /** Lower bounds of the score bands, falling; the last is 0. */
  bands: number[];
  /** Greatest share of incomplete sites with which a circular may be published, 0 to 1. */
  unmeasuredLimit: number;
}

/** The words of a circular: `wording/*.yaml`, parsed by `publish/parse-wording.ts`. */
export interface Wording {
  id: string;
  version: string;
  naming: NamingRule;
  verdicts: Record<Verdict, string>;
  /** Full names of rubrics, with document number, by rubric id. */
  rubrics: Record<string, string>;
  gaps: Record<Gap['why'], string>;
  sentences: Record<string, string>;
  columns: string[];
  /** Words before which a long title may go on in a new line, the best first. */
  titleBreaks: string[];
  problemGroups: ProblemGroup[];
  /** By kind; `link-dead` by position too: `link-dead/homepage`, `link-dead/other`. */
  findings: Record<string, FindingWording>;
  /** Outcomes of a dead link, guide elements and the like, by the code in the measure. */
  terms: Record<string, string>;
}
