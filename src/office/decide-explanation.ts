import { chinaDate, type CivilDate } from '#base/civil-date.ts';
import { Refusal } from '#base/refusal.ts';
import { personId } from '#domain/person.ts';
import { type Desk, move, perform, requireAnother } from './desk.ts';
import { explanationAtHand } from './explanation-at-hand.ts';
import { rescoreInspection } from './rescore-inspection.ts';

/** What is decided of an explanation. */
export type ExplanationDecision =
  | { approve: true; validUntil: CivilDate; decision: string }
  | { approve: false; decision: string };

/** A reviewer, other than who reviewed the finding, approves until a day or refuses. */
export async function decideExplanation(
  desk: Desk,
  id: number,
  given: ExplanationDecision,
): Promise<void> {
  await perform(desk, async (act) => {
    const { explanation, row } = await explanationAtHand(desk, act, id, ['hearing']);
    for (const person of [row.reviewedBy, row.secondedBy, explanation.claimedBy]) {
      requireAnother(desk.actor, person);
    }
    if (given.approve && given.validUntil < chinaDate(act.at)) {
      throw new Refusal('explanation-past', { day: given.validUntil });
    }
    const to = given.approve ? 'approved' : 'refused';
    const { decision } = given;
    const changes = {
      decided_by: personId(desk.actor),
      decided_at: act.at,
      decision,
      valid_until: given.approve ? given.validUntil : null,
    };
    await move(
      act,
      'explanation',
      id,
      { from: explanation.state, to },
      { changes, reason: decision },
    );
    await rescoreInspection(act, row.inspectionId);
  });
}
