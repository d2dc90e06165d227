import { addDays, type CivilDate, daysBetween } from '#base/civil-date.ts';
import type { ChannelPlan } from './city-plan.ts';

/**
 * The date of entry `entry` of a channel, by arithmetic: the first `future` lie after the plan's
 * day, the next is the newest that counts, and so on back in time.
 */
export function entryDate(channel: ChannelPlan, entry: number, asOf: CivilDate): CivilDate {
  const event = channel.events[entry];
  if (event) return event.date;
  const letter = channel.letters[entry];
  if (letter) return letter.askedAt;
  if (entry < channel.future) return addDays(asOf, 3 + 4 * (channel.future - entry));
  const back = Math.floor((entry - channel.future) * channel.spacingDays);
  return addDays(channel.newest, -back);
}

/** How many entries are dated from `since` to the plan's day; they follow the future ones. */
export function countSince(channel: ChannelPlan, since: CivilDate): number {
  const days = daysBetween(since, channel.newest);
  const dated = channel.count - channel.future;
  if (days < 0 || dated <= 0) return 0;
  // floor(k × spacing) ≤ days holds exactly for k × spacing < days + 1
  return Math.min(dated, Math.ceil((days + 1) / channel.spacingDays));
}

/** Which entry stands at a place (from 0) of the whole list, sticky ones first. */
export function entryAtPosition(channel: ChannelPlan, position: number): number {
  const { count, sticky } = channel;
  if (position < sticky) return count - sticky + position;
  const place = position - sticky;
  const moving = count - sticky;
  if (channel.order === 'oldest-first') return moving - 1 - place;
  if (channel.order === 'shuffled') return (place * strideFor(moving) + 3) % moving;
  return place;
}

/** A number near 0.38 of `count` without a common factor with it: it walks every place once. */
function strideFor(count: number): number {
  let stride = Math.max(1, Math.floor(count * 0.38));
  while (commonFactor(stride, count) !== 1) stride++;
  return stride;
}

function commonFactor(a: number, b: number): number {
  return b === 0 ? a : commonFactor(b, a % b);
}

/** Pages of a channel's list; a blank or empty one still has its first. */
export function listPages(channel: ChannelPlan): number {
  return Math.max(1, Math.ceil(channel.count / channel.perPage));
}

/** The entries on list page `page` (from 1), in the order they are shown. */
export function entriesOnPage(channel: ChannelPlan, page: number): number[] {
  const start = (page - 1) * channel.perPage;
  const end = Math.min(start + channel.perPage, channel.count);
  const entries: number[] = [];
  for (let position = start; position < end; position++) {
    entries.push(entryAtPosition(channel, position));
  }
  return entries;
}
