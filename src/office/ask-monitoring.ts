import type { CivilDate } from '#base/civil-date.ts';
import { Refusal } from '#base/refusal.ts';
import type { MaintenanceWindow, ProbeTally } from '#domain/availability.ts';
import { may, reachOf } from '#domain/rights.ts';
import { listMaintenance, tallyByDay } from '#store/monitoring.ts';
import { listSignals, type SignalRow } from '#store/signals.ts';
import { findSiteRow, type SiteRow } from '#store/site-at.ts';
import type { SignalState } from '#domain/signal.ts';
import type { Bilingual } from '#domain/rubric.ts';
import type { Desk } from './desk.ts';
import { nameSignal } from './name-signal.ts';
import { type Page, pageById } from './page-of.ts';
import { regionAt } from './register-at.ts';

const DAY_MS = 86_400_000;

/** A site that the actor may look at; refuses every other as not there. */
export async function monitoredSite(desk: Desk, siteId: number): Promise<SiteRow> {
  const site = await findSiteRow(desk.db, siteId);
  if (!site || !may(desk.actor, 'monitoring.read', site.place)) {
    throw new Refusal('not-found', { thing: 'site', id: siteId });
  }
  return site;
}

/** Signals, newest first. */
export async function askSignals(
  desk: Desk,
  {
    region,
    ...filter
  }: {
    site?: number;
    state?: SignalState;
    region?: number;
    isStanding: boolean;
    after?: number;
    limit: number;
  },
): Promise<Page<SignalRow & { line: Bilingual }>> {
  const place =
    region === undefined ? null : await regionAt(desk, desk.db, region, 'register.read');
  const items = await listSignals(desk.db, reachOf(desk.actor, 'monitoring.read'), {
    ...filter,
    ...(place && { regionPath: place.path }),
  });
  const named = items.map((item) => ({ ...item, line: nameSignal(item.kind) }));
  return pageById(named, filter.limit);
}

/** Visits of a site's homepage, day by day, and the maintenance that was reported. */
export async function askAvailability(
  desk: Desk,
  siteId: number,
  days: number,
): Promise<{
  days: { day: CivilDate; tally: ProbeTally }[];
  maintenance: (MaintenanceWindow & { reason: string })[];
}> {
  await monitoredSite(desk, siteId);
  const since = new Date(Date.parse(desk.now()) - days * DAY_MS).toISOString();
  return {
    days: await tallyByDay(desk.db, siteId, since),
    maintenance: await listMaintenance(desk.db, siteId),
  };
}
