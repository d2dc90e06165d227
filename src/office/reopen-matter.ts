import type { Instant } from '#base/civil-date.ts';
import type { Deadline } from '#domain/deadline.ts';
import { inquiryClockId } from '#domain/inquiry-life.ts';
import { deleteHelpers } from '#store/inquiries.ts';
import { deletePublished } from '#store/published-inquiries.ts';
import { type Desk, perform } from './desk.ts';
import { isInquiry, matterByReceiptAtHand } from './matter-at.ts';
import { plainText } from './matter-input.ts';
import { takeInquiryStep, takeReportStep } from './step-matter.ts';
import { officeClock } from './start-deadline.ts';
import { tellOfInquiry, tellOfReport } from './tell-of-matter.ts';

/**
 * The writer is not content and has the matter handled again: once, within ten days, with a new
 * clock. The answer before stays in the history; it is no longer public.
 */
export async function reopenMatter(
  desk: Desk,
  receipt: string,
  { reason }: { reason: string },
): Promise<{ dueAt: Instant; computation: Deadline }> {
  const text = plainText('重新提出的理由', reason, 2000);
  return await perform(desk, async (act) => {
    const row = await matterByReceiptAtHand(act, receipt);
    const told = { what: 'reopened', text, isOpen: true } as const;
    const gone = {
      answer: null,
      answered_at: null,
      answered_by: null,
      satisfaction: null,
      rating_comment: null,
    };
    const of = { id: row.id, unitId: row.life.unit ?? row.life.responsible, version: row.version };
    if (!isInquiry(row)) {
      const clock = officeClock(row.deadline.clock.id);
      const step = { do: 'reopen', clock } as const;
      const { deadline } = await takeReportStep(act, row, step, { ...told, changes: gone });
      if (of.unitId !== null)
        await tellOfReport(act, { ...of, unitId: of.unitId }, 'matter-reopened');
      return { dueAt: deadline.dueAt, computation: deadline };
    }
    const clock = officeClock(inquiryClockId(row.kind, row.complexity));
    const changes = { ...gone, withheld_for: null, extension_ask: null };
    const { deadline } = await takeInquiryStep(
      act,
      row,
      { do: 'reopen', clock },
      { ...told, changes },
    );
    await deleteHelpers(act.tx, row.id);
    await deletePublished(act.tx, row.id);
    if (of.unitId !== null)
      await tellOfInquiry(act, { ...of, unitId: of.unitId }, 'matter-reopened');
    return { dueAt: deadline.dueAt, computation: deadline };
  });
}
