import { type Desk, move, perform } from './desk.ts';
import { findingsAtHand } from './findings-at-hand.ts';
import { rescoreAll, REVIEW_STATES } from './review-findings.ts';

/**
 * Undoes a review: the findings are open again, and what persons had confirmed is suspected again.
 * Who had reviewed stays known, so that nobody decides an appeal against a review of his own.
 */
export async function reopenFindings(
  desk: Desk,
  ids: readonly number[],
  reason: string,
): Promise<void> {
  await perform(desk, async (act) => {
    const ask = { right: 'finding.review', during: REVIEW_STATES } as const;
    const rows = await findingsAtHand(desk, act, ids, ask);
    for (const row of rows) {
      const byPersons = row.state === 'confirmed' && row.finding.state === 'suspected';
      const changes = {
        review_reason: reason,
        proposed: null,
        merged_into: null,
        ...(byPersons ? { state: 'suspected' } : {}),
      };
      await move(act, 'review', row.id, { from: row.review, to: 'open' }, { changes, reason });
    }
    await rescoreAll(act, rows);
  });
}
