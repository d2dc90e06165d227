import { assert, present } from '#base/assert.ts';
import type { Instant } from '#base/civil-date.ts';
import { graceMs, VisitPlanner } from '#crawl/plan-probes.ts';
import { type ProbeContext, probeHomepage, type Probed } from '#crawl/probe-homepage.ts';
import type { Probe } from '#domain/availability.ts';
import { countsAsMaintenance, judgeProbe } from '#inspect/judge-series.ts';
import type { SeriesFile } from '#store/series-file.ts';
import { mapAtMost } from './map-at-most.ts';
import type { ProbeWatch } from './probe-watch.ts';

/** A probe that is on. */
export interface Probing {
  series: readonly SeriesFile[];
  watch: ProbeWatch;
  context: ProbeContext;
  /** Called before visits are made. */
  beforeVisits(): void;
  /** Called when so many days of the plan have passed. */
  afterDay(days: number): void;
}

const SITES_AT_ONCE = 64;
/** A machine that slept finds out at most so much later. */
const MAX_WAIT_MS = 300_000;
const DAY_MS = 86_400_000;

/** Visits each site whenever it is due. False when interrupted before the last visit. */
export async function keepProbing(probing: Probing): Promise<boolean> {
  const { series, watch } = probing;
  const sites = series.map((file): ProbedSite => {
    const { plan, site, probes } = file.series;
    return { file, planner: new VisitPlanner(plan, site.key, probes) };
  });
  let day = 0;
  for (;;) {
    if (watch.signal.aborted) return false;
    const next = earliest(sites);
    if (next === null) return true;
    if (next > watch.now()) {
      await watch.wait(Math.min(Date.parse(next) - Date.parse(watch.now()), MAX_WAIT_MS));
      continue;
    }
    const today = dayOf(probing, next);
    if (today > day) probing.afterDay(today);
    day = today;
    probing.beforeVisits();
    const now = watch.now();
    const ready = sites.filter(({ planner }) => planner.next !== null && planner.next <= now);
    await mapAtMost(SITES_AT_ONCE, ready, (site) => visit(site, probing));
  }
}

interface ProbedSite {
  file: SeriesFile;
  planner: VisitPlanner;
}

function earliest(sites: readonly ProbedSite[]): Instant | null {
  let found: Instant | null = null;
  for (const { planner } of sites) {
    if (planner.next !== null && (found === null || planner.next < found)) found = planner.next;
  }
  return found;
}

/** Makes one visit and keeps it; one whose time is long past was missed, and that is kept. */
async function visit({ file, planner }: ProbedSite, probing: Probing): Promise<void> {
  const { series } = file;
  const due = present(planner.next, 'a visit that is due');
  const { watch, context } = probing;
  const now = watch.now();
  const isMissed = Date.parse(now) - Date.parse(due) > graceMs(series.plan);
  const probed = isMissed
    ? missed(series.site.homepage, now)
    : await probeHomepage(series.site.homepage, context);
  if (probed === null) return;
  const id = `p${String(series.probes.length + 1).padStart(6, '0')}`;
  const probe: Probe = { id, due, ...probed, isLost: false };
  const windows = series.maintenance.filter(countsAsMaintenance);
  const result = judgeProbe(probe, windows, series.timeoutMs);
  probe.isLost = result === 'ours' || result === 'maintenance';
  file.keepProbe(probe);
  planner.note(probe);
  const { outcome } = probe;
  const word = outcome.kind === 'answered' ? String(outcome.status) : outcome.why;
  watch.report({ kind: 'visit', unit: series.site.unit, at: probe.at, result, outcome: word });
}

function missed(homepage: string, at: Instant): Probed {
  return {
    at,
    tries: 0,
    outcome: { kind: 'failed', why: 'ours', detail: 'the probe was not running', ms: 0 },
    finalUrl: homepage,
    openMs: 0,
    firstByteMs: null,
    isBlocked: false,
    saysMissing: false,
    controls: null,
  };
}

function dayOf({ series }: Probing, at: Instant): number {
  const [first] = series;
  assert(first !== undefined, 'a probe of no site');
  return Math.floor((Date.parse(at) - Date.parse(first.series.plan.startsAt)) / DAY_MS);
}
