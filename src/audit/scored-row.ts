import type { Bilingual } from '#domain/rubric.ts';
import type { Scorecard } from '#domain/scorecard.ts';
import type { Reading, UnderstoodRow } from './annex-row.ts';

/** A reading of a row with what the rubric makes of it. */
export interface ScoredReading {
  reading: Reading;
  card: Scorecard;
  /** `100 − 2×3 − 4 = 90` */
  arithmetic: Bilingual;
}

export interface ScoredRow {
  understood: UnderstoodRow;
  /** Plainest first. */
  readings: ScoredReading[];
}
