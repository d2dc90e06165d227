import { type Truth, truths } from '#domain/error-report.ts';
import { type Desk, perform } from './desk.ts';
import { reportAtHand } from './matter-at.ts';
import { plainText } from './matter-input.ts';
import { takeReportStep } from './step-matter.ts';

/** The office finds, apart from any answer, whether the fault of a report was there. */
export async function judgeReport(
  desk: Desk,
  id: number,
  { truth, reason }: { truth: Truth; reason: string },
): Promise<void> {
  const said = plainText('理由', reason, 2000);
  await perform(desk, async (act) => {
    const row = await reportAtHand(desk, act, id, 'matter.review');
    const text = `${truths[truth].zh}：${said}`;
    await takeReportStep(act, row, { do: 'set-truth', truth }, { what: 'truth', text });
  });
}
