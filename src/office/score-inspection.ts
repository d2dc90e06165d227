import { toPoints } from '#base/points.ts';
import type { InspectionCard } from '#domain/campaign.ts';
import { type HeardFinding, isCharged } from '#domain/charged-findings.ts';
import type { Finding } from '#domain/finding.ts';
import type { Rubric } from '#domain/rubric.ts';
import type { Scorecard } from '#domain/scorecard.ts';
import type { SiteKind } from '#domain/site.ts';
import { scoreSite } from '#score/score-site.ts';

/** What is scored of an inspection. */
export interface Scorable {
  kind: SiteKind;
  looked: InspectionCard['looked'];
  asOf: string;
  explanationsLift: boolean;
}

/** A finding as persons left it: what they do not charge is dropped, what they confirm counts. */
export function heardFinding(
  heard: HeardFinding & { finding: Finding },
  terms: Pick<Scorable, 'asOf' | 'explanationsLift'>,
): Finding {
  if (heard.state !== 'confirmed') return { ...heard.finding, state: heard.state };
  if (isCharged(heard, terms)) return { ...heard.finding, state: 'confirmed' };
  return { ...heard.finding, state: 'dropped' };
}

/** What a rubric says of an inspection after what persons said of its findings. Pure. */
export function scoreInspection(
  { kind, looked, ...terms }: Scorable,
  heard: readonly (HeardFinding & { finding: Finding })[],
  rubric: Rubric,
): Scorecard {
  const findings = heard.map((one) => heardFinding(one, terms));
  return scoreSite({ kind, findings, looked }, rubric);
}

/** A scorecard as an inspection keeps it: points as decimal numbers, like `result.json`. */
export function cardOfScore(
  card: Scorecard,
  { totals, looked }: Pick<InspectionCard, 'totals' | 'looked'>,
): InspectionCard {
  return {
    verdict: card.verdict,
    score: card.score === null ? null : toPoints(card.score),
    vetoes: card.vetoes.map(({ indicator, findings }) => ({ indicator, findings })),
    deductions: card.deductions.map((line) => ({ ...line, points: toPoints(line.points) })),
    bonus: card.bonus.map(({ indicator, points }) => ({ indicator, points: toPoints(points) })),
    unpriced: card.unpriced,
    gaps: card.gaps,
    totals,
    looked,
  };
}
