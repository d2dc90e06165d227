import type { ChannelFreshness } from '#domain/channel-freshness.ts';
import type { Observation } from '#domain/observation.ts';
import { channelRows, newestRow } from './channel-rows.ts';
import type { SiteLedger } from './site-ledger.ts';
import { viewSite } from './site-view.ts';

/**
 * The newest entry of every channel that is a list, as the last look saw it: what freshness is
 * judged by, told of fresh channels too. Why there is none: blank, undated, not read.
 */
export function channelFreshness(saved: Observation | SiteLedger): ChannelFreshness[] {
  const view = viewSite(saved).at(-1);
  if (view === undefined) return [];
  return view.channels.flatMap((site): ChannelFreshness[] => {
    const held = channelRows(view, site);
    if (!held.isList) return [];
    const { date, entry, hasDates, unread } = newestRow(view, held.rows);
    const { url } = site.channel;
    if (date !== null) return [{ url, newestOn: date, title: entry?.title ?? null, why: null }];
    const isUnread = (held.unread ?? unread) !== null;
    const why = held.isBlank ? 'blank' : isUnread || hasDates ? 'unread' : 'undated';
    return [{ url, newestOn: null, title: null, why }];
  });
}
