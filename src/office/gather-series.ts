import { readFileSync } from 'node:fs';
import { Refusal } from '#base/refusal.ts';
import type { Site } from '#domain/site.ts';
import { onDisk } from '#store/disk-refusal.ts';
import { openProbeFolder } from '#store/probe-folder.ts';
import { loadSeries } from '#store/series-file.ts';

/**
 * The bytes of the series of these sites in the folder of a probe, by the keys of the sites; a
 * site is the same when its homepage is. Refuses `series-missing` when there is none of any, and
 * what `openProbeFolder` and `loadSeries` refuse.
 */
export function gatherSeries(
  dir: string | null,
  sites: readonly Site[],
): ReadonlyMap<string, Uint8Array> {
  const series = new Map<string, Uint8Array>();
  if (dir === null) return series;
  const folder = openProbeFolder(dir);
  for (const site of sites) {
    const probed = folder.settings.sites.find((one) => one.homepage === site.homepage);
    const path = probed === undefined ? null : folder.seriesPath(probed.key);
    if (path === null || loadSeries(path) === null) continue;
    series.set(
      site.key,
      onDisk(path, () => readFileSync(path)),
    );
  }
  if (series.size === 0) throw new Refusal('series-missing', { dir });
  return series;
}
