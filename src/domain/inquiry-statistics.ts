import {
  byUnit,
  type CommonCounts,
  commonCounts,
  type CountedPeriod,
  countOf,
  goodUnits,
  lateUnits,
  type MatterFact,
  type OfUnit,
  rankUnits,
} from './matter-counts.ts';
import { type InquiryKind, inquiryKindNames } from './inquiry.ts';
import type { StateOf } from './moves.ts';

/**
 * How an inquiry counts: answered in public; not ended; ended and not public, whether answered or
 * not taken up. Each is one of the three, so they add up to what was received.
 */
export type Standing = 'handled' | 'in-progress' | 'unpublished';

/** How an inquiry in a state counts; one that was merged counts as it stands itself. */
export function standingOf(state: StateOf<'inquiry'>): Standing {
  if (state === 'published') return 'handled';
  return state === 'withheld' || state === 'refused' ? 'unpublished' : 'in-progress';
}

export interface InquiryFact extends MatterFact {
  kind: InquiryKind;
  standing: Standing;
}

/** received = handled + inProgress + unpublished. */
export interface InquiryCounts extends CommonCounts {
  handled: number;
  inProgress: number;
  unpublished: number;
}

export interface InquiryStatistics extends InquiryCounts {
  period: CountedPeriod;
  byKind: (InquiryCounts & { kind: InquiryKind })[];
  byUnit: OfUnit<InquiryCounts>[];
  ranking: OfUnit<InquiryCounts>[];
  good: OfUnit<InquiryCounts>[];
  lateUnits: OfUnit<InquiryCounts>[];
}

/** Every figure of inquiries in a period, from the facts alone. */
export function inquiryStatistics(
  facts: readonly InquiryFact[],
  period: CountedPeriod,
): InquiryStatistics {
  const units = byUnit(facts, inquiryCounts);
  return {
    period,
    ...inquiryCounts(facts),
    byKind: inquiryKindNames.map((kind) => ({
      kind,
      ...inquiryCounts(facts.filter((fact) => fact.kind === kind)),
    })),
    byUnit: units,
    ranking: rankUnits(units),
    good: goodUnits(units),
    lateUnits: lateUnits(units),
  };
}

function inquiryCounts(facts: readonly InquiryFact[]): InquiryCounts {
  const standing = (wanted: Standing) => countOf(facts, (fact) => fact.standing === wanted);
  return {
    ...commonCounts(facts),
    handled: standing('handled'),
    inProgress: standing('in-progress'),
    unpublished: standing('unpublished'),
  };
}
