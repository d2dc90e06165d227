import { Refusal } from '#base/refusal.ts';
import { isCharged } from '#domain/charged-findings.ts';
import { insertExplanation } from '#store/explanations.ts';
import { type Desk, perform } from './desk.ts';
import { findingsAtHand } from './findings-at-hand.ts';
import { requireHearing } from './hearing-until.ts';
import { requirePerson } from './require-person.ts';

/** What a unit says of a finding: «nothing happened this year», with its proof. */
export interface Statement {
  statement: string;
  proof: string | null;
}

/** The unit explains a charged finding of its own while it is heard. Gives the number. */
export async function claimExplanation(
  desk: Desk,
  findingId: number,
  { statement, proof }: Statement,
): Promise<number> {
  return await perform(desk, async (act) => {
    const ask = { right: 'explanation.claim', during: ['hearing'] } as const;
    const [row] = await findingsAtHand(desk, act, [findingId], ask);
    if (!row) throw new Refusal('not-found', { thing: 'finding', id: findingId });
    await requireHearing(act, row.campaignId);
    // The terms do not matter: an explained finding has an explanation already.
    if (!isCharged(row, { asOf: '', explanationsLift: false })) {
      throw new Refusal('finding-not-charged', { id: findingId });
    }
    const claimedBy = requirePerson(desk.actor);
    const { siteId } = row;
    const given = { findingId, siteId, statement, proof, claimedBy, at: act.at };
    const id = await insertExplanation(act.tx, given);
    if (id === null) throw new Refusal('explanation-there', { id: findingId });
    const after = { findingId, state: 'claimed' };
    await act.note({ act: 'explanation.claim', thing: 'explanation', thingId: id, after });
    return id;
  });
}
