import { addDays, type CivilDate, type Instant } from '#base/civil-date.ts';
import { Refusal } from '#base/refusal.ts';
import { endOfDay } from '#domain/deadline.ts';
import type { CountedPeriod } from '#domain/matter-counts.ts';
import type { CountTerms } from '#store/matter-facts.ts';

/** Days that are counted, both included, and as of when. */
export interface PeriodAsked {
  from: CivilDate;
  to: CivilDate;
  /** As of now where it is left out. */
  cutoff?: Instant | undefined;
}

/** A period as its figures carry it, and as they are counted. */
export function countedPeriod(
  { from, to, cutoff }: PeriodAsked,
  now: Instant,
): { period: CountedPeriod; terms: CountTerms } {
  if (from > to) throw new Refusal('period-mistake', { from, to });
  const end = endOfDay(to);
  const asOf = cutoff ?? now;
  return {
    period: { from, to, cutoff: asOf },
    terms: { from: endOfDay(addDays(from, -1)), before: end, cutoff: asOf },
  };
}
