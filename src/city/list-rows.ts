import { addDays, type CivilDate } from '#base/civil-date.ts';
import type { ChannelPlan, HomeBlock } from './city-plan.ts';
import { countSince, entriesOnPage, entryDate } from './entries.ts';
import type { DateForm, Row, SideList } from './page-model.ts';
import { HOMEPAGE_WINDOW_DAYS } from './plan-home.ts';
import { entryHref, type SiteWorld } from './site-world.ts';
import { entryTitle, eventTitle, letterTitle } from './wording.ts';

/** What an entry is called. */
export function titleOf(channel: ChannelPlan, entry: number): string {
  const event = channel.events[entry];
  if (event && (channel.role === 'survey' || channel.role === 'interview')) {
    return eventTitle(channel.role, event.topic, event.as === 'result');
  }
  const id = channel.firstId + entry;
  const letter = channel.letters[entry];
  if (letter) return letterTitle(id, letter.category === 'complaint');
  return entryTitle(channel.kind, id);
}

/** An entry as a row of a list. */
export function rowOf(
  world: SiteWorld,
  channel: ChannelPlan,
  entry: number,
  form: DateForm,
  sticky = false,
): Row {
  const date = entryDate(channel, entry, world.asOf);
  const isUndated = form === 'none' || channel.datesOn === 'nowhere';
  return {
    title: titleOf(channel, entry),
    href: entryHref(world, channel, entry),
    date: isUndated ? null : date,
    dateForm: isUndated ? 'none' : fitting(form, date, world.asOf),
    sticky,
  };
}

/** Month and day alone name a date only within the last year. */
function fitting(form: DateForm, date: CivilDate, asOf: CivilDate): DateForm {
  if (form !== 'month-day') return form;
  return date > asOf || date < addDays(asOf, -300) ? 'dashes' : form;
}

/** Rows of list page `page`. */
export function rowsOnPage(world: SiteWorld, channel: ChannelPlan, page: number): Row[] {
  const form = channel.datesOn === 'rows' ? channel.dateForm : 'none';
  return entriesOnPage(channel, page).map((entry, at) => {
    const isSticky = page === 1 && at < channel.sticky;
    return rowOf(world, channel, entry, form, isSticky);
  });
}

/** The entries a homepage block shows: those to come, its share of the fresh, then old ones. */
export function entriesInBlock(channel: ChannelPlan, block: HomeBlock, asOf: CivilDate): number[] {
  const fresh = countSince(channel, addDays(asOf, -HOMEPAGE_WINDOW_DAYS));
  const entries = [];
  for (let entry = 0; entry < channel.future + block.fresh; entry++) entries.push(entry);
  for (let entry = channel.future + fresh; entry < channel.count; entry++) {
    if (entries.length >= block.rows) break;
    entries.push(entry);
  }
  return entries;
}

/** The first entries of a channel, by age. */
export function firstRows(world: SiteWorld, channel: ChannelPlan, most: number): Row[] {
  if (channel.delivery === 'script-only') return [];
  const form = channel.datesOn === 'rows' ? channel.dateForm : 'none';
  const count = Math.min(most, channel.count);
  return Array.from({ length: count }, (_, entry) => rowOf(world, channel, entry, form));
}

/** A hot list beside the page's own: fresh dates that are not the channel's. */
export function sideListsFor(world: SiteWorld, channel: ChannelPlan): SideList[] {
  const other = world.plan.home.blocks
    .map((block) => world.plan.channels[block.channel])
    .find((each) => each !== undefined && each.index !== channel.index);
  if (!other || channel.index % 3 === 0) return [];
  return [{ heading: '热点信息', rows: firstRows(world, other, 5) }];
}
