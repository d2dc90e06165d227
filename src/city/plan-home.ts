import { assert, present } from '#base/assert.ts';
import { addDays, type CivilDate } from '#base/civil-date.ts';
import type { ChannelPlan, HomeBlock, HomePlan } from './city-plan.ts';
import { countSince } from './entries.ts';
import type { Rng } from './rng.ts';
import { hasDecoy, type SiteBrief } from './site-brief.ts';

export const HOMEPAGE_WINDOW_DAYS = 14;
export const HOMEPAGE_MINIMUM = 10;

/** What the homepage shows: exactly as many updates as the brief orders, ten or more by default. */
export function planHome(
  channels: readonly ChannelPlan[],
  brief: SiteBrief,
  asOf: CivilDate,
  rng: Rng,
): HomePlan {
  const blocks: HomeBlock[] = homeChannels(channels).map(({ index }) => ({
    channel: index,
    fresh: 0,
    rows: rng.int(7, 9),
    dateForm: rng.pick(['dashes', 'brackets', 'month-day', 'slashes'] as const),
  }));
  const since = addDays(asOf, -HOMEPAGE_WINDOW_DAYS);
  const most = blocks.map(({ channel }) =>
    countSince(present(channels[channel], 'a block'), since),
  );
  const available = most.reduce((sum, count) => sum + count, 0);
  const ordered = orderedUpdates(brief);
  const spare = hasDecoy(brief, 'boundary-homepage') ? 0 : rng.int(0, 4);
  const usual = Math.max(HOMEPAGE_MINIMUM, Math.min(available, HOMEPAGE_MINIMUM + spare));
  allocate(blocks, most, ordered ?? usual);
  const last = blocks[blocks.length - 1];
  if (last && hasDecoy(brief, 'dates-on-articles') && rng.chance(0.4)) last.dateForm = 'none';
  const frame = brief.hasHomeFrame ? (blocks.shift() ?? null) : null;
  const first = blocks[0];
  if (first && hasDecoy(brief, 'duplicate-block')) blocks.push({ ...first, dateForm: 'dots' });
  return { style: brief.homepage ?? 'home', blocks, frame };
}

/** Channels whose rows the homepage shows: ordinary dated lists of news, notices and documents. */
export function homeChannels(channels: readonly ChannelPlan[]): ChannelPlan[] {
  const ordinary = channels.filter(
    (channel) =>
      channel.role === 'list' &&
      channel.blankText === null &&
      channel.datesOn === 'rows' &&
      channel.delivery !== 'script-only',
  );
  const ofKind = (kind: ChannelPlan['kind'], most: number) =>
    ordinary.filter((channel) => channel.kind === kind).slice(0, most);
  return [...ofKind('news', 3), ...ofKind('notices', 2), ...ofKind('policy-documents', 1)];
}

function orderedUpdates(brief: SiteBrief): number | null {
  for (const fault of brief.faults) {
    if (fault.fault === 'homepage-not-updated') return 0;
    if (fault.fault === 'homepage-few-updates') return fault.updates;
  }
  return null;
}

/** Deals the updates out to the blocks in turn, none more than its channel has. */
function allocate(blocks: readonly HomeBlock[], most: readonly number[], target: number): void {
  let left = target;
  for (let moved = true; left > 0 && moved; ) {
    moved = false;
    for (const [at, block] of blocks.entries()) {
      if (left === 0 || block.fresh >= (most[at] ?? 0)) continue;
      block.fresh++;
      left--;
      moved = true;
    }
  }
  assert(left === 0, `a homepage cannot show ${target} updates: ${left} are missing`);
}
