import { createControlHosts } from '#crawl/control-hosts.ts';
import { createCourier } from '#crawl/courier.ts';
import type { Net } from '#crawl/net.ts';
import { type OutageWatch, watchForOutages } from '#crawl/own-outage.ts';
import type { Site } from '#domain/site.ts';
import type { RunFolder } from '#store/run-folder.ts';
import { inspectSite } from './inspect-site.ts';
import type { JudgedSite } from './judge-site.ts';
import { openRun } from './run.ts';
import { saveMemory } from './save-memory.ts';
import { aidOf } from './site-threads.ts';
import type { Watch } from './watch.ts';
import { Workshop } from './workshop.ts';

/** Those who inspect the sites of a run: the calling thread, or several beside it. */
export interface Crew {
  /** Null when the run is interrupted; all that was done is kept. */
  inspect(site: Site): Promise<JudgedSite | null>;
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

/** Opens the crew that `watch` asks for, in its workshop or one of its own. The caller closes it. */
export function openCrew(folder: RunFolder, watch: Watch): Crew {
  const count = Math.min(watch.threads ?? 0, folder.settings.sites.length);
  const shop = watch.workshop ?? new Workshop(count);
  const { threads } = shop;
  const { net, lane, release } = shop.lend(folder);
  const outages = openOutageWatch(folder, net, watch);
  const { quietHours = [] } = folder.settings;
  const courier = createCourier(net, watch.now, lane, { quietHours, outages });
  if (threads !== null) saveMemory(folder.settings.limits);
  const run = threads === null ? openRun(folder, watch, courier) : null;
  const threaded = { folder, courier, watch, aid: aidOf(folder) };
  return {
    inspect: async (site) =>
      run === null ? ((await threads?.inspect(site, threaded)) ?? null) : inspectSite(site, run),
    // Without a browser what only it could read stays unmeasured: said once.
    notes: () => [
      ...(lane?.absence ? [`Browser: ${lane.absence}`] : []),
      ...(outages && outages.awayMs > 0 ? [awayNote(outages.awayMs)] : []),
    ],
    async close() {
      release();
      if (shop !== watch.workshop) await shop.close();
    },
  };
}
