import { targetKey } from '#base/url.ts';
import type { ChannelRuling } from '#domain/channel.ts';
import type { SiteChannel } from './site-channels.ts';

/**
 * Discovered channels as persons said that they are: kind and whether closed (历史专题) are theirs
 * to say, and stand with the channel, so that a finding can name who said so. What hangs under a
 * channel that a person called closed is closed with it, unless something was said of it itself.
 * A ruling on a channel that is not there any more changes nothing.
 */
export function ruleChannels(
  found: readonly SiteChannel[],
  rulings: readonly ChannelRuling[],
): readonly SiteChannel[] {
  if (rulings.length === 0) return found;
  const byKey = new Map(rulings.map((ruling) => [targetKey(ruling.url), ruling]));
  const ruled = found.map((site) => {
    const ruling = byKey.get(targetKey(site.channel.url));
    return ruling === undefined ? site : withRuling(site, ruling);
  });
  const closed = ruled.filter(({ channel }) => channel.ruling?.historical === true);
  return ruled.map((site) => {
    if (site.channel.ruling !== undefined) return site;
    const above = closed.find(({ channel }) => isBelow(site.channel.path, channel.path));
    const ruling = above?.channel.ruling;
    if (ruling === undefined || site.channel.historical) return site;
    return { ...site, channel: { ...site.channel, historical: true, ruling: closedWith(ruling) } };
  });
}

function withRuling(site: SiteChannel, ruling: ChannelRuling): SiteChannel {
  const { kind, historical } = ruling;
  return { ...site, channel: { ...site.channel, kind, historical, ruling } };
}

/** Of a sub-channel: that it is closed, not the clock and the owner of the one above. */
function closedWith({ clock: _clock, ...ruling }: ChannelRuling): ChannelRuling {
  return ruling;
}

function isBelow(path: readonly string[], head: readonly string[]): boolean {
  return path.length > head.length && head.every((name, at) => path[at] === name);
}
