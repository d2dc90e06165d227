import { personId } from '#domain/person.ts';
import { circularAtHand } from './circular-at-hand.ts';
import { type Desk, move, perform } from './desk.ts';

/** Lays a reconciled circular before the leader. */
export async function submitCircular(desk: Desk, id: number): Promise<void> {
  await perform(desk, async (act) => {
    const { circular } = await circularAtHand(desk, act, id, 'circular.draft');
    const changes = { submitted_by: personId(desk.actor), submitted_at: act.at };
    await move(act, 'circular', id, { from: circular.state, to: 'submitted' }, { changes });
  });
}
