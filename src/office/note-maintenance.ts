import { Refusal } from '#base/refusal.ts';
import type { MaintenanceWindow } from '#domain/availability.ts';
import { readMaintenanceFile } from '#store/maintenance-file.ts';
import type { SeriesFile } from '#store/series-file.ts';
import type { ProbeWatch } from './probe-watch.ts';

/**
 * Adds what was newly reported to the series it concerns. A file that cannot be read just then
 * (somebody is editing it) is told of and does not end a week of visits.
 */
export function noteMaintenance(
  series: readonly SeriesFile[],
  file: string | null,
  watch: ProbeWatch,
): void {
  if (file === null) return;
  try {
    const sites = series.map((one) => one.series.site);
    for (const { siteKey, ...window } of readMaintenanceFile(file, sites)) {
      const mine = series.find((one) => one.series.site.key === siteKey);
      if (mine && !isKnown(window, mine)) mine.keepMaintenance(window, watch.now());
    }
  } catch (error) {
    if (!(error instanceof Refusal) || error.code.startsWith('disk-')) throw error;
    watch.report({ kind: 'maintenance-unread', why: error });
  }
}

function isKnown({ from, to, reportedAt }: MaintenanceWindow, { series }: SeriesFile): boolean {
  return series.maintenance.some(
    (one) => one.from === from && one.to === to && one.reportedAt === reportedAt,
  );
}
