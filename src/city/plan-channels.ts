import type { CivilDate } from '#base/civil-date.ts';
import { assert, present } from '#base/assert.ts';
import type { ChannelPlan } from './city-plan.ts';
import { historicalTopics, outlines } from './channel-outline.ts';
import type { ChannelOutline, SiteBrief } from './site-brief.ts';

/** The channels of a site, parents before children, still without entries. */
export function planChannels(brief: SiteBrief, asOf: CivilDate): ChannelPlan[] {
  const channels: ChannelPlan[] = [];
  const tree = outlineOf(brief);
  const walk = (outline: ChannelOutline, parent: ChannelPlan | null): void => {
    const channel = bareChannel(outline, parent, channels.length, asOf);
    channels.push(channel);
    for (const child of outline.children ?? []) walk(child, channel);
  };
  for (const outline of tree) walk(outline, null);
  return channels;
}

function outlineOf(brief: SiteBrief): ChannelOutline[] {
  const gone = new Set(brief.drop ?? []);
  const missing = brief.faults.map(({ fault }) => fault);
  if (mayLackInterviews(brief)) gone.add('互动交流>互动访谈');
  if (missing.includes('consultation-missing')) gone.add('互动交流>政务咨询');
  if (missing.includes('survey-missing')) gone.add('互动交流>征集调查');
  if (missing.includes('services-missing')) gone.add('办事服务');
  const tree = outlines[brief.outline].flatMap((outline) => adapted(outline, '', brief, gone));
  for (const { under, ...extra } of brief.extra ?? []) {
    const siblings = under === undefined ? tree : tree.find(({ name }) => name === under)?.children;
    present(siblings, `no channel ${under} to put ${extra.name} under`).push(extra);
  }
  if (missing.includes('special-historical')) tree.push(historicalTopics);
  return tree;
}

/** No interview channel costs nothing: a decoy, where no fault of interviews is ordered. */
function mayLackInterviews({ decoys, faults }: SiteBrief): boolean {
  const isAsked = decoys !== 'all' && decoys.includes('no-interview-channel');
  return isAsked && !faults.some(({ fault }) => fault.startsWith('interview-'));
}

function adapted(
  outline: ChannelOutline,
  above: string,
  brief: SiteBrief,
  gone: ReadonlySet<string>,
): ChannelOutline[] {
  const place = above === '' ? outline.name : `${above}>${outline.name}`;
  if (gone.has(place)) return [];
  const name = brief.rename?.[place] ?? brief.rename?.[outline.name] ?? outline.name;
  if (!outline.children) return [{ ...outline, name }];
  const children = outline.children.flatMap((child) => adapted(child, place, brief, gone));
  return [{ ...outline, name, children }];
}

function bareChannel(
  outline: ChannelOutline,
  parent: ChannelPlan | null,
  index: number,
  asOf: CivilDate,
): ChannelPlan {
  return {
    index,
    path: parent ? `${parent.path}/${outline.slug}` : outline.slug,
    name: outline.name,
    kind: outline.kind,
    role: outline.children ? 'landing' : (outline.role ?? 'list'),
    level: parent ? parent.level + 1 : 1,
    parent: parent ? parent.index : null,
    historical: outline.name.includes('历史专题') || (parent?.historical ?? false),
    count: 0,
    perPage: 15,
    newest: asOf,
    spacingDays: 1,
    future: 0,
    order: 'newest-first',
    sticky: 0,
    dateForm: 'dashes',
    datesOn: 'rows',
    delivery: 'html',
    firstId: 0,
    blankText: null,
    landingRows: 5,
    letters: [],
    events: [],
    guides: [],
  };
}

/** The channel a brief names: its name, or the end of its path (`陆溪镇>要闻信息`). */
export function findChannel(channels: readonly ChannelPlan[], named: string): ChannelPlan {
  const matches = channels.filter((channel) => {
    const place = placeOf(channels, channel);
    return place === named || place.endsWith(`>${named}`);
  });
  assert(matches.length === 1, `${matches.length} channels are called ${named}`);
  return present(matches[0], named);
}

/** Names from the first level down, joined by `>`. */
export function placeOf(channels: readonly ChannelPlan[], channel: ChannelPlan): string {
  const parent = channel.parent === null ? undefined : channels[channel.parent];
  return parent ? `${placeOf(channels, parent)}>${channel.name}` : channel.name;
}
