import type { Instant } from '#base/civil-date.ts';
import { Refusal } from '#base/refusal.ts';
import { may } from '#domain/rights.ts';
import { personId } from '#domain/person.ts';
import { insertMaintenance } from '#store/monitoring.ts';
import { monitoredSite } from './ask-monitoring.ts';
import { type Desk, perform } from './desk.ts';

/** Longer than this is no maintenance but a site taken off the net. Ours. */
const MOST_MS = 14 * 86_400_000;

/** Work on a site that its unit, or the office for it, reports (报备). */
export interface MaintenanceReport {
  from: Instant;
  to: Instant;
  reason: string;
}

/**
 * Reports maintenance. It excuses visits only when it is reported before it begins; a later
 * report is kept and excuses nothing.
 */
export async function reportMaintenance(
  desk: Desk,
  siteId: number,
  report: MaintenanceReport,
): Promise<number> {
  const { place } = await monitoredSite(desk, siteId);
  const { actor } = desk;
  if (!may(actor, 'maintenance.report', place)) {
    throw new Refusal('right-missing', { right: 'maintenance.report' });
  }
  const lengthMs = Date.parse(report.to) - Date.parse(report.from);
  if (lengthMs <= 0 || lengthMs > MOST_MS) throw new Refusal('maintenance-length');
  return await perform(desk, async (act) => {
    const window = { ...report, siteId, reportedBy: personId(actor), reportedAt: act.at };
    const id = await insertMaintenance(act.tx, window);
    await act.note({ act: 'maintenance.report', thing: 'maintenance', thingId: id, after: window });
    return id;
  });
}
