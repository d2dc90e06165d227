import { Refusal } from '#base/refusal.ts';
import { isCharged } from '#domain/charged-findings.ts';
import { insertAppeal, listAppealsOf } from '#store/appeals.ts';
import { findCampaign } from '#store/campaigns.ts';
import { type Desk, perform } from './desk.ts';
import { findingsAtHand } from './findings-at-hand.ts';
import { requireHearing } from './hearing-until.ts';
import { requirePerson } from './require-person.ts';

/** The unit appeals against a charged finding, in the hearing or in time after publication. */
export async function fileAppeal(
  desk: Desk,
  findingId: number,
  { grounds, proof }: { grounds: string; proof: string | null },
): Promise<number> {
  return await perform(desk, async (act) => {
    const ask = { right: 'appeal.file', during: ['hearing', 'published'] } as const;
    const [row] = await findingsAtHand(desk, act, [findingId], ask);
    const campaign = row ? await findCampaign(act.tx, row.campaignId) : null;
    if (!row || !campaign) throw new Refusal('not-found', { thing: 'finding', id: findingId });
    await requireHearing(act, row.campaignId);
    const { explanationsLift } = campaign.settings;
    if (!isCharged(row, { asOf: campaign.as_of, explanationsLift })) {
      throw new Refusal('finding-not-charged', { id: findingId });
    }
    const earlier = await listAppealsOf(act.tx, findingId);
    if (earlier.some(({ state }) => state === 'refused')) {
      throw new Refusal('appeal-decided', { id: findingId });
    }
    const filedBy = requirePerson(desk.actor);
    const id = await insertAppeal(act.tx, { findingId, grounds, proof, filedBy, at: act.at });
    if (id === null) throw new Refusal('appeal-there', { id: findingId });
    const after = { findingId, state: 'filed' };
    await act.note({ act: 'appeal.file', thing: 'appeal', thingId: id, after });
    return id;
  });
}
