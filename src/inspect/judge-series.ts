import type { Instant } from '#base/civil-date.ts';
import type {
  AvailabilitySeries,
  MaintenanceWindow,
  Probe,
  ProbeResult,
  ProbeTally,
} from '#domain/availability.ts';
import { judgeOutcome } from './judge-visit.ts';

const DAY_MS = 86_400_000;

/** A series as its rules read it. */
export interface JudgedSeries {
  /** By visit, in the order of the series. */
  results: ProbeResult[];
  tally: ProbeTally;
  /** Days of the series with a visit that counts. */
  measuredDays: number;
}

/**
 * What each visit of a series counts as (policy of 站点无法访问): in maintenance reported before it
 * began, nothing; not open after `timeoutMs`, failed, unless most control hosts failed around it
 * too: then the fault may be ours, and it counts as nothing.
 */
export function judgeSeries(series: AvailabilitySeries, timeoutMs: number): JudgedSeries {
  const windows = series.maintenance.filter(countsAsMaintenance);
  const results = series.probes.map((probe) => judgeProbe(probe, windows, timeoutMs));
  const tally: ProbeTally = { opened: 0, failed: 0, blocked: 0, ours: 0, maintenance: 0 };
  const startMs = Date.parse(series.plan.startsAt);
  const days = new Set<number>();
  for (const [index, result] of results.entries()) {
    tally[result] += 1;
    const due = series.probes[index]?.due ?? series.plan.startsAt;
    if (isMeasured(result)) days.add(Math.floor((Date.parse(due) - startMs) / DAY_MS));
  }
  return { results, tally, measuredDays: days.size };
}

/** Reported at or before its beginning; a later report excuses nothing. */
export function countsAsMaintenance({ from, reportedAt }: MaintenanceWindow): boolean {
  return reportedAt <= from;
}

/** What one visit counts as; `windows`: maintenance that counts. */
export function judgeProbe(
  probe: Probe,
  windows: readonly MaintenanceWindow[],
  timeoutMs: number,
): ProbeResult {
  if (isWithin(probe.at, windows)) return 'maintenance';
  const judgement = judgeOutcome(probe.outcome, {
    blocked: probe.isBlocked,
    saysMissing: probe.saysMissing,
  });
  if (judgement.state === 'unmeasured') return judgement.reason === 'blocked' ? 'blocked' : 'ours';
  if (judgement.state === 'opened' && probe.openMs <= timeoutMs) return 'opened';
  return isOurNetworkDown(probe) ? 'ours' : 'failed';
}

function isWithin(at: Instant, windows: readonly MaintenanceWindow[]): boolean {
  return windows.some(({ from, to }) => from <= at && at < to);
}

/** A majority of the control hosts must answer before a failure is the site's. */
function isOurNetworkDown({ controls }: Probe): boolean {
  return controls !== null && 2 * controls.answered <= controls.asked;
}

function isMeasured(result: ProbeResult): boolean {
  return result === 'opened' || result === 'failed';
}
