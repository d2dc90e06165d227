import { minusPeriod, type Period } from '#base/period.ts';
import type { Channel } from '#domain/channel.ts';
import type { Finding, FindingReason } from '#domain/finding.ts';
import type { InspectionTerms } from '#domain/terms.ts';
import { type ChannelRows, channelBasis, channelRows } from './channel-rows.ts';
import type { Inspector } from './inspector.ts';
import { pageStem } from './page-stem.ts';
import { newerOf } from './row-tally.ts';
import { interactionKinds, type SiteChannel } from './site-channels.ts';
import type { SiteView } from './site-view.ts';
import { suspect } from './suspect.ts';

/**
 * Channels not updated within their clock. The newest entry is sought on all pages of the main
 * list; the boundary day itself is fresh. Without a clock, or historical, a channel is suspected
 * at most (国办发〔2015〕15号, 栏目不更新; 国办秘函〔2019〕19号).
 */
export const freshness: Inspector = {
  kinds: ['channel-stale'],
  needs: ['channels'],
  run: (view, terms) => view.channels.flatMap((site) => judgeChannel(view, site, terms)),
};

function judgeChannel(view: SiteView, site: SiteChannel, terms: InspectionTerms): Finding[] {
  const { channel } = site;
  const clock = clockOf(channel, terms);
  if (interactionKinds.has(channel.kind) && clock === undefined) return [];
  const held = channelRows(view, site);
  const { rows, letters } = held;
  // Public replies are updated by their letters.
  if (letters.count === 0 && (!held.isList || held.isBlank)) return [];
  const period = clock ?? terms.suspicionClock;
  if (rows.count + letters.count === 0) return unreadable(view, site, held, period);
  const boundary = minusPeriod(view.asOf, period);
  const newest = newerOf(rows.newest(view), letters.newest(view));
  if (newest.date !== null && newest.date >= boundary) return [];
  const isUndated = !newest.hasDates && newest.unread === null && held.unread === null;
  if (isUndated && clock === undefined) return [];
  const reason =
    held.unread ?? newest.unread ?? doubt(newest, channel.historical, clock !== undefined);
  const excerpt = newest.date === null ? null : `${newest.date} ${newest.title}`;
  const shown = excerpt ?? rows.firstTitle ?? letters.firstTitle;
  const measure = { clock: period, newest: newest.date, boundary, undated: isUndated };
  const restsOn = channelBasis(view, held, newest.page, shown);
  const subject = pageStem(channel.url);
  const about = { kind: 'channel-stale', url: channel.url, subject, channel } as const;
  return [suspect(view, { ...about, reason, measure, restsOn })];
}

/** The clock that a person set; else the rubric's for what the channel is. */
function clockOf({ kind, ruling }: Channel, terms: InspectionTerms): Period | undefined {
  if (ruling?.clock === undefined) return terms.clocks[kind];
  return ruling.clock ?? undefined;
}

function doubt(
  newest: { date: string | null; hasDates: boolean },
  historical: boolean,
  hasClock: boolean,
): FindingReason | null {
  if (!newest.hasDates) return 'undated';
  if (historical) return 'historical';
  if (!hasClock) return 'no-clock';
  return newest.date === null ? 'needs-person' : null;
}

/** A list of which no row was read although it does not say that it is blank. */
function unreadable(
  view: SiteView,
  site: SiteChannel,
  held: ChannelRows,
  clock: Period,
): Finding[] {
  const { channel } = site;
  if (interactionKinds.has(channel.kind)) return [];
  const boundary = minusPeriod(view.asOf, clock);
  return [
    suspect(view, {
      kind: 'channel-stale',
      url: channel.url,
      subject: pageStem(channel.url),
      reason: held.unread ?? 'needs-rendering',
      measure: { clock, newest: null, boundary, undated: false },
      restsOn: channelBasis(view, held, null, null),
      channel,
    }),
  ];
}
