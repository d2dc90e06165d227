import { type Desk, perform } from './desk.ts';
import { type MatterRef, matterAtHand, takeStep } from './matter-ref.ts';

/** The office takes up what it had refused, by mistake or on second thought. */
export async function takeUpMatter(desk: Desk, of: MatterRef): Promise<void> {
  await perform(desk, async (act) => {
    const row = await matterAtHand(desk, act, of, 'matter.triage');
    const changes = { refused_for: null };
    await takeStep(act, row, { do: 'take-up' }, { what: 'taken-up', isOpen: true, changes });
  });
}
