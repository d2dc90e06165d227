import type { Finding } from '#domain/finding.ts';
import { channelBasis, channelRows } from './channel-rows.ts';
import type { Inspector } from './inspector.ts';
import { pageStem } from './page-stem.ts';
import { interactionKinds, type SiteChannel } from './site-channels.ts';
import type { SiteView } from './site-view.ts';
import { suspect } from './suspect.ts';

const EXCERPT_CHARACTERS = 60;

/**
 * Channels that hold nothing (空白栏目): lists without an entry and columns without a word. One
 * that could not be rendered is not blank, and interaction channels have findings of their own.
 */
export const blankChannels: Inspector = {
  kinds: ['channel-blank'],
  needs: ['channels'],
  run: (view) => view.channels.flatMap((site) => judgeChannel(view, site)),
};

function judgeChannel(view: SiteView, site: SiteChannel): Finding[] {
  const { channel } = site;
  if (interactionKinds.has(channel.kind)) return [];
  const held = channelRows(view, site);
  if (!held.isBlank) return [];
  const facts = held.first === null ? null : view.page(held.first).facts;
  const words = facts?.text.trim().slice(0, EXCERPT_CHARACTERS) ?? '';
  return [
    suspect(view, {
      kind: 'channel-blank',
      url: channel.url,
      subject: pageStem(channel.url),
      reason: held.unread,
      measure: {},
      restsOn: channelBasis(view, held, null, words || null),
      channel,
    }),
  ];
}
