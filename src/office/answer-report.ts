import type { Truth } from '#domain/error-report.ts';
import { type Desk, perform } from './desk.ts';
import { reportAtHand } from './matter-at.ts';
import { plainText } from './matter-input.ts';
import { takeReportStep } from './step-matter.ts';
import { tellOfficeOf } from './tell-of-matter.ts';

/** The unit answers an error report and says whether the fault was there; the clock is met. */
export async function answerReport(
  desk: Desk,
  id: number,
  { text: answer, truth }: { text: string; truth: Truth },
): Promise<void> {
  const text = plainText('答复内容', answer, 8000);
  await perform(desk, async (act) => {
    const row = await reportAtHand(desk, act, id, 'matter.answer');
    const changes = { answer: text, answered_at: act.at, answered_by: row.unit_id };
    const told = { what: 'answered', text, isOpen: true, changes, data: { truth } } as const;
    await takeReportStep(act, row, { do: 'answer', truth }, told);
    await tellOfficeOf(act, row, { kind: 'matter-answered', args: { unit: row.unit ?? '—' } });
  });
}
