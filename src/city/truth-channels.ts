import { minusPeriod } from '#base/period.ts';
import { HOMEPAGE_MINIMUM } from './plan-home.ts';
import type { ChannelPlan, FooterElement } from './city-plan.ts';
import { entryDate } from './entries.ts';
import { cityClocks } from './fresh-channels.ts';
import { yearlyMinimum } from './plan-interaction.ts';
import { homepageUpdates } from './truth-homepage.ts';
import { channelHref, entryHref, type SiteWorld } from './site-world.ts';
import type { TrueFinding } from './truth-model.ts';

function trueFinding(
  kind: TrueFinding['kind'],
  url: string,
  measure: TrueFinding['measure'],
  more: Partial<TrueFinding> = {},
): TrueFinding {
  return {
    kind,
    state: 'confirmed',
    url,
    foundOn: [],
    channel: null,
    measure,
    reason: null,
    ...more,
  };
}

const footerOrder: readonly FooterElement[] = [
  'site-id-code',
  'icp',
  'police',
  'party-government-mark',
  'error-report-entrance',
];

/** What homepage, footer and missing channels come to. */
export function homepageFindings(world: SiteWorld): TrueFinding[] {
  const { plan } = world;
  const home = `${world.origin}/`;
  const findings: TrueFinding[] = [];
  const updates = homepageUpdates(world);
  if (updates < HOMEPAGE_MINIMUM) {
    const kind = updates === 0 ? 'homepage-not-updated' : 'homepage-few-updates';
    findings.push(trueFinding(kind, home, { window: 'P14D', updates, minimum: HOMEPAGE_MINIMUM }));
  }
  const has = (kind: ChannelPlan['kind']) => plan.channels.some((each) => each.kind === kind);
  if (!has('consultation')) findings.push(trueFinding('consultation-missing', home, {}));
  if (!has('survey')) findings.push(trueFinding('survey-missing', home, {}));
  if (!has('service')) findings.push(trueFinding('services-missing', home, {}));
  if (plan.missingFooter.length > 0) {
    const missing = footerOrder.filter((element) => plan.missingFooter.includes(element));
    findings.push(trueFinding('footer-element-missing', home, { missing }));
  }
  return findings;
}

/** What a channel comes to. */
export function channelFindings(world: SiteWorld, channel: ChannelPlan): TrueFinding[] {
  switch (channel.role) {
    case 'landing':
      return [];
    case 'mailbox':
      return channel.kind === 'consultation' ? letterFindings(world, channel) : [];
    case 'survey':
    case 'interview':
      return eventFindings(world, channel, channel.role);
    case 'guides':
      return guideFindings(world, channel);
    case 'single':
      return channel.blankText === null ? [] : [about(world, channel, 'channel-blank', {})];
    case 'list':
      return listFindings(world, channel);
  }
}

function about(
  world: SiteWorld,
  channel: ChannelPlan,
  kind: TrueFinding['kind'],
  measure: TrueFinding['measure'],
  more: Partial<TrueFinding> = {},
): TrueFinding {
  const url = world.origin + channelHref(world, channel);
  return trueFinding(kind, url, measure, { channel: channel.name, ...more });
}

function listFindings(world: SiteWorld, channel: ChannelPlan): TrueFinding[] {
  return [...laterEntries(world, channel), ...freshnessFindings(world, channel)];
}

/** Entries dated after the day of the inspection: advice, and never an update. */
function laterEntries(world: SiteWorld, channel: ChannelPlan): TrueFinding[] {
  const isRead = channel.datesOn === 'rows' && channel.delivery !== 'script-only';
  const later = isRead && channel.blankText === null ? channel.future : 0;
  return Array.from({ length: later }, (_, entry) => {
    const url = world.origin + entryHref(world, channel, entry);
    const measure = { listed: entryDate(channel, entry, world.asOf), asOf: world.asOf };
    const more = { state: 'suspected', reason: 'needs-person' } as const;
    return trueFinding('date-suspicious', url, measure, more);
  });
}

function freshnessFindings(world: SiteWorld, channel: ChannelPlan): TrueFinding[] {
  const clock = cityClocks[channel.kind];
  const kind = 'channel-stale';
  if (channel.delivery === 'script-only') {
    return [about(world, channel, kind, {}, { state: 'unmeasured', reason: 'needs-rendering' })];
  }
  if (channel.blankText !== null) return [about(world, channel, 'channel-blank', {})];
  if (channel.datesOn === 'nowhere') {
    return [
      about(world, channel, kind, { undated: true }, { state: 'suspected', reason: 'undated' }),
    ];
  }
  const boundary = minusPeriod(world.asOf, clock ?? 'P1Y');
  const { newest } = channel;
  if (newest >= boundary) return [];
  if (channel.historical || !clock) {
    const reason = channel.historical ? 'historical' : 'no-clock';
    return [about(world, channel, kind, { newest }, { state: 'suspected', reason })];
  }
  return [about(world, channel, kind, { clock, newest, boundary, undated: false })];
}

function letterFindings(world: SiteWorld, channel: ChannelPlan): TrueFinding[] {
  const yearAgo = minusPeriod(world.asOf, 'P1Y');
  const boundary = minusPeriod(world.asOf, 'P3M');
  const valid = channel.letters.flatMap((letter, entry) =>
    letter.category !== 'complaint' && letter.askedAt >= yearAgo && letter.askedAt <= world.asOf
      ? [{ letter, entry }]
      : [],
  );
  if (valid.length === 0) {
    return [about(world, channel, 'letter-none', { count: 0, window: 'P1Y' })];
  }
  return valid
    .filter(({ letter }) => letter.answeredAt === null && letter.askedAt < boundary)
    .map(({ letter: { askedAt }, entry }) => {
      const url = world.origin + entryHref(world, channel, entry);
      return about(world, channel, 'letter-unanswered', { askedAt, boundary }, { url });
    });
}

function eventFindings(
  world: SiteWorld,
  channel: ChannelPlan,
  role: 'survey' | 'interview',
): TrueFinding[] {
  const since = minusPeriod(world.asOf, 'P1Y');
  const held = channel.events.filter(
    ({ as, date }) => as !== 'result' && date >= since && date <= world.asOf,
  );
  const count = new Set(held.map(({ topic }) => topic)).size;
  const minimum = yearlyMinimum(world.plan.kind);
  if (count >= minimum) return [];
  const kind = `${role}-${count === 0 ? 'none' : 'few'}` as const;
  // Nobody has read a portal's minimum: plans stay below 3 or reach 6, and truth leaves it open.
  const measure: TrueFinding['measure'] = { count, window: 'P1Y' };
  if (world.plan.kind === 'department') measure.minimum = minimum;
  return [about(world, channel, kind, measure)];
}

function guideFindings(world: SiteWorld, channel: ChannelPlan): TrueFinding[] {
  return channel.guides.flatMap(({ missing }, entry) => {
    if (missing.length === 0) return [];
    const url = world.origin + entryHref(world, channel, entry);
    return [trueFinding('guide-incomplete', url, { count: missing.length })];
  });
}
