import { Refusal } from '#base/refusal.ts';
import { needsTwo } from '#domain/next-review.ts';
import { personId } from '#domain/person.ts';
import type { FindingRow } from '#store/heard-findings.ts';
import { type Desk, move, perform } from './desk.ts';
import { findingsAtHand } from './findings-at-hand.ts';
import { rescoreAll, REVIEW_STATES } from './review-findings.ts';

/**
 * Several findings of one inspection are one matter: they go into the one named, which alone
 * stays charged. Nothing that two persons must look at is merged away.
 */
export async function mergeFindings(
  desk: Desk,
  into: number,
  ids: readonly number[],
  reason: string,
): Promise<void> {
  await perform(desk, async (act) => {
    const ask = { right: 'finding.review', during: REVIEW_STATES } as const;
    const [target, ...sources] = await findingsAtHand(desk, act, [into, ...ids], ask);
    if (!target || sources.length !== new Set(ids).size || sources.length === 0) {
      throw new Refusal('merge-unfit', { id: into, into });
    }
    const isGone = target.review === 'merged' || target.review === 'set-aside';
    if (isGone || target.state !== 'confirmed')
      throw new Refusal('merge-unfit', { id: into, into });
    for (const source of sources) {
      refuseUnfit(source, target);
      const changes = {
        merged_into: target.id,
        review_reason: reason,
        reviewed_by: personId(desk.actor),
        reviewed_at: act.at,
      };
      await move(
        act,
        'review',
        source.id,
        { from: source.review, to: 'merged' },
        { changes, reason },
      );
    }
    await rescoreAll(act, [target]);
  });
}

function refuseUnfit(source: FindingRow, target: FindingRow): void {
  const fits = source.inspectionId === target.inspectionId && source.state === 'confirmed';
  if (!fits || needsTwo(source)) {
    throw new Refusal('merge-unfit', { id: source.id, into: target.id });
  }
}
