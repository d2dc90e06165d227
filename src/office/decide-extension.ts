import { Refusal } from '#base/refusal.ts';
import { type Desk, perform } from './desk.ts';
import { inquiryAtHand } from './matter-at.ts';
import { plainText } from './matter-input.ts';
import { takeInquiryStep } from './step-matter.ts';
import { tellOfInquiry } from './tell-of-matter.ts';

/** The office grants more time or does not. Granted, the clock is the longer one from its start. */
export async function decideExtension(
  desk: Desk,
  id: number,
  { isGranted, reason }: { isGranted: boolean; reason: string },
): Promise<void> {
  const text = plainText('审批意见', reason, 2000);
  await perform(desk, async (act) => {
    const row = await inquiryAtHand(desk, act, id, 'matter.extend');
    const asked = row.extension_ask as { amount: number; reason: string } | null;
    if (asked === null) throw new Refusal('extension-not-asked');
    const { amount } = asked;
    const extension = { amount, reason: asked.reason, approver: desk.actor.name };
    const step = isGranted
      ? ({ do: 'grant-extension', extension } as const)
      : ({ do: 'refuse-extension' } as const);
    const what = isGranted ? 'extension-granted' : 'extension-refused';
    const changes = { extension_ask: null };
    const told = { what, text, isOpen: isGranted, changes, data: { amount } } as const;
    await takeInquiryStep(act, row, step, told);
    if (row.life.unit === null) return;
    const args = { decision: isGranted ? '同意' : '不同意' };
    const unit = { id, unitId: row.life.unit, version: row.version };
    await tellOfInquiry(act, unit, 'extension-decided', args);
  });
}
