import type { CivilDate } from '#base/civil-date.ts';
import type { FindingKind, FindingState } from './finding.ts';
import type { Bilingual } from './rubric.ts';
import type { Verdict } from './scorecard.ts';

export const checkStates = ['waiting', 'running', 'done', 'failed'] as const;
/** `failed`: by a fault of ours; it says nothing of the site. */
export type CheckState = (typeof checkStates)[number];

/** Checks that one site may have in 24 hours, whoever asks. Ours. */
export const CHECKS_A_DAY = 6;

/** What a check found, as it would be judged today. It charges nothing. */
export interface SiteCheckResult {
  rubric: string;
  asOf: CivilDate;
  verdict: Verdict;
  /** As people write it; null after a veto, and where the rubric cannot tell. */
  score: number | null;
  lines: CheckedLine[];
  findings: CheckedFinding[];
  pages: number;
  links: number;
  unmeasured: number;
}

/** What one line of the rubric would take. */
export interface CheckedLine {
  indicator: string;
  title: Bilingual;
  isVeto: boolean;
  /** Null for a veto, and where the rubric does not know them. */
  points: number | null;
  /** Keys of the findings that it takes. */
  findings: string[];
}

export interface CheckedFinding {
  key: string;
  kind: FindingKind;
  state: FindingState;
  url: string;
  foundOn: string | null;
  /** In the words of the circular. */
  sentence: string;
}
