import type { ChannelFreshness } from '#domain/channel-freshness.ts';
import { channelRows } from './channel-rows.ts';
import type { SiteView } from './site-view.ts';

/**
 * The newest entry of every channel that is a list, as one look saw it: what freshness is
 * judged by, told of fresh channels too. Why there is none: blank, undated, not read.
 */
export function channelFreshness(view: SiteView): ChannelFreshness[] {
  return view.channels.flatMap((site): ChannelFreshness[] => {
    const held = channelRows(view, site);
    if (!held.isList) return [];
    const { date, title, hasDates, unread } = held.rows.newest(view);
    const { url } = site.channel;
    if (date !== null) return [{ url, newestOn: date, title, why: null }];
    const isUnread = (held.unread ?? unread) !== null;
    const why = held.isBlank ? 'blank' : isUnread || hasDates ? 'unread' : 'undated';
    return [{ url, newestOn: null, title: null, why }];
  });
}
