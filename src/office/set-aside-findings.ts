import type { Desk } from './desk.ts';
import { reviewFindings } from './review-findings.ts';

/** Sets findings aside with a reason, all or none: they cost nothing from then on. */
export async function setAsideFindings(
  desk: Desk,
  ids: readonly number[],
  reason: string,
): Promise<void> {
  await reviewFindings(desk, ids, { decision: 'set-aside', reason });
}
