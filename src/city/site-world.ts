import { assert, present } from '#base/assert.ts';
import type { CivilDate } from '#base/civil-date.ts';
import type { ChannelPlan, EntryPlace, LinkPlan, SitePlan, TargetPlan } from './city-plan.ts';
import { entryDate, listPages } from './entries.ts';
import type { TemplateFamily } from './page-model.ts';

/** Where the city's hosts answer: each site, the world outside, and where nobody is. */
export interface CityOrigins {
  /** By site key: `http://127.0.1.1:8080`, without a slash at the end. */
  sites: Readonly<Record<string, string>>;
  outside: string;
  dead: string;
}

/** A site with what is needed to answer for any of its addresses; as small as its plan. */
export interface SiteWorld {
  plan: SitePlan;
  asOf: CivilDate;
  family: TemplateFamily;
  origins: CityOrigins;
  origin: string;
  /** First list page, or only page, of each channel. */
  channelAt: ReadonlyMap<string, ChannelPlan>;
  /** Address of the rows of each channel that has them elsewhere. */
  dataAt: ReadonlyMap<string, ChannelPlan>;
  targetAt: ReadonlyMap<string, TargetPlan>;
  linksAt: ReadonlyMap<string, readonly LinkPlan[]>;
  homeLinks: readonly LinkPlan[];
}

/** Where the homepage proper stands behind an entrance. */
export const MAIN_PATH = '/main.html';
/** The page inside the homepage's iframe. */
export const FRAME_PATH = '/news_frame.html';

/** Makes the tables of a site. */
export function buildWorld(
  plan: SitePlan,
  asOf: CivilDate,
  family: TemplateFamily,
  origins: CityOrigins,
): SiteWorld {
  const linksAt = new Map<string, LinkPlan[]>();
  for (const link of plan.links) {
    if (link.place) push(linksAt, placeKey(link.place), link);
  }
  const targetAt = new Map<string, TargetPlan>();
  for (const target of plan.targets) {
    if (target.entry) targetAt.set(placeKey(target.entry), target);
    else if (target.host === 'own') targetAt.set(present(target.path, 'a path'), target);
  }
  const world = {
    plan,
    asOf,
    family,
    origins,
    origin: present(origins.sites[plan.key], `no origin for ${plan.key}`),
    channelAt: new Map<string, ChannelPlan>(),
    dataAt: new Map<string, ChannelPlan>(),
    targetAt,
    linksAt,
    homeLinks: plan.links.filter(({ place }) => place === null),
  };
  for (const channel of plan.channels) {
    const path = channelHref(world, channel);
    assert(!world.channelAt.has(path), `two channels of ${plan.key} stand at ${path}`);
    world.channelAt.set(path, channel);
    world.dataAt.set(family.address.data(channel.path), channel);
  }
  return world;
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** A name for a place, distinct from every path. */
export function placeKey(place: EntryPlace): string {
  return `${place.channel}:${place.entry}`;
}

/** The first page of a channel. */
export function channelHref(world: Pick<SiteWorld, 'family'>, channel: ChannelPlan): string {
  return world.family.address.list(channel.path, 1);
}

/** The page of an entry (article, letter, survey, guide). */
export function entryHref(
  world: Pick<SiteWorld, 'family' | 'asOf'>,
  channel: ChannelPlan,
  entry: number,
): string {
  const date = channel.datesOn === 'nowhere' ? null : entryDate(channel, entry, world.asOf);
  return world.family.address.article(channel.path, channel.firstId + entry, date);
}

/** Where a target stands, absolute. */
export function targetUrl(world: SiteWorld, target: TargetPlan): string {
  if (target.entry) {
    const channel = present(world.plan.channels[target.entry.channel], 'a channel');
    return world.origin + entryHref(world, channel, target.entry.entry);
  }
  const origin = { own: world.origin, outside: world.origins.outside, dead: world.origins.dead };
  return origin[target.host] + present(target.path, 'a path');
}

/** What stands at an address of a site. */
export type Found =
  | { at: 'home' | 'main' | 'frame' }
  | { at: 'channel'; channel: ChannelPlan; page: number }
  | { at: 'data'; channel: ChannelPlan; page: number }
  | { at: 'entry'; channel: ChannelPlan; entry: number }
  | { at: 'target'; target: TargetPlan }
  | { at: 'file'; path: string }
  | { at: 'nothing' };

/** Finds what an address (path with query) names, from the address alone. */
export function findPath(world: SiteWorld, asked: string): Found {
  const path = asked.replace(/;jsessionid=[^/?#]*/i, '');
  const target = world.targetAt.get(path) ?? world.targetAt.get(path.replace(/\?.*$/, ''));
  if (target) return { at: 'target', target };
  if (path === '/' || path === '/index.html') return { at: 'home' };
  if (path === MAIN_PATH && world.plan.home.style === 'entrance') return { at: 'main' };
  if (path === FRAME_PATH && world.plan.home.frame) return { at: 'frame' };
  const channel = world.channelAt.get(path);
  if (channel) return { at: 'channel', channel, page: 1 };
  const numbers = numbersIn(path);
  return (
    findEntry(world, path, numbers) ??
    findListPage(world, path, numbers) ??
    findData(world, path) ??
    (isFile(path) ? { at: 'file', path } : { at: 'nothing' })
  );
}

/** Addresses of entries and list pages hold their numbers as digits, whatever the family. */
function numbersIn(path: string): number[] {
  const decimal = (path.match(/\d+/g) ?? []).map(Number).reverse();
  const hexadecimal = (path.match(/[0-9a-f]{8}/g) ?? []).map((digits) =>
    Number.parseInt(digits, 16),
  );
  return [...new Set([...decimal, ...hexadecimal])].filter(Number.isSafeInteger);
}

function findEntry(world: SiteWorld, path: string, numbers: readonly number[]): Found | null {
  for (const id of numbers) {
    const channel = channelOfId(world.plan.channels, id);
    if (!channel) continue;
    const entry = id - channel.firstId;
    if (entryHref(world, channel, entry) !== path) continue;
    const target = world.targetAt.get(placeKey({ channel: channel.index, entry }));
    return target ? { at: 'target', target } : { at: 'entry', channel, entry };
  }
  return null;
}

function channelOfId(channels: readonly ChannelPlan[], id: number): ChannelPlan | null {
  let low = 0;
  let high = channels.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((channels[middle]?.firstId ?? 0) <= id) low = middle;
    else high = middle - 1;
  }
  const channel = channels[low];
  return channel && id >= channel.firstId && id < channel.firstId + channel.count ? channel : null;
}

function findListPage(world: SiteWorld, path: string, numbers: readonly number[]): Found | null {
  const pages = new Set(numbers.flatMap((number) => [number, number + 1, number - 1]));
  for (const channel of world.plan.channels) {
    const most = listPages(channel);
    if (most < 2) continue;
    for (const page of pages) {
      if (page < 2 || page > most) continue;
      if (world.family.address.list(channel.path, page) === path) {
        return { at: 'channel', channel, page };
      }
    }
  }
  return null;
}

/** The rows of list page n stand at the family's data address with `page=n`. */
export function dataHref(
  world: Pick<SiteWorld, 'family'>,
  channel: ChannelPlan,
  page: number,
): string {
  const first = world.family.address.data(channel.path);
  if (page === 1) return first;
  if (/[?&]page=1$/.test(first)) return first.replace(/1$/, String(page));
  return `${first}${first.includes('?') ? '&' : '?'}page=${page}`;
}

function findData(world: SiteWorld, path: string): Found | null {
  const page = Number(/[?&]page=(\d+)$/.exec(path)?.[1] ?? 1);
  const withoutPage = path.replace(/[?&]page=\d+$/, '');
  const firstPage = path.replace(/([?&]page=)\d+$/, '$11');
  const channel = world.dataAt.get(firstPage) ?? world.dataAt.get(withoutPage);
  if (!channel || page < 1 || page > listPages(channel)) return null;
  return dataHref(world, channel, page) === path ? { at: 'data', channel, page } : null;
}

function isFile(path: string): boolean {
  return /^\/(?:files\/\d+\.(?:pdf|doc|xls)|images\/[a-z0-9]+\.(?:png|jpg|gif))$/.test(path);
}
