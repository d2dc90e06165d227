/**
 * One thing an audit says of a hand-made circular. A `contradiction` does not follow from the
 * circular's own words; an `ambiguity` follows from one reading only; a `remark` is worth a look.
 */
export interface AuditPoint {
  weight: 'contradiction' | 'ambiguity' | 'remark';
  about:
    | 'score'
    | 'result'
    | 'phrase'
    | 'count'
    | 'pass-rate'
    | 'good-sites'
    | 'to-open'
    | 'error-reports'
    | 'inquiries'
    | 'unit';
  /** Row number in the annex; null for a figure of the text. */
  row: number | null;
  unit: string | null;
  printed: string;
  recomputed: string;
  sentence: { zh: string; en: string };
}
