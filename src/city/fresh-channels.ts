import { addDays, type CivilDate } from '#base/civil-date.ts';
import { minusPeriod, type Period } from '#base/period.ts';
import type { ChannelKind } from '#domain/channel.ts';
import type { ChannelPlan } from './city-plan.ts';
import type { Rng } from './rng.ts';
import type { SiteBrief } from './site-brief.ts';

/** The clocks of the 2015 census by kind of channel, as the city knows them (own table). */
export const cityClocks: Partial<Record<ChannelKind, Period>> = {
  news: 'P14D',
  notices: 'P6M',
  'policy-documents': 'P6M',
  interpretation: 'P6M',
  personnel: 'P1Y',
  plans: 'P1Y',
  statistics: 'P1Y',
};

interface Habit {
  least: number;
  /** The same in a thin city. */
  thin: number;
  weight: number;
  spacingDays: number;
  /** The newest entry is from 0 to this many days old. */
  newestDays: number;
}

const habits: Partial<Record<ChannelKind, Habit>> = {
  news: { least: 18, thin: 14, weight: 6, spacingDays: 1.1, newestDays: 3 },
  notices: { least: 7, thin: 3, weight: 4, spacingDays: 3.2, newestDays: 25 },
  'policy-documents': { least: 4, thin: 2, weight: 3, spacingDays: 11, newestDays: 120 },
  interpretation: { least: 3, thin: 3, weight: 2, spacingDays: 13, newestDays: 140 },
  personnel: { least: 2, thin: 2, weight: 1, spacingDays: 31, newestDays: 300 },
  plans: { least: 2, thin: 3, weight: 1, spacingDays: 45, newestDays: 300 },
  statistics: { least: 3, thin: 2, weight: 1, spacingDays: 30, newestDays: 280 },
};
const otherHabit: Habit = { least: 2, thin: 2, weight: 1, spacingDays: 40, newestDays: 250 };

/** Entries are spread over at most this many days, however many there are. */
const HISTORY_DAYS = 3300;

/** Gives every list as many entries as its share of the site's pages asks, all of them fresh. */
export function fillLists(
  channels: ChannelPlan[],
  { pages, isThin = false }: Pick<SiteBrief, 'pages' | 'isThin'>,
  asOf: CivilDate,
  rng: Rng,
): void {
  const lists = channels.filter(({ role }) => role === 'list');
  const habitOf = ({ kind }: ChannelPlan) => habits[kind] ?? otherHabit;
  const base = lists.reduce((sum, list) => sum + habitOf(list).least, 0);
  const weights = lists.reduce((sum, list) => sum + habitOf(list).weight, 0);
  const spare = isThin ? 0 : Math.max(0, pages - channels.length - base - 30) * (15 / 16);
  for (const list of lists) {
    const habit = habitOf(list);
    list.count = isThin ? habit.thin : habit.least + Math.floor((spare * habit.weight) / weights);
    list.perPage = rng.pick([12, 15, 20]);
    list.newest = addDays(asOf, -rng.int(0, habit.newestDays));
    list.spacingDays = Math.min(habit.spacingDays, HISTORY_DAYS / list.count);
  }
}

/** Puts the newest entry on the boundary day itself, which is still fresh. */
export function putOnBoundary(channel: ChannelPlan, asOf: CivilDate): void {
  const clock = cityClocks[channel.kind];
  if (clock) channel.newest = minusPeriod(asOf, clock);
}

/** Lets a channel's newest entry lie `daysLate` days before its boundary. */
export function makeStale(channel: ChannelPlan, asOf: CivilDate, daysLate: number): void {
  channel.newest = addDays(minusPeriod(asOf, cityClocks[channel.kind] ?? 'P1Y'), -daysLate);
}
