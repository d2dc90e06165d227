import { present } from '#base/assert.ts';
import { type Desk, perform } from './desk.ts';
import { reportAtHand } from './matter-at.ts';
import { plainText } from './matter-input.ts';
import { takeReportStep } from './step-matter.ts';
import { tellOfReport } from './tell-of-matter.ts';

/** The office sends a unit's answer back: it was none, and the clock has gone on. */
export async function sendBackReport(desk: Desk, id: number, reason: string): Promise<void> {
  const text = plainText('退回意见', reason, 2000);
  await perform(desk, async (act) => {
    const row = await reportAtHand(desk, act, id, 'matter.review');
    const changes = { answer: null, answered_at: null, answered_by: null };
    await takeReportStep(act, row, { do: 'send-back' }, { what: 'sent-back', text, changes });
    const unitId = present(row.life.unit, 'an answer is of a unit');
    await tellOfReport(act, { id, unitId, version: row.version }, 'matter-sent-back');
  });
}
