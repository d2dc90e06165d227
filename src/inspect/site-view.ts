import type { CivilDate } from '#base/civil-date.ts';
import { LastFew } from '#base/last-few.ts';
import { hostOf, targetKey, type Url } from '#base/url.ts';
import type { AvailabilitySeries } from '#domain/availability.ts';
import type { Observation } from '#domain/observation.ts';
import type { Site } from '#domain/site.ts';
import { followLead } from './follow-lead.ts';
import { compareText, type HomeAddress, LinkTargets } from './link-targets.ts';
import { judgeByRandom, randomAnswers } from './missing-answer.ts';
import { type IsOwn, type PageView, viewPage } from './page-view.ts';
import { assembleChannels, type SiteChannel } from './site-channels.ts';
import { ruleChannels } from './rule-channels.ts';
import { ledgerOf, type SiteLedger } from './site-ledger.ts';
import { SitePages } from './site-pages.ts';
import { indexSightings, type Sighting, sightingAt, type Sightings } from './sightings.ts';

/**
 * A site as it is seen at one look. What there is (pages, link targets, channels) is fixed by
 * look 0, the crawl; how each of them looks is told by the look's own visit where it has one.
 */
export interface SiteView {
  site: Site;
  asOf: CivilDate;
  look: number;
  home: HomeAddress;
  isOwn: IsOwn;
  ledger: SiteLedger;
  /** What the site says at this look to addresses that cannot exist, where that is no 404. */
  randoms: readonly Sighting[];
  sightings: Sightings;
  /** Pages of the site by address as asked, frames left to the pages that show them. Sorted. */
  pages: SitePages;
  targets: LinkTargets;
  channels: readonly SiteChannel[];
  /** A series of spaced visits of the homepage; null when none was given. */
  availability: AvailabilitySeries | null;
  /** A page as this look sees it; `facts` is null when it could not be read. */
  page(url: Url): PageView;
  /** The pages that this look finds marked (`marks`), in order. */
  pagesMarked(mark: number): Iterable<Url>;
  /**
   * Whether not one foreign name resolved, of two or more: then it is our resolver that cannot
   * see outside (a machine within a government network), and no name is called gone on its word.
   */
  isOutsideDark(): boolean;
}

/** What follows from look 0 alone. */
interface Fixed extends Pick<SiteView, 'home' | 'isOwn' | 'pages' | 'targets' | 'channels'> {
  randomUrls: readonly Url[];
}

/** The views of all looks of what was saved, from look 0 on. */
export function viewSite(saved: Observation | SiteLedger): SiteView[] {
  const ledger = ledgerOf(saved);
  const sightings = indexSightings(ledger);
  const fixed = fixedBy(ledger, sightings);
  const { site, asOf, availability = null } = ledger.saved;
  const isOutsideDark = once(() => isNoNameResolved(ledger, fixed.isOwn));
  return Array.from({ length: ledger.lastLook + 1 }, (_, look) => ({
    ...fixed,
    site,
    asOf,
    ledger,
    sightings,
    availability,
    look,
    randoms: randomAnswers(sightings, fixed.randomUrls, look),
    page: pageReader(sightings, fixed.isOwn, look),
    pagesMarked: (mark) => pagesMarked(fixed.pages, look, mark),
    isOutsideDark,
  }));
}

/** Worked out once, and anew when look 0 has grown. */
function fixedBy(ledger: SiteLedger, sightings: Sightings): Fixed {
  const visits = ledger.visitsOfCrawl;
  if (ledger.memo?.visits === visits) return ledger.memo.value as Fixed;
  ledger.readCut();
  const value = fix(ledger, sightings);
  ledger.memo = { visits, value };
  return value;
}

function fix(ledger: SiteLedger, sightings: Sightings): Fixed {
  const { site, asOf, rulings = [] } = ledger.saved;
  const home = homeAddress(site, sightings);
  const isOwn = ownHosts(ledger, sightings);
  const view = pageReader(sightings, isOwn, 0);
  const asked = [...ledger.visitsFor('random-path')].map(({ visit }) => visit.url);
  const randomUrls = [...new Set(asked)].sort(compareText);
  const randoms = randomAnswers(sightings, randomUrls, 0);
  const pages = new SitePages(ledger, {
    isOwn,
    homeKeys: home.keys,
    view,
    mayBeMissing: randoms.length > 0,
    isMissing: (number, url) =>
      !home.keys.has(targetKey(url)) &&
      judgeByRandom(sightingAt(ledger, number), randoms)?.state === 'dead',
  });
  const targets = new LinkTargets(pages, home);
  const channels = ruleChannels(assembleChannels(pages, view, home, asOf), rulings);
  return { home, isOwn, pages, targets, channels, randomUrls };
}

function once<T>(work: () => T): () => T {
  let done: { value: T } | null = null;
  return () => (done ??= { value: work() }).value;
}

/** Pages kept at hand, each with its facts: so few that the engine still has them among the young. */
const MOST_VIEWS = 4;

function pageReader(sightings: Sightings, isOwn: IsOwn, look: number): (url: Url) => PageView {
  const known = new LastFew<Url, PageView>(MOST_VIEWS);
  return (url) => {
    const found = known.get(url);
    if (found !== undefined) return found;
    const page = viewPage(sightings, isOwn, url, look);
    known.set(url, page);
    return page;
  };
}

function* pagesMarked(pages: SitePages, look: number, mark: number): Generator<Url> {
  const { ledger } = pages;
  for (let page = 0; page < pages.count; page++) {
    const number = ledger.findById(pages.keyIdOf(page), look);
    if (ledger.isRead(number) && ledger.is(number, mark)) yield pages.urlOf(page);
  }
}

function homeAddress(site: Site, sightings: Sightings): HomeAddress {
  const keys = new Set([targetKey(site.homepage)]);
  const sighting = sightings.seen(site.homepage, 0);
  if (sighting?.judgement.state === 'opened') keys.add(targetKey(sighting.visit.finalUrl));
  for (const url of followLead(sightings, site.homepage, 0)?.urls ?? []) keys.add(targetKey(url));
  return { url: site.homepage, keys, unit: site.unit };
}

/** Own is a host that was crawled for pages, and where the homepage redirects to. */
function ownHosts(ledger: SiteLedger, sightings: Sightings): IsOwn {
  const { homepage } = ledger.saved.site;
  const hosts = new Set([hostOf(homepage)]);
  const sighting = sightings.seen(homepage, 0);
  if (sighting) hosts.add(hostOf(sighting.visit.finalUrl));
  if (sighting?.facts?.leadsTo) hosts.add(hostOf(sighting.facts.leadsTo));
  for (let number = 0; number < ledger.count; number++) {
    if (ledger.purpose(number) === 'page')
      hosts.add(hostOf(ledger.book.urlOf(ledger.urlId(number))));
  }
  return (url) => hosts.has(hostOf(url));
}

function isNoNameResolved(ledger: SiteLedger, isOwn: IsOwn): boolean {
  const unresolved = new Set<string>();
  for (let number = 0; number < ledger.count; number++) {
    const url = ledger.book.urlOf(ledger.urlId(number));
    if (isOwn(url)) continue;
    const { hostname } = new URL(url);
    if (/^[\d.]+$|^\[/.test(hostname)) continue;
    const judgement = ledger.judgement(number);
    if (judgement.state !== 'dead' || judgement.outcome !== 'dns') return false;
    unresolved.add(hostname);
  }
  return unresolved.size >= 2;
}
