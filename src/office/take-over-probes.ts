import type { Probe } from '#domain/availability.ts';
import { countsAsMaintenance, judgeProbe } from '#inspect/judge-series.ts';
import { termsFor } from '#score/terms-for.ts';
import { insertProbes, listMaintenance } from '#store/monitoring.ts';
import { monitoredSite } from './ask-monitoring.ts';
import { type Desk, perform, requireRight } from './desk.ts';
import type { MonitoringTerms } from './monitoring-terms.ts';

/**
 * Takes visits of a site's homepage over that another instrument made: each is judged as our own
 * are, one for a due time that is known changes nothing, and the ledger says that they came from
 * elsewhere. Gives their number.
 */
export async function takeOverProbes(
  desk: Desk,
  siteId: number,
  { probes, source }: { probes: readonly Probe[]; source: string },
  { rubric }: Pick<MonitoringTerms, 'rubric'>,
): Promise<number> {
  const { site, place } = await monitoredSite(desk, siteId);
  requireRight(desk, 'monitoring.lead', place);
  const { timeoutMs } = termsFor(rubric, site.kind).availability;
  const windows = (await listMaintenance(desk.db, siteId)).filter(countsAsMaintenance);
  const judged = probes.map((probe) => ({ probe, result: judgeProbe(probe, windows, timeoutMs) }));
  return await perform(desk, async (act) => {
    const count = await insertProbes(act.tx, siteId, judged);
    const after = { probes: count, source };
    await act.note({ act: 'monitoring.take-over', thing: 'site', thingId: siteId, after });
    return count;
  });
}
