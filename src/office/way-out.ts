import { openRenderingLane, type RenderingLane } from '#crawl/browser-lane.ts';
import { createNet, type Net } from '#crawl/net.ts';
import type { RunFolder } from '#store/run-folder.ts';
import { userAgentOf } from './user-agent.ts';

// Apart from the run, since the threads that inspect sites have no way out of their own and need
// not hold its libraries.

/** The way to the run's sites. The caller closes it. */
export function openNet(folder: RunFolder): Net {
  const { allowNet, contact = null } = folder.settings;
  return createNet({ allowNet, userAgent: userAgentOf(contact) });
}

/** The browser for what a fetch cannot read; null when none is wanted. The caller closes it. */
export function openLane({ settings }: RunFolder): RenderingLane | null {
  const { allowNet, browser, contact = null } = settings;
  return browser === 'auto'
    ? openRenderingLane({ allowNet, userAgent: userAgentOf(contact) })
    : null;
}
