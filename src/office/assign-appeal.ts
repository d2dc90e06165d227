import { Refusal } from '#base/refusal.ts';
import { may } from '#domain/rights.ts';
import { postsOf } from '#store/appeals.ts';
import { appealAtHand } from './appeal-at-hand.ts';
import { type Desk, move, perform } from './desk.ts';

/** Gives an appeal to a reviewer; never to one who reviewed the finding, first or second. */
export async function assignAppeal(desk: Desk, id: number, personId: number): Promise<void> {
  await perform(desk, async (act) => {
    const { appeal, row } = await appealAtHand(desk, act, id, 'appeal.assign');
    if (personId === row.reviewedBy || personId === row.secondedBy) {
      throw new Refusal('appeal-involved', { person: personId });
    }
    const posts = await postsOf(act.tx, personId);
    const person = { kind: 'person', id: personId, name: '', posts, secondFactorAt: null } as const;
    if (!may(person, 'appeal.decide', row.place)) {
      throw new Refusal('appeal-unfit', { person: personId });
    }
    const changes = { assigned_to: personId };
    await move(act, 'appeal', id, { from: appeal.state, to: 'assigned' }, { changes });
    const after = { assignedTo: personId };
    await act.note({ act: 'appeal.assign', thing: 'appeal', thingId: id, after });
  });
}
