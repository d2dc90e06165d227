import { appealAtHand } from './appeal-at-hand.ts';
import { type Desk, move, perform } from './desk.ts';

/** The unit takes its appeal back before it is decided. */
export async function withdrawAppeal(desk: Desk, id: number): Promise<void> {
  await perform(desk, async (act) => {
    const { appeal } = await appealAtHand(desk, act, id, 'appeal.file');
    await move(act, 'appeal', id, { from: appeal.state, to: 'withdrawn' });
  });
}
