import { circularAtHand } from './circular-at-hand.ts';
import { type Desk, move, perform, requireRight } from './desk.ts';

/** Who drafts or who signs gives a circular back to be written on, before it is published. */
export async function returnCircular(desk: Desk, id: number, reason: string): Promise<void> {
  await perform(desk, async (act) => {
    const { circular, campaign } = await circularAtHand(desk, act, id, 'circular.read');
    const place = { region: campaign.region_path, unit: null };
    requireRight(desk, 'circular.return', place);
    const changes = { submitted_by: null, submitted_at: null, signed_by: null, signed_at: null };
    await move(act, 'circular', id, { from: circular.state, to: 'draft' }, { changes, reason });
    if (campaign.state !== 'signed') return;
    await move(act, 'campaign', campaign.id, { from: 'signed', to: 'drafted' }, { reason });
  });
}
