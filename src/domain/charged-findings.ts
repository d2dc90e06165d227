import type { CivilDate } from '#base/civil-date.ts';
import type { FindingKind, FindingState } from './finding.ts';
import type { StateOf } from './moves.ts';

/** Kinds that no machine may settle and that one person alone may not settle either. */
export const graveKinds = [
  'grave-error',
  'information-inaccurate',
  'date-forged',
  'link-hijacked',
  'hidden-link',
] as const satisfies readonly FindingKind[];

/** Whether two persons have to look at findings of a kind. */
export function isGrave(kind: FindingKind): boolean {
  return (graveKinds as readonly FindingKind[]).includes(kind);
}

/** A finding as far as its charge goes: what the machine and what persons said of it. */
export interface HeardFinding {
  state: FindingState;
  review: StateOf<'review'>;
  appeals: readonly StateOf<'appeal'>[];
  explanations: readonly { state: StateOf<'explanation'>; validUntil: CivilDate | null }[];
}

/** By which terms of the campaign explanations count. */
export interface ChargeTerms {
  asOf: CivilDate;
  explanationsLift: boolean;
}

/**
 * The findings that are charged: confirmed, neither set aside nor merged into another, without an
 * upheld appeal, and not explained where the campaign says that an approved explanation lifts the
 * charge. One that nobody has reviewed yet (open, or waiting for the second person) is charged
 * like an accepted one, so that preliminary scores are those of the machine; a circular is only
 * drafted when none of them is left.
 */
export function chargedFindings<T extends HeardFinding>(
  findings: readonly T[],
  terms: ChargeTerms,
): T[] {
  return findings.filter((finding) => isCharged(finding, terms));
}

/** Whether one finding is charged; see `chargedFindings`. */
export function isCharged(finding: HeardFinding, terms: ChargeTerms): boolean {
  const { state, review, appeals } = finding;
  if (state !== 'confirmed' || review === 'set-aside' || review === 'merged') return false;
  if (appeals.includes('upheld')) return false;
  return !(terms.explanationsLift && isExplained(finding, terms.asOf));
}

/** Whether an explanation was approved that holds on a day. */
export function isExplained({ explanations }: HeardFinding, asOf: CivilDate): boolean {
  return explanations.some(
    ({ state, validUntil }) => state === 'approved' && (validUntil === null || validUntil >= asOf),
  );
}
