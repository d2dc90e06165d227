import { personId } from '#domain/person.ts';
import { circularAtHand, refuseStale } from './circular-at-hand.ts';
import { refuseOpenLastLooks } from './last-look.ts';
import { type Desk, move, perform, requireAnother } from './desk.ts';

/** The leader signs, with a fresh second factor, what others wrote and handed in. */
export async function signCircular(desk: Desk, id: number): Promise<void> {
  await perform(desk, async (act) => {
    const at = await circularAtHand(desk, act, id, 'circular.sign');
    const { circular, campaign } = at;
    for (const person of [...circular.written_by, circular.submitted_by]) {
      requireAnother(desk.actor, person);
    }
    await refuseOpenLastLooks(act.tx, campaign.id);
    await refuseStale(act.tx, at);
    const changes = { signed_by: personId(desk.actor), signed_at: act.at };
    await move(act, 'circular', id, { from: circular.state, to: 'signed' }, { changes });
    if (circular.number > 1) return;
    await move(act, 'campaign', campaign.id, { from: campaign.state, to: 'signed' });
  });
}
