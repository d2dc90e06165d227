import { targetKey } from '#base/url.ts';
import type { ChannelKind } from '#domain/channel.ts';
import type { FindingReason } from '#domain/finding.ts';
import type { PageFacts } from '#domain/page.ts';
import { judgeTarget } from './judge-target.ts';
import type { Judgement } from './judge-visit.ts';
import { allFacts, type PageView } from './page-view.ts';
import type { SiteChannel } from './site-channels.ts';
import { marks } from './site-ledger.ts';
import type { LinkTarget } from './link-targets.ts';
import type { SiteView } from './site-view.ts';

/** The channels of a kind with their pages as one look sees them, the main one first. */
export interface KindPages {
  main: SiteChannel | null;
  pages: PageView[];
  /** Why some of it could not be read; null when all of it was. */
  unread: FindingReason | null;
}

/** Gathers what a site has of one kind of channel. */
export function pagesOfKind(view: SiteView, kind: ChannelKind): KindPages {
  const channels = view.channels.filter(({ channel }) => channel.kind === kind);
  channels.sort(
    (a, b) => a.channel.level - b.channel.level || a.channel.url.length - b.channel.url.length,
  );
  const pages = channels.flatMap((site) => site.pages.map((url) => view.page(url)));
  const expected = channels.flatMap((site) => site.expected.map((url) => view.page(url)));
  const unreadOf = (page: PageView) => page.unread ?? (page.sighting ? null : 'budget');
  const reason = pages.map((page) => unreadOf(page) ?? (page.facts ? null : 'unreachable'));
  const unread = [...reason, ...expected.map(unreadOf)].find((why) => why !== null) ?? null;
  return { main: channels[0] ?? null, pages, unread };
}

/**
 * Whether a site has something of a kind at a look: a channel, or a page that the look found to
 * be one although the crawl could not read it.
 */
export function hasKind(view: SiteView, kind: ChannelKind): boolean {
  if (view.channels.some(({ channel }) => channel.kind === kind)) return true;
  const { ledger } = view;
  for (const target of view.targets) {
    const number = ledger.findById(target.id, view.look);
    if (number < 0 || !ledger.is(number, marks.tellsChannel | marks.hasParts)) continue;
    if (!isFollowedOwn(view, target)) continue;
    if (allFacts(view.page(target.url)).some((facts) => isOfKind(facts, kind))) return true;
  }
  return false;
}

function isOfKind(facts: PageFacts, kind: ChannelKind): boolean {
  if (facts.channel?.kind !== kind || facts.landing) return false;
  return facts.kind !== 'article' && facts.kind !== 'home';
}

/**
 * Why a channel may be there that we did not see: an address of the site that failed by our own
 * doing, or a place of the navigation that refused us. Null when nothing was kept from us.
 */
export function whyMaybeUnseen(view: SiteView): FindingReason | null {
  const home = view.page(view.home.url);
  const crawled = view.sightings.seen(view.home.url, 0)?.judgement;
  if (home.facts === null || crawled?.state !== 'opened') return home.unread ?? 'unreachable';
  const places = navigationKeys(view);
  for (const target of view.targets) {
    const judgement = judgeTarget(view, target);
    if (judgement.state !== 'unmeasured' || !isFollowedOwn(view, target)) continue;
    if (judgement.reason === 'timeout-ours' || places.has(target.key)) return judgement.reason;
  }
  const { ledger } = view;
  for (let number = 0; number < ledger.count; number++) {
    if (ledger.purpose(number) !== 'page') continue;
    const seen = ledger.findById(ledger.keyId(number), view.look);
    if (seen >= 0 && isOwnFailure(ledger.judgement(seen))) return 'timeout-ours';
  }
  return null;
}

function isOwnFailure(judgement: Judgement): boolean {
  return judgement.state === 'unmeasured' && judgement.reason === 'timeout-ours';
}

function isFollowedOwn(view: SiteView, target: LinkTarget): boolean {
  return target.isFollowed && view.isOwn(target.url);
}

function navigationKeys(view: SiteView): Set<string> {
  const { ledger, pages } = view;
  const told = new Set<PageFacts['navigation']>();
  for (let page = 0; page < pages.count; page++) {
    const number = ledger.findById(pages.keyIdOf(page), view.look);
    if (!ledger.isRead(number)) continue;
    const at = ledger.is(number, marks.hasParts) ? 0 : ledger.links.navigationAt(number);
    if (at > 0) told.add(ledger.links.navigation(at));
    else for (const facts of allFacts(view.page(pages.urlOf(page)))) told.add(facts.navigation);
  }
  return new Set([...told].flatMap((places) => places.map(({ url }) => targetKey(url))));
}
