import { createControlHosts } from '#crawl/control-hosts.ts';
import { createCourier } from '#crawl/courier.ts';
import type { Net } from '#crawl/net.ts';
import { type OutageWatch, watchForOutages } from '#crawl/own-outage.ts';
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

function openOutageWatch({ settings }: RunFolder, net: Net, watch: Watch): OutageWatch | null {
  const controls = createControlHosts(net, settings.controls ?? [], watch.now);
  return controls && watchForOutages(controls);
}

function awayNote(awayMs: number): string {
  const seconds = Math.max(1, Math.round(awayMs / 1000));
  return `Network: our own was away for ${seconds} s; what failed meanwhile does not count`;
}

/** Opens the crew that `watch` asks for. The caller closes it. */
export function openCrew(folder: RunFolder, watch: Watch): Crew {
  const net = openNet(folder);
  const lane = openLane(folder);
  const outages = openOutageWatch(folder, net, watch);
  const { quietHours = [] } = folder.settings;
  const courier = createCourier(net, watch.now, lane, { quietHours, outages });
  const count = Math.min(watch.threads ?? 0, folder.settings.sites.length);
  if (count > 0) saveMemory(folder.settings.limits);
  const workers = count > 0 ? openThreads(folder, watch, courier, count) : null;
  const run = workers ?? openRun(folder, watch, courier);
  return {
    inspect: (site) => ('inspect' in run ? run.inspect(site) : inspectSite(site, run)),
    // Without a browser what only it could read stays unmeasured: said once.
    notes: () => [
      ...(lane?.absence ? [`Browser: ${lane.absence}`] : []),
      ...(outages && outages.awayMs > 0 ? [awayNote(outages.awayMs)] : []),
    ],
    async close() {
      await workers?.close();
      await lane?.close();
      await net.close();
    },
  };
}
