import { reachOf } from '#domain/rights.ts';
import {
  listMaintenanceWithin,
  listMonitoredDays,
  listSiteDuties,
  type MaintenanceRow,
  type MonitoredDay,
  type SiteDuties,
} from '#store/duties.ts';
import type { Desk } from './desk.ts';
import { type Page, pageById } from './page-of.ts';
import { regionAt } from './register-at.ts';

const DAY_MS = 86_400_000;
/** Visits of so many days are told beside a site's duties: what the law counts by. */
const TALLY_DAYS = 7;

interface Filter {
  region?: number;
  after?: number;
  limit: number;
}

/** What is looked at of each site and when it was, in the order of the register. */
export async function askDuties(
  desk: Desk,
  { region, ...paging }: Filter,
): Promise<Page<SiteDuties & { isLate: boolean }>> {
  const since = ago(desk, TALLY_DAYS);
  const filter = { ...paging, ...(await placeOf(desk, region)), since };
  const rows = await listSiteDuties(desk.db, reachOf(desk.actor, 'monitoring.read'), filter);
  const now = Date.parse(desk.now());
  const isLate = ({ dueAt, everyMs }: { dueAt: string; everyMs: number }) =>
    Date.parse(dueAt) + everyMs < now;
  return pageById(
    rows.map((row) => ({ ...row, isLate: row.duties.some(isLate) })),
    paging.limit,
  );
}

/** Maintenance that was reported, newest first. */
export async function askMaintenance(
  desk: Desk,
  { region, ...paging }: Filter,
): Promise<Page<MaintenanceRow>> {
  const filter = { ...paging, ...(await placeOf(desk, region)) };
  const reach = reachOf(desk.actor, 'monitoring.read');
  return pageById(await listMaintenanceWithin(desk.db, reach, filter), paging.limit);
}

/** Day by day over all sites that may be seen: visits, signals raised and cleared. */
export async function askMonitoredDays(
  desk: Desk,
  { region, days }: { region?: number; days: number },
): Promise<{ days: MonitoredDay[] }> {
  const filter = { ...(await placeOf(desk, region)), since: ago(desk, days) };
  const reach = reachOf(desk.actor, 'monitoring.read');
  return { days: await listMonitoredDays(desk.db, reach, filter) };
}

function ago(desk: Desk, days: number): string {
  return new Date(Date.parse(desk.now()) - days * DAY_MS).toISOString();
}

async function placeOf(desk: Desk, region: number | undefined): Promise<{ regionPath?: string }> {
  if (region === undefined) return {};
  const { path } = await regionAt(desk, desk.db, region, 'register.read');
  return { regionPath: path };
}
