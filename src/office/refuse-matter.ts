import { type RefusalReason, refusalReasons } from '#domain/inquiry.ts';
import { type Desk, perform } from './desk.ts';
import { followInquiry, followReport } from './follow-lead.ts';
import { isInquiry } from './matter-at.ts';
import { type MatterRef, matterAtHand, takeStep } from './matter-ref.ts';

/** The office does not take a matter up (不予受理), for a reason of the list that the writer reads. */
export async function refuseMatter(
  desk: Desk,
  of: MatterRef,
  { reason, note }: { reason: RefusalReason; note?: string | undefined },
): Promise<void> {
  await perform(desk, async (act) => {
    const row = await matterAtHand(desk, act, of, 'matter.triage');
    const text = [refusalReasons[reason].zh, note].filter(Boolean).join('：');
    const changes = { refused_for: reason };
    await takeStep(act, row, { do: 'refuse' }, { what: 'refused', text, isOpen: true, changes });
    if (isInquiry(row)) await followInquiry(act, row.id, 'refuse', { text, changes });
    else await followReport(act, row.id, { text, changes });
  });
}
