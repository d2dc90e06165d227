import type { Desk } from './desk.ts';
import { reviewFindings } from './review-findings.ts';

/** Accepts findings as charged rightly, all or none; of grave kinds this is one of two steps. */
export async function acceptFindings(
  desk: Desk,
  ids: readonly number[],
  reason: string | null = null,
): Promise<void> {
  await reviewFindings(desk, ids, { decision: 'accepted', reason });
}
