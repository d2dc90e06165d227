import type { Seen } from '#domain/signal.ts';
import { insertMissingWatches, listLateWatches } from '#store/monitoring.ts';
import { listSitesWithSignal, standingSignals } from '#store/signals.ts';
import { type Desk, perform } from './desk.ts';
import type { MonitoringTerms } from './monitoring-terms.ts';
import { tellOfSignals } from './tell-of-signals.ts';
import { findSiteRow } from '#store/site-at.ts';
import { noteSignals, type SignalChange } from './note-signals.ts';

const PREFIX = 'on-time:';

/**
 * The monitor watches itself: every online site has its watches, and what was not measured on
 * time is an alarm of its own, which ends when it is measured again.
 */
export async function watchTheMonitor(
  desk: Desk,
  { plan, rubric }: Pick<MonitoringTerms, 'plan' | 'rubric'>,
): Promise<(SignalChange & { siteId: number })[]> {
  await perform(desk, ({ tx, at }) => insertMissingWatches(tx, plan.every, at));
  const late = await listLateWatches(desk.db, desk.now(), plan.lateAfter);
  const bySite = Map.groupBy(late, ({ siteId }) => siteId);
  const sites = new Set([...bySite.keys(), ...(await listSitesWithSignal(desk.db, PREFIX))]);
  const changes: (SignalChange & { siteId: number })[] = [];
  for (const siteId of sites) {
    const lateNow = (bySite.get(siteId) ?? []).map(({ kind, lastOkAt, everyMs }): Seen => {
      const measure = { lastOkAt, everyMs };
      return { kind: `${PREFIX}${kind}`, state: 'unmeasured', measure };
    });
    const standing = await standingSignals(desk.db, siteId);
    const over = standing
      .filter(({ kind }) => kind.startsWith(PREFIX) && !lateNow.some((one) => one.kind === kind))
      .map(({ kind }): Seen => ({ kind, state: 'fine', measure: {} }));
    const site = await findSiteRow(desk.db, siteId);
    const changed = await perform(desk, async (act) => {
      const made = await noteSignals(act, siteId, [...lateNow, ...over]);
      if (site) await tellOfSignals(act, site, made, rubric);
      return made;
    });
    changes.push(...changed.map((change) => ({ ...change, siteId })));
  }
  return changes;
}
