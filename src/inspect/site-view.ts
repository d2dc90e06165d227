import type { CivilDate } from '#base/civil-date.ts';
import { hostOf, targetKey, type Url } from '#base/url.ts';
import type { AvailabilitySeries } from '#domain/availability.ts';
import type { Observation } from '#domain/observation.ts';
import type { Site } from '#domain/site.ts';
import type { Visit, VisitPurpose } from '#domain/visit.ts';
import { followLead } from './follow-lead.ts';
import { collectTargets, compareText, type HomeAddress, type LinkTarget } from './link-targets.ts';
import { judgeByRandom, randomAnswers } from './missing-answer.ts';
import { type IsOwn, type PageView, viewPage } from './page-view.ts';
import { assembleChannels, type SiteChannel } from './site-channels.ts';
import { indexSightings, type Sightings } from './sightings.ts';

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
  visits: readonly Visit[];
  facts: Observation['facts'];
  /** Addresses that cannot exist, asked to learn what the site says of them. */
  randomUrls: readonly Url[];
  sightings: Sightings;
  /** Pages of the site by address as asked, frames left to the pages that show them. Sorted. */
  pageUrls: readonly Url[];
  targets: readonly LinkTarget[];
  channels: readonly SiteChannel[];
  /** A series of spaced visits of the homepage; null when none was given. */
  availability: AvailabilitySeries | null;
  /** A page as this look sees it; `facts` is null when it could not be read. */
  page(url: Url): PageView;
}

const PAGE_PURPOSES: ReadonlySet<VisitPurpose> = new Set(['page', 'homepage', 'frame']);

/** The views of all looks of an observation, from look 0 on. */
export function viewSite(observation: Observation): SiteView[] {
  const sightings = indexSightings(observation);
  const home = homeAddress(observation.site, sightings);
  const isOwn = ownHosts(observation, sightings);
  const look0 = pageReader(sightings, isOwn, 0);
  const randomUrls = askedAtRandom(observation.visits);
  const randoms = randomAnswers(sightings, randomUrls, 0);
  const isMissing = ({ sighting, url }: PageView) =>
    !home.keys.has(targetKey(url)) &&
    sighting !== null &&
    judgeByRandom(sighting, randoms)?.state === 'dead';
  const pages = crawledPages(observation, look0, isOwn, home).filter((page) => !isMissing(page));
  const targets = collectTargets(pages, home);
  const channels = assembleChannels(pages, home, observation.asOf);
  const pageUrls = pages.map((page) => page.url);
  const { site, asOf, visits, facts } = observation;
  const fixed = { site, asOf, home, isOwn, visits, facts, sightings, pageUrls, targets, channels };
  const availability = observation.availability ?? null;
  return Array.from({ length: sightings.lastLook + 1 }, (_, look) => ({
    ...fixed,
    randomUrls,
    availability,
    look,
    page: look === 0 ? look0 : pageReader(sightings, isOwn, look),
  }));
}

function askedAtRandom(visits: readonly Visit[]): Url[] {
  const asked = visits.filter(({ purpose }) => purpose === 'random-path');
  return [...new Set(asked.map(({ url }) => url))].sort(compareText);
}

function pageReader(sightings: Sightings, isOwn: IsOwn, look: number): (url: Url) => PageView {
  const known = new Map<Url, PageView>();
  return (url) => {
    let page = known.get(url);
    if (page === undefined) {
      page = viewPage(sightings, isOwn, url, look);
      known.set(url, page);
    }
    return page;
  };
}

function homeAddress(site: Site, sightings: Sightings): HomeAddress {
  const keys = new Set([targetKey(site.homepage)]);
  const sighting = sightings.seen(site.homepage, 0);
  if (sighting?.judgement.state === 'opened') keys.add(targetKey(sighting.visit.finalUrl));
  for (const url of followLead(sightings, site.homepage, 0)?.urls ?? []) keys.add(targetKey(url));
  return { url: site.homepage, keys, unit: site.unit };
}

/** Own is a host that was crawled for pages, and where the homepage redirects to. */
function ownHosts(observation: Observation, sightings: Sightings): IsOwn {
  const { homepage } = observation.site;
  const hosts = new Set([hostOf(homepage)]);
  const sighting = sightings.seen(homepage, 0);
  if (sighting) hosts.add(hostOf(sighting.visit.finalUrl));
  if (sighting?.facts?.leadsTo) hosts.add(hostOf(sighting.facts.leadsTo));
  for (const { purpose, url } of observation.visits) {
    if (purpose === 'page') hosts.add(hostOf(url));
  }
  return (url) => hosts.has(hostOf(url));
}

/** The pages of look 0 that were read, sorted by address. */
function crawledPages(
  observation: Observation,
  page: (url: Url) => PageView,
  isOwn: IsOwn,
  home: HomeAddress,
): PageView[] {
  const pages = new Map<string, PageView>();
  for (const { purpose, look, url } of [...observation.visits].sort(byId)) {
    const key = targetKey(url);
    if (look !== 0 || !PAGE_PURPOSES.has(purpose) || pages.has(key)) continue;
    const view = page(url);
    if (view.facts && view.sighting && isOwn(view.sighting.visit.finalUrl)) pages.set(key, view);
  }
  for (const frame of framesOnly(pages.values())) if (!home.keys.has(frame)) pages.delete(frame);
  return [...pages.values()].sort((a, b) => compareText(a.url, b.url));
}

function byId(a: Visit, b: Visit): number {
  return compareText(a.id, b.id);
}

/** Keys of what other pages frame and no page links to: parts of pages, not pages. */
function framesOnly(pages: Iterable<PageView>): Set<string> {
  const shown = [...pages].flatMap(({ facts }) => facts ?? []);
  const frames = new Set(
    shown.flatMap(({ frames: framed, leadsTo }) =>
      [...framed, leadsTo ?? []].flat().map(targetKey),
    ),
  );
  if (frames.size === 0) return frames;
  for (const { links } of shown) {
    for (const { as, url } of links) if (as === 'a' || as === 'area') frames.delete(targetKey(url));
  }
  return frames;
}
