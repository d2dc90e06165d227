import type { Instant } from '#base/civil-date.ts';
import { ENGINE } from '#base/engine.ts';
import { judgeSeries } from '#inspect/judge-series.ts';
import { renderAvailability } from '#publish/render-availability.ts';
import type { ProbeFolder } from '#store/probe-folder.ts';
import type { SeriesFile } from '#store/series-file.ts';

/** Name of the plot in the folder of a probe. */
export const PLOT_FILE = 'availability.html';

/** Writes the plot of all series of a probe. */
export function plotSeries(folder: ProbeFolder, series: readonly SeriesFile[], at: Instant): void {
  const strips = series.map(({ series: one }) => {
    return { series: one, ...judgeSeries(one, one.timeoutMs) };
  });
  folder.write(PLOT_FILE, renderAvailability(strips, { at, engine: ENGINE }));
}
