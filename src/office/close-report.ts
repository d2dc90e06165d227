import { type Truth, truths } from '#domain/error-report.ts';
import { type Desk, perform } from './desk.ts';
import { followReport } from './follow-lead.ts';
import { reportAtHand } from './matter-at.ts';
import { MOST_TEXT, plainText } from './matter-input.ts';
import { takeReportStep } from './step-matter.ts';

/**
 * The office closes an answered report and says whether the fault was there (属实), whatever the
 * unit said. Those merged into it close with it, their writers answered.
 * @param publicText what everybody may read of it; null: nothing but that there was one
 */
export async function closeReport(
  desk: Desk,
  id: number,
  { truth, publicText }: { truth: Truth; publicText: string | null },
): Promise<void> {
  await perform(desk, async (act) => {
    const row = await reportAtHand(desk, act, id, 'matter.review');
    const shown = publicText === null ? null : plainText('公开的内容', publicText, MOST_TEXT);
    const told = { what: 'closed', isOpen: true, data: { truth } } as const;
    const step = { do: 'close', truth } as const;
    await takeReportStep(act, row, step, {
      ...told,
      text: truths[truth].zh,
      changes: { public_text: shown },
    });
    const { answer, answered_at, answered_by } = row;
    await followReport(act, id, { text: answer, changes: { answer, answered_at, answered_by } });
  });
}
