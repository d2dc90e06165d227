import { Refusal } from '#base/refusal.ts';
import { isGrave } from './charged-findings.ts';
import type { Finding, FindingState } from './finding.ts';
import type { StateOf } from './moves.ts';

/** What a person decides of a finding. */
export type Decision = 'accepted' | 'set-aside';

/** A finding as far as reviewing it goes. */
export interface Reviewable {
  id: number;
  state: FindingState;
  review: StateOf<'review'>;
  finding: Pick<Finding, 'kind' | 'reason'>;
}

/** Whether there is something for a person to decide: confirmed, or only a person can tell. */
export function isReviewable({ state, finding }: Omit<Reviewable, 'id' | 'review'>): boolean {
  if (state === 'confirmed') return true;
  return state === 'suspected' && (isGrave(finding.kind) || finding.reason === 'needs-person');
}

/** Whether two persons must look: grave kinds, and what becomes confirmed by persons alone. */
export function needsTwo({ state, finding }: Pick<Reviewable, 'state' | 'finding'>): boolean {
  return isGrave(finding.kind) || state === 'suspected';
}

/**
 * Where a decision leads: to the decision itself, or to the second person's desk. The second
 * person is free to decide otherwise than the first proposed. Refuses what no person may decide.
 */
export function nextReview(of: Reviewable, decision: Decision): StateOf<'review'> {
  if (of.review !== 'second' && !isReviewable(of)) {
    throw new Refusal('finding-not-reviewable', { id: of.id, state: of.state });
  }
  return of.review === 'open' && needsTwo(of) ? 'second' : decision;
}
