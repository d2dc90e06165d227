import type { CivilDate } from '#base/civil-date.ts';
import { isHomepageUrl, targetKey, type Url } from '#base/url.ts';
import type { Channel, ChannelKind } from '#domain/channel.ts';
import type { PageFacts, PageKind } from '#domain/page.ts';
import { isHistorical } from './is-historical.ts';
import { joinLists } from './join-lists.ts';
import { compareText, type HomeAddress } from './link-targets.ts';
import { ListMembers, type Member } from './list-members.ts';
import { allFacts, entriesOf, type PageView } from './page-view.ts';
import { marks } from './site-ledger.ts';
import { type NavigationPlace, readNavigation } from './site-navigation.ts';
import type { SitePages } from './site-pages.ts';

/** A channel with the pages that show it. */
export interface SiteChannel {
  channel: Channel;
  /** Pages that were read, the first one first, then by address. */
  pages: Url[];
  /** Further addresses that the channel's pages name as pages of the same list. */
  expected: Url[];
}

/** Channels by which a site talks with people; they have findings of their own. */
export const interactionKinds: ReadonlySet<ChannelKind> = new Set<ChannelKind>([
  'consultation',
  'complaint',
  'public-replies',
  'survey',
  'interview',
]);

const HOME_TEXT = /^(?:网站|本站)?(?:首页|主页)$|^home$/i;

/**
 * Assembles the channels of a site from the pages of the crawl. Landing pages, which only lead
 * to their sub-channels, and the homepage are none.
 */
export function assembleChannels(
  pages: SitePages,
  view: (url: Url) => PageView,
  home: HomeAddress,
  asOf: CivilDate,
): SiteChannel[] {
  const navigation = readNavigation(pages, view, home);
  const members: Member[] = [];
  const cast = new ListMembers(pages.ledger.book);
  for (let at = 0; at < pages.count; at++) {
    if (!pages.ledger.is(pages.visitOf(at), marks.mayBeList)) continue;
    const page = view(pages.urlOf(at));
    const finalKey = targetKey(page.sighting?.visit.finalUrl ?? page.url);
    if (home.keys.has(pages.keyOf(at)) || home.keys.has(finalKey)) continue;
    const place = navigation.get(pages.keyOf(at)) ?? navigation.get(finalKey) ?? null;
    if (page.facts && isChannelPage(page, page.facts, place)) {
      members.push(memberOf(page, page.facts, place, cast));
    }
  }
  const groups = joinLists(members, cast).filter(
    (group) => !isParentOnly(group, members, navigation),
  );
  const channels = groups.map((group) => channelOf(group, navigation, asOf));
  return channels.sort((a, b) => compareText(a.channel.url, b.channel.url));
}

/**
 * Whether a list is there only for its sub-channels: other channels, or places of the navigation,
 * stand below it, and all its rows (if any) are theirs. A landing page that does not look like one.
 */
function isParentOnly(
  group: readonly Member[],
  members: readonly Member[],
  navigation: ReadonlyMap<string, NavigationPlace>,
): boolean {
  if (group.some(({ isInteraction }) => isInteraction)) return false;
  const above = group.flatMap(({ path, place }) => [path, place?.path ?? []]);
  const isBelow = (path: readonly string[]) => above.some((head) => startsBelow(path, head));
  const below = members.filter(({ path, place }) => isBelow(path) || isBelow(place?.path ?? []));
  const hasPlaces = [...navigation.values()].some(({ path }) => isBelow(path));
  if (below.length === 0 && !hasPlaces) return false;
  const theirs = new Set<number>();
  for (const { rows } of below) for (const row of rows) theirs.add(row);
  return group.every(({ rows }) => all(rows, (row) => theirs.has(row)));
}

function all<T>(values: Iterable<T>, holds: (value: T) => boolean): boolean {
  for (const value of values) if (!holds(value)) return false;
  return true;
}

function startsBelow(path: readonly string[], head: readonly string[]): boolean {
  return (
    head.length > 0 &&
    path.length > head.length &&
    head.every((name, index) => path[index] === name)
  );
}

function isChannelPage(page: PageView, facts: PageFacts, place: NavigationPlace | null): boolean {
  if (facts.landing) return false;
  switch (facts.kind) {
    case 'list':
    case 'mailbox':
    case 'survey':
    case 'interview':
      return true;
    case 'form':
    case 'other':
      if (facts.channel === null) return false;
      return (
        place !== null ||
        facts.blank === true ||
        facts.needsRendering ||
        page.parts.some((part) => part.facts.entries.length > 0)
      );
    default:
      return false;
  }
}

function memberOf(
  page: PageView,
  facts: PageFacts,
  place: NavigationPlace | null,
  cast: ListMembers,
): Member {
  const kind = kindOf(facts);
  return cast.enter({
    url: page.url,
    finalUrl: page.sighting?.visit.finalUrl ?? page.url,
    name: facts.channel?.name ?? null,
    path: pathOf(facts, place),
    kind,
    isInteraction: interactionKinds.has(kind),
    title: facts.title,
    breadcrumb: facts.breadcrumb,
    place,
    pagerUrls: allFacts(page).flatMap((part) => part.pager.urls),
    rowUrls: entriesOf(page).map(({ url }) => url),
  });
}

const KIND_BY_PAGE: Partial<Record<PageKind, ChannelKind>> = {
  mailbox: 'consultation',
  survey: 'survey',
  interview: 'interview',
};

/** A page that is a mailbox, survey or interview is one, whatever its name says. */
function kindOf(facts: PageFacts): ChannelKind {
  const told = facts.channel?.kind ?? 'other';
  const shown = KIND_BY_PAGE[facts.kind];
  if (shown !== undefined && !interactionKinds.has(told)) return shown;
  return told === 'home' ? 'other' : told;
}

/** From the page's own channel, else its breadcrumb, else the navigation; else its name alone. */
function pathOf(facts: PageFacts, place: NavigationPlace | null): string[] {
  const name = facts.channel?.name ?? place?.text ?? facts.breadcrumb.at(-1)?.text ?? facts.title;
  const crumbs = facts.breadcrumb
    .filter(({ text, url }) => !HOME_TEXT.test(text) && !(url !== null && isHomepageUrl(url)))
    .map(({ text }) => text);
  const told = facts.channel?.path ?? [];
  const known = [told, crumbs, place?.path ?? []].find((path) => path.length > 1);
  return known ? [...known] : [told[0] ?? name];
}

function channelOf(
  group: readonly Member[],
  navigation: ReadonlyMap<string, NavigationPlace>,
  asOf: CivilDate,
): SiteChannel {
  const crumbs = crumbsOf(group);
  const ordered = [...group].sort((a, b) => compareMembers(a, b, crumbs));
  const first = ordered[0] as Member;
  const { place, kind, path } = first;
  const name = first.name ?? place?.text ?? path.at(-1) ?? first.title;
  const rest = ordered.slice(1).sort((a, b) => compareText(a.url, b.url));
  const pages = [first.url, ...rest.map((page) => page.url)];
  const channel: Channel = {
    name,
    path: [...path],
    url: place && targetKey(place.url) === targetKey(first.finalUrl) ? place.url : first.url,
    kind,
    level: place?.level === 1 ? 1 : path.length,
    historical: isHistorical(path, kind, asOf),
  };
  return { channel, pages, expected: expectedPages(group, navigation) };
}

/** Pages the members name as theirs, whether they were read or not. */
function expectedPages(
  group: readonly Member[],
  navigation: ReadonlyMap<string, NavigationPlace>,
): Url[] {
  const known = new Set(group.flatMap((page) => [page.url, page.finalUrl]).map(targetKey));
  const expected = new Map<string, Url>();
  const add = (url: Url) => {
    if (!known.has(targetKey(url))) expected.set(targetKey(url), url);
  };
  for (const { pagerUrls, breadcrumb, name } of group) {
    for (const url of pagerUrls) add(url);
    const own = breadcrumb.findLast((crumb) => crumb.url !== null);
    if (own?.url && own.text === name) add(own.url);
  }
  if (group.every(({ place }) => place === null)) {
    const names = new Set(group.map(({ name }) => name));
    for (const { url, text } of navigation.values()) if (names.has(text)) add(url);
  }
  return [...expected.values()].sort(compareText);
}

/** Which page is the first: by navigation, by breadcrumb, by the shorter address. */
function compareMembers(a: Member, b: Member, crumbs: ReadonlySet<string>): number {
  return (
    (a.place?.level ?? 9) - (b.place?.level ?? 9) ||
    Number(isCrumb(b, crumbs)) - Number(isCrumb(a, crumbs)) ||
    a.url.length - b.url.length ||
    compareText(a.url, b.url)
  );
}

/** Keys of all that the breadcrumbs of a group lead to. */
function crumbsOf(group: readonly Member[]): Set<string> {
  const crumbs = new Set<string>();
  for (const { breadcrumb } of group) {
    for (const { url } of breadcrumb) if (url !== null) crumbs.add(targetKey(url));
  }
  return crumbs;
}

function isCrumb(page: Member, crumbs: ReadonlySet<string>): boolean {
  return crumbs.has(targetKey(page.url)) || crumbs.has(targetKey(page.finalUrl));
}
