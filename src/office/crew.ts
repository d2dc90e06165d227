import type { Net } from '#crawl/net.ts';
import type { SiteResult } from '#domain/result.ts';
import type { Site } from '#domain/site.ts';
import type { RunFolder } from '#store/run-folder.ts';
import { inspectSite } from './inspect-site.ts';
import { openNet, openRun } from './run.ts';
import { openThreads } from './site-threads.ts';
import type { Watch } from './watch.ts';

/** Those who inspect the sites of a run: the calling thread, or several beside it. */
export interface Crew {
  /** Null when the run is interrupted; all that was done is kept. */
  inspect(site: Site): Promise<SiteResult | null>;
  close(): Promise<void>;
}

/** Opens the crew that `watch` asks for. The caller closes it. */
export function openCrew(folder: RunFolder, watch: Watch): Crew {
  const net = openNet(folder);
  const count = Math.min(watch.threads ?? 0, folder.settings.sites.length);
  const crew = count > 0 ? openThreads(folder, watch, net, count) : aloneWith(folder, watch, net);
  return {
    inspect: (site) => crew.inspect(site),
    async close() {
      await crew.close();
      await net.close();
    },
  };
}

function aloneWith(folder: RunFolder, watch: Watch, net: Net): Crew {
  const run = openRun(folder, watch, net);
  return { inspect: (site) => inspectSite(site, run), close: async () => {} };
}
