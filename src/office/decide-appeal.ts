import { Refusal } from '#base/refusal.ts';
import { personId } from '#domain/person.ts';
import { saveStandings } from '#store/appeals.ts';
import { toJson } from '#store/json-column.ts';
import { appealAtHand } from './appeal-at-hand.ts';
import { type Desk, move, perform, requireAnother } from './desk.ts';
import { draftCorrection } from './draft-correction.ts';
import { rescoreInspection, standingOf } from './rescore-inspection.ts';

/**
 * The person whom an appeal was given to decides it; not who reviewed the finding meanwhile. An
 * upheld one takes the charge away: the site is scored anew, where it stood before and after is
 * kept, and after publication a correction is drafted.
 */
export async function decideAppeal(
  desk: Desk,
  id: number,
  { upheld, decision }: { upheld: boolean; decision: string },
): Promise<void> {
  await perform(desk, async (act) => {
    const { appeal, row } = await appealAtHand(desk, act, id, 'appeal.decide');
    const person = personId(desk.actor);
    if (appeal.state === 'assigned' && appeal.assignedTo !== person) {
      throw new Refusal('appeal-not-yours', { id });
    }
    requireAnother(desk.actor, row.reviewedBy);
    requireAnother(desk.actor, row.secondedBy);
    const before = await standingOf(act.tx, row);
    const to = upheld ? 'upheld' : 'refused';
    const changes = { decided_by: person, decided_at: act.at, decision };
    await move(act, 'appeal', id, { from: appeal.state, to }, { changes, reason: decision });
    if (!upheld) return;
    await rescoreInspection(act, row.inspectionId);
    const after = await standingOf(act.tx, row);
    await saveStandings(act.tx, id, { before: toJson(before), after: toJson(after) });
    if (row.campaignState === 'hearing') return;
    await draftCorrection(act, row.campaignId, decision);
  });
}
