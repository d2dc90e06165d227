import type { Period } from '#base/period.ts';
import type { ChannelKind } from './channel.ts';

/**
 * What a rubric asks, as far as finding faults needs it: clocks, minimums, samples, for one kind
 * of site. Compiled from a rubric; findings made with other terms are other findings.
 */
export interface InspectionTerms {
  homepage: { windowDays: number; minimumUpdates: number };
  /** How fresh a channel of each kind must be; a kind without a clock is never stale for sure. */
  clocks: Partial<Record<ChannelKind, Period>>;
  /** Beyond this a channel without a clock is suspected stale. */
  suspicionClock: Period;
  survey: { window: Period; minimum: number };
  interview: { window: Period; minimum: number };
  letters: { window: Period; answerWithin: Period };
  availability: { minimumVisits: number; timeoutMs: number; maximumShare: number };
  /** A guide is incomplete when it lacks this many elements. */
  guide: { missingElements: number };
}
