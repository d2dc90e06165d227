import { addDays, type CivilDate } from '#base/civil-date.ts';
import type { ChannelPlan } from './city-plan.ts';
import { cityClocks, makeStale, putOnBoundary } from './fresh-channels.ts';
import type { DateForm } from './page-model.ts';
import { findChannel } from './plan-channels.ts';
import { HOMEPAGE_WINDOW_DAYS } from './plan-home.ts';
import type { Rng } from './rng.ts';
import { type FaultBrief, hasDecoy, type SiteBrief } from './site-brief.ts';
import { blankWords } from './wording.ts';

/** Makes channels stale, blank, undated or unreadable as ordered. */
export function plantChannelFaults(
  channels: ChannelPlan[],
  faults: readonly FaultBrief[],
  asOf: CivilDate,
  rng: Rng,
): void {
  for (const fault of faults) {
    if (fault.fault === 'special-historical') {
      for (const channel of channels.filter(({ historical }) => historical)) {
        makeStale(channel, asOf, rng.int(60, 500));
      }
    }
    if (!('channel' in fault)) continue;
    const channel = findChannel(channels, fault.channel);
    if (fault.fault === 'channel-blank') makeBlank(channel, rng);
    if (fault.fault === 'channel-undated') channel.datesOn = 'nowhere';
    if (fault.fault === 'channel-unreadable') channel.delivery = 'script-only';
    if (fault.fault === 'channel-forgotten') makeStale(channel, asOf, rng.int(5, 300));
    if (fault.fault === 'channel-stale') {
      makeStale(channel, asOf, fault.daysLate ?? (rng.chance(0.3) ? 1 : rng.int(2, 90)));
    }
  }
}

function makeBlank(channel: ChannelPlan, rng: Rng): void {
  channel.count = 0;
  channel.future = 0;
  channel.sticky = 0;
  // A blank page column may be silent; a blank list says so, or it could be taken for unreadable.
  channel.blankText = rng.pick(channel.role === 'single' ? blankWords : blankWords.slice(0, 3));
}

const rowForms: readonly DateForm[] = [
  'dashes',
  'slashes',
  'dots',
  'chinese',
  'brackets',
  'month-day',
  'with-time',
  'split',
  'title-attribute',
  'glued',
  'chinese-numerals',
];

/** Gives channels their looks, and the shapes that tempt an inspector into a wrong finding. */
export function plantChannelDecoys(
  channels: ChannelPlan[],
  brief: SiteBrief,
  asOf: CivilDate,
  rng: Rng,
): void {
  const named = new Set(
    brief.faults.flatMap((fault) =>
      'channel' in fault ? [findChannel(channels, fault.channel).index] : [],
    ),
  );
  const usual = rng.pick(rowForms);
  for (const channel of channels) {
    channel.dateForm = rng.chance(0.6) ? usual : rng.pick(rowForms);
    if (channel.role !== 'list') continue;
    plantShape(channel, brief, rng);
    const isFree = !named.has(channel.index) && channel.kind in cityClocks;
    if (
      isFree &&
      hasDecoy(brief, 'boundary-channels') &&
      channel.kind !== 'news' &&
      rng.chance(0.3)
    ) {
      putOnBoundary(channel, asOf);
    }
  }
  plantOnce(channels, brief, named, rng);
  const notices = channels.find(({ kind, role }) => kind === 'notices' && role === 'list');
  if (notices && hasDecoy(brief, 'boundary-homepage') && rng.chance(0.5)) {
    notices.newest = addDays(asOf, -HOMEPAGE_WINDOW_DAYS);
  }
}

function plantShape(channel: ChannelPlan, brief: SiteBrief, rng: Rng): void {
  if (hasDecoy(brief, 'future-entries') && rng.chance(0.2)) {
    channel.future = 1;
    channel.count += 1;
  }
  const isLong = channel.count >= 6;
  if (isLong && hasDecoy(brief, 'sticky-entries') && rng.chance(0.2)) channel.sticky = 2;
  else if (isLong && hasDecoy(brief, 'unsorted-lists') && rng.chance(0.15)) {
    channel.order = rng.pick(['oldest-first', 'shuffled'] as const);
  }
}

function plantOnce(
  channels: readonly ChannelPlan[],
  brief: SiteBrief,
  named: ReadonlySet<number>,
  rng: Rng,
): void {
  const plain = channels.filter(
    ({ index, role, kind }) =>
      role === 'list' && !named.has(index) && (kind === 'interpretation' || kind === 'plans'),
  );
  if (plain.length > 0 && hasDecoy(brief, 'dates-on-articles') && rng.chance(0.5)) {
    rng.pick(plain).datesOn = 'articles';
  }
  const landings = channels.filter(({ role }) => role === 'landing');
  if (landings.length > 0 && hasDecoy(brief, 'empty-landing')) rng.pick(landings).landingRows = 0;
}
