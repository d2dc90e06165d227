import { addDays } from '#base/civil-date.ts';
import type { ChannelPlan } from './city-plan.ts';
import { childrenOf } from './site-chrome.ts';
import { entranceLanding } from './site-pages.ts';
import { countSince, entryDate } from './entries.ts';
import { HOMEPAGE_WINDOW_DAYS } from './plan-home.ts';
import type { SiteWorld } from './site-world.ts';

/**
 * Distinct entries of the last two weeks on the homepage, its frame included; behind an entrance
 * on the pages it leads to. Every place shows the newest of a channel, so the longest one counts.
 */
export function homepageUpdates(world: SiteWorld): number {
  const { channels, home } = world.plan;
  const since = addDays(world.asOf, -HOMEPAGE_WINDOW_DAYS);
  const shown = new Map<number, number>();
  const show = (channel: number, fresh: number) =>
    shown.set(channel, Math.max(fresh, shown.get(channel) ?? 0));
  for (const block of [...home.blocks, ...(home.frame ? [home.frame] : [])]) {
    const channel = channels[block.channel];
    if (channel) show(channel.index, Math.min(block.fresh, countSince(channel, since)));
  }
  const landing = home.style === 'entrance' ? entranceLanding(world) : null;
  for (const child of landing ? childrenOf(channels, landing) : []) {
    const rows = Math.min(landing?.landingRows ?? 0, child.count);
    let fresh = 0;
    for (let entry = 0; entry < rows; entry++) {
      const date = entryDate(child, entry, world.asOf);
      if (date >= since && date <= world.asOf && isDatedList(child)) fresh++;
    }
    show(child.index, fresh);
  }
  return [...shown.values()].reduce((sum, fresh) => sum + fresh, 0);
}

function isDatedList({ role, datesOn, delivery }: ChannelPlan): boolean {
  return role === 'list' && datesOn !== 'nowhere' && delivery !== 'script-only';
}
