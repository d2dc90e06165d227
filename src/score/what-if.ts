import type { Centipoints } from '#base/points.ts';
import type { Rubric } from '#domain/rubric.ts';
import type { Scorecard } from '#domain/scorecard.ts';
import { type ScoreInput, scoreSite } from './score-site.ts';

/** A site's card as it is, and as it would be. */
export interface WhatIf {
  before: Scorecard;
  after: Scorecard;
  /** Points won; null when one of the two has no score (a veto, unknown points). */
  gain: Centipoints | null;
}

/**
 * Scores a site again as if some of its findings were mended. A fact with two findings stays
 * charged until both are.
 */
export function whatIf(
  input: ScoreInput,
  rubric: Rubric,
  fixedFindingIds: readonly string[],
): WhatIf {
  const fixed = new Set(fixedFindingIds);
  const findings = input.findings.filter((finding) => !fixed.has(finding.id));
  const before = scoreSite(input, rubric);
  const after = scoreSite({ ...input, findings }, rubric);
  const hasBoth = before.score !== null && after.score !== null;
  return { before, after, gain: hasBoth ? Number(after.score) - Number(before.score) : null };
}
