import type { CivilDate } from '#base/civil-date.ts';

/** What a unit says of one finding of an order. */
export type OrderAnswer =
  | { answer: 'mended' }
  | { answer: 'cannot'; plan: string; promisedOn: CivilDate };

/** What looking again came to, finding by finding. Unmeasured is neither mended nor failed. */
export type RecheckOutcome = 'passed' | 'failed' | 'unmeasured';

export interface OrderItemStanding {
  answer: 'open' | 'mended' | 'cannot';
  recheck: 'none' | RecheckOutcome;
}

/** Where an order goes after its findings were looked at again. */
export interface OrderVerdict {
  to: 'passed' | 'received';
  /** Whether the count of failed rechecks goes up. */
  hasFailed: boolean;
}

/**
 * Passed when every finding was seen to be gone. Else it goes back to the unit: as a failure when
 * something said to be mended is still there; without one when the rest is a plan with a date, or
 * could not be measured. Nothing closes on words alone.
 */
export function judgeOrder(items: readonly OrderItemStanding[]): OrderVerdict {
  const hasFailed = items.some((item) => item.answer === 'mended' && item.recheck === 'failed');
  const isPassed = items.every((item) => item.recheck === 'passed');
  return { to: isPassed ? 'passed' : 'received', hasFailed };
}
