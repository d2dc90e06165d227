import { createCourier } from '#crawl/courier.ts';
import type { SiteResult } from '#domain/result.ts';
import type { Site } from '#domain/site.ts';
import type { RunFolder } from '#store/run-folder.ts';
import { inspectSite } from './inspect-site.ts';
import { openLane, openNet, openRun } from './run.ts';
import { saveMemory } from './save-memory.ts';
import { openThreads } from './site-threads.ts';
import type { Watch } from './watch.ts';

/** Those who inspect the sites of a run: the calling thread, or several beside it. */
export interface Crew {
  /** Null when the run is interrupted; all that was done is kept. */
  inspect(site: Site): Promise<SiteResult | null>;
  /** What they had to do without, for the end of the run. */
  notes(): string[];
  close(): Promise<void>;
}

/** Opens the crew that `watch` asks for. The caller closes it. */
export function openCrew(folder: RunFolder, watch: Watch): Crew {
  const net = openNet(folder);
  const lane = openLane(folder);
  const courier = createCourier(net, watch.now, lane);
  const count = Math.min(watch.threads ?? 0, folder.settings.sites.length);
  if (count > 0) saveMemory(folder.settings.limits);
  const workers = count > 0 ? openThreads(folder, watch, courier, count) : null;
  const run = workers ?? openRun(folder, watch, courier);
  return {
    inspect: (site) => ('inspect' in run ? run.inspect(site) : inspectSite(site, run)),
    // Without a browser what only it could read stays unmeasured: said once.
    notes: () => (lane?.absence ? [`Browser: ${lane.absence}`] : []),
    async close() {
      await workers?.close();
      await lane?.close();
      await net.close();
    },
  };
}
