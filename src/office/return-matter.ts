import { plainText } from './matter-input.ts';
import { type Desk, perform } from './desk.ts';
import { type MatterRef, matterAtHand, takeStep } from './matter-ref.ts';
import { tellOfficeOf } from './tell-of-matter.ts';

/**
 * The unit says that a matter is not its own: with a reason, and once. It answers for an inquiry
 * until another unit has taken it on.
 */
export async function returnMatter(desk: Desk, of: MatterRef, reason: string): Promise<void> {
  const text = plainText('退回理由', reason, 2000);
  await perform(desk, async (act) => {
    const row = await matterAtHand(desk, act, of, 'matter.answer');
    const unitId = row.life.unit;
    await takeStep(act, row, { do: 'return' }, { what: 'returned', text, unitId });
    await tellOfficeOf(act, row, { kind: 'matter-returned', args: { unit: row.unit ?? '—' } });
  });
}
