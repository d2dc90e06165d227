import type { Centipoints } from '#base/points.ts';

export type Verdict = 'pass' | 'fail' | 'incomplete';

/** Which rubric, exactly: the hash covers the file and its overlays. */
export interface RubricRef {
  id: string;
  version: string;
  overlays: string[];
  hash: string;
}

/** A veto line (单项否决) that was hit. */
export interface Veto {
  indicator: string;
  /** Ids of the findings that hit it. */
  findings: string[];
  count: number;
  threshold: number;
}

export interface Deduction {
  indicator: string;
  /** Taken off, positive, after caps. */
  points: Centipoints;
  count: number;
  findings: string[];
}

/** A line of the rubric whose points are not known: named, never charged. */
export interface Unpriced {
  indicator: string;
  count: number;
  findings: string[];
}

/** Why a verdict is `incomplete`. */
export interface Gap {
  why: 'veto-unmeasured' | 'share-unmeasured' | 'points-unknown' | 'never-opened';
  indicator: string | null;
  measured: number;
  unmeasured: number;
}

/** What one rubric says of one site's findings. */
export interface Scorecard {
  rubric: RubricRef;
  engine: string;
  verdict: Verdict;
  /** Null after a veto and where points of the table are unknown. */
  score: Centipoints | null;
  vetoes: Veto[];
  deductions: Deduction[];
  bonus: { indicator: string; points: Centipoints }[];
  unpriced: Unpriced[];
  gaps: Gap[];
}
