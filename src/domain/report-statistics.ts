import type { Fault, Truth } from './error-report.ts';
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

export interface ReportFact extends MatterFact {
  siteId: number | null;
  /** Its name in the register; null where the register knows no such site. */
  site: string | null;
  fault: Fault;
  truth: Truth | null;
}

/** received = answered + inProgress + refused; how many were true is counted apart. */
export interface ReportCounts extends CommonCounts {
  inProgress: number;
  /** Found to be true, in whole or in part (属实). */
  true: number;
  untrue: number;
}

export interface ReportStatistics extends ReportCounts {
  period: CountedPeriod;
  bySite: (ReportCounts & { siteId: number | null; site: string | null })[];
  byUnit: OfUnit<ReportCounts>[];
  byFault: { fault: Fault; received: number; true: number }[];
  ranking: OfUnit<ReportCounts>[];
  good: OfUnit<ReportCounts>[];
  lateUnits: OfUnit<ReportCounts>[];
}

/** Every figure of error reports in a period, from the facts alone. */
export function reportStatistics(
  facts: readonly ReportFact[],
  period: CountedPeriod,
): ReportStatistics {
  const units = byUnit(facts, reportCounts);
  const sites = [...Map.groupBy(facts, ({ siteId }) => siteId)];
  const faults = [...Map.groupBy(facts, ({ fault }) => fault)];
  return {
    period,
    ...reportCounts(facts),
    bySite: sites
      .map(([siteId, own]) => ({ siteId, site: own[0]?.site ?? null, ...reportCounts(own) }))
      .sort((a, b) => b.received - a.received || (a.siteId ?? 0) - (b.siteId ?? 0)),
    byUnit: units,
    byFault: faults.map(([fault, own]) => {
      const { received, true: isTrue } = reportCounts(own);
      return { fault, received, true: isTrue };
    }),
    ranking: rankUnits(units),
    good: goodUnits(units),
    lateUnits: lateUnits(units),
  };
}

function reportCounts(facts: readonly ReportFact[]): ReportCounts {
  const common = commonCounts(facts);
  return {
    ...common,
    inProgress: common.received - common.answered - common.refused,
    true: countOf(facts, ({ truth }) => truth === 'true' || truth === 'partly'),
    untrue: countOf(facts, ({ truth }) => truth === 'untrue'),
  };
}
