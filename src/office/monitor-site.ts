import { Refusal } from '#base/refusal.ts';
import type { WatchRow } from '#store/monitoring.ts';
import { findSiteRow } from '#store/site-at.ts';
import type { Desk } from './desk.ts';
import { monitorAvailability } from './monitor-availability.ts';
import { monitorPages } from './monitor-pages.ts';
import type { MonitoringTerms } from './monitoring-terms.ts';
import type { SignalChange } from './note-signals.ts';
import type { Watch } from './watch.ts';

/** Makes one look that is due. Gives the signals that changed; null when stopped before its end. */
export async function monitorSite(
  desk: Desk,
  due: WatchRow,
  way: { terms: MonitoringTerms; watch: Watch },
): Promise<SignalChange[] | null> {
  const site = await findSiteRow(desk.db, due.siteId);
  if (!site) throw new Refusal('not-found', { thing: 'site', id: due.siteId });
  return due.kind === 'availability'
    ? await monitorAvailability(desk, site, due, way)
    : await monitorPages(desk, site, due, way);
}
