import { chinaDate } from '#base/civil-date.ts';
import { createControlHosts } from '#crawl/control-hosts.ts';
import { createNet } from '#crawl/net.ts';
import { plannedVisits } from '#crawl/plan-probes.ts';
import { probeHomepage } from '#crawl/probe-homepage.ts';
import type { Probe, ProbeTally } from '#domain/availability.ts';
import type { Seen } from '#domain/signal.ts';
import { countsAsMaintenance, judgeProbe } from '#inspect/judge-series.ts';
import { termsFor } from '#score/terms-for.ts';
import {
  insertProbe,
  listMaintenance,
  noteLook,
  tallyProbes,
  type WatchRow,
} from '#store/monitoring.ts';
import type { SiteRow } from '#store/site-at.ts';
import { type Desk, perform } from './desk.ts';
import type { MonitoringTerms } from './monitoring-terms.ts';
import { noteSignals, type SignalChange } from './note-signals.ts';
import { loadLexicon } from './run-instruments.ts';
import { userAgentOf } from './user-agent.ts';
import { tellOfSignals } from './tell-of-signals.ts';
import type { Watch } from './watch.ts';

const DAY_MS = 86_400_000;

/**
 * Visits the homepage of a site once by the official method, keeps the visit and says how the
 * last days stand. Null when the watch was stopped before an answer came.
 */
export async function monitorAvailability(
  desk: Desk,
  site: SiteRow,
  due: WatchRow,
  { terms, watch }: { terms: MonitoringTerms; watch: Watch },
): Promise<SignalChange[] | null> {
  const { timeoutMs } = termsFor(terms.rubric, site.site.kind).availability;
  const probe = await visit(site, due, { terms, watch, timeoutMs });
  if (probe === null) return null;
  const windows = (await listMaintenance(desk.db, site.id)).filter(countsAsMaintenance);
  const result = judgeProbe(probe, windows, timeoutMs);
  await insertProbe(desk.db, site.id, probe, result);
  const at = desk.now();
  const dueAt = nextVisit(site.site.key, due.everyMs, at);
  const isMeasured = result !== 'ours';
  await noteLook(desk.db, { siteId: site.id, kind: 'availability', dueAt }, { at, isMeasured });
  return await noteAvailability(desk, site, terms);
}

/** Holds the visits of the last days against the lines, and tells what changed by it. */
export async function noteAvailability(
  desk: Desk,
  site: SiteRow,
  terms: Pick<MonitoringTerms, 'plan' | 'rubric'>,
): Promise<SignalChange[]> {
  const sinceMs = Date.parse(desk.now()) - terms.plan.availabilityDays * DAY_MS;
  const since = new Date(sinceMs).toISOString();
  const seen = judgeTally(await tallyProbes(desk.db, site.id, since), site, terms);
  return await perform(desk, async (act) => {
    const changes = await noteSignals(act, site.id, [seen]);
    await tellOfSignals(act, site, changes, terms.rubric);
    return changes;
  });
}

async function visit(
  { site }: SiteRow,
  due: WatchRow,
  { terms, watch, timeoutMs }: { terms: MonitoringTerms; watch: Watch; timeoutMs: number },
): Promise<Probe | null> {
  const { allowNet, contact } = terms;
  const net = createNet({ allowNet, userAgent: userAgentOf(contact) });
  try {
    const { now, wait, signal } = watch;
    const controls = createControlHosts(net, terms.controls, now);
    const context = { net, lexicon: loadLexicon(), controls, timeoutMs, now, wait, signal };
    const probed = await probeHomepage(site.homepage, context);
    return probed && { id: `p-${due.dueAt}`, due: due.dueAt, ...probed, isLost: false };
  } finally {
    await net.close();
  }
}

/** Visits are spaced over the day and jittered, as the rule asks: one in each part of it. */
function nextVisit(siteKey: string, everyMs: number, after: string): string {
  const startsAt = `${chinaDate(after)}T00:00:00.000Z`;
  const visitsPerDay = Math.max(1, Math.round(DAY_MS / everyMs));
  const plan = { startsAt, days: 2, visitsPerDay, seed: 'standing' };
  const planned = [-1, 0, 1].flatMap((day) => plannedVisits(plan, siteKey, day));
  const next = planned.find((at) => at > after);
  return next ?? new Date(Date.parse(after) + everyMs).toISOString();
}

/**
 * The share of failed visits against the rubric's veto line and the line of warning. A sample
 * smaller than the rubric's is warned of, never called a breach.
 */
function judgeTally(
  tally: ProbeTally,
  { site }: SiteRow,
  terms: Pick<MonitoringTerms, 'plan' | 'rubric'>,
): Seen {
  const { minimumVisits, maximumShare } = termsFor(terms.rubric, site.kind).availability;
  const { failed, opened, blocked } = tally;
  const visits = failed + opened + blocked;
  const share = visits === 0 ? 0 : failed / visits;
  const measure = { ...tally, visits, share, minimumVisits };
  if (opened + failed === 0) return { kind: 'availability', state: 'unmeasured', measure };
  const isSampled = opened + failed >= minimumVisits;
  const state =
    share >= maximumShare && isSampled
      ? 'breach'
      : share >= terms.plan.watchShare && failed > 1
        ? 'watch'
        : 'fine';
  return { kind: 'availability', state, measure };
}
