import { shortHash } from '#base/hash.ts';
import { hostOf, resolveUrl, type Url } from '#base/url.ts';
import type { Site } from '#domain/site.ts';
import type { CutTarget } from '#domain/visit.ts';
import type { Candidate } from './candidate.ts';
import { candidatesOf, type Offered, type Visited } from './candidates-of.ts';
import type { CrawlContext, CrawlSummary, Errand, KeptVisit } from './crawl-context.ts';
import { Frontier } from './frontier.ts';
import { createOwnHosts, type OwnHosts } from './own-hosts.ts';
import { gatherUnread, renderPages, type Unread } from './render-pages.ts';
import { NO_ROBOTS, parseRobots, type Robots } from './robots.ts';
import { Echoes } from './traps.ts';
import { mayPass, waitFor } from './second-chance.ts';
import { crawledMs, limitTime } from './time-limit.ts';
import { openRound, type Round, visitErrands } from './visit-errands.ts';

/** The longest Crawl-delay kept; what asks for more asks not to be visited. Milliseconds. */
const MAX_CRAWL_DELAY_MS = 30_000;

/** Before each try of the homepage, on which the whole inspection hangs. */
const HOMEPAGE_WAITS_MS = [0, 500, 2000];
/** Between the last page that stumbled and their second chance, and how many get one. */
const SECOND_CHANCE_MS = 500;
const MAX_STUMBLED = 200;

interface Crawl {
  site: Site;
  context: CrawlContext;
  round: Round;
  own: OwnHosts;
  frontier: Frontier;
  unread: Unread<Visited>;
  offered: Offered;
  robots: Map<string, Robots>;
  foundRobots: boolean;
  /** Cut by others than the frontier: a homepage that robots.txt forbids. */
  cut: CutTarget[];
  echoes: Echoes;
  /** Pages that did not open and may in a moment. */
  stumbled: Candidate[];
  /** When the last of them did, by the clock of `performance`. */
  stumbledAtMs: number;
  /** Taken from the frontier, and not visited yet. */
  begun: Map<Url, Candidate>;
  pages: number;
  targets: number;
  failed: number;
  bytes: number;
}

/**
 * Visits a site: robots.txt, the homepage, an address that does not exist (to know the site's own
 * answer to one), its pages breadth first with their frames, list pages and data endpoints, then
 * whatever else they link to. Each visit is handed to `context.keep`; what was kept before is
 * taken as it is. What the world does wrong stands in the visits: rejects only when `keep` does.
 */
export async function crawlSite(site: Site, context: CrawlContext): Promise<CrawlSummary> {
  const startedAt = performance.now();
  const limit = limitTime(context.signal, context.courier, timeLeft(context));
  const { signal, courier } = limit;
  const crawl = openCrawl(site, { ...context, signal, courier });
  const isDone =
    (await visitRobots(crawl, ownHostsOf(site, context))) &&
    (await visitHomepage(crawl)) &&
    (await visitPages(crawl)) &&
    (await openUnread(crawl)) &&
    (await visitTargets(crawl));
  limit.clear();
  const isTimeUp = !isDone && limit.isUp();
  if (isTimeUp) cutTheRest(crawl);
  return {
    pages: crawl.pages,
    targets: crawl.targets,
    bytes: crawl.bytes,
    ms: Math.round(performance.now() - startedAt),
    cut: { [Symbol.iterator]: () => allCut(crawl) },
    robots: {
      policy: context.robots,
      found: crawl.foundRobots,
      crawlDelayMs: crawl.robots.get(hostOf(site.homepage))?.crawlDelayMs ?? null,
    },
    finished: isDone || isTimeUp,
  };
}

/** What earlier calls left of the time; none when they came to the end of the crawl. */
function timeLeft({ limits: { maxMs }, done }: CrawlContext): number | undefined {
  if (maxMs === undefined) return undefined;
  return done.isCrawled ? 0 : Math.max(0, maxMs - crawledMs(done.visits));
}

function* allCut({ cut, frontier }: Crawl): Generator<CutTarget> {
  yield* cut;
  yield* frontier.cuts();
}

/** Cuts what would have been visited if there were time: begun and not ended, known, waiting. */
function cutTheRest({ begun, frontier }: Crawl): void {
  for (const { url } of begun.values()) frontier.giveBack(url);
  frontier.cutAll();
}

function openCrawl(site: Site, context: CrawlContext): Crawl {
  const own = createOwnHosts(ownHostsOf(site, context));
  const robots = new Map<string, Robots>();
  const mayVisit = (url: Url) =>
    context.robots === 'note' || (robots.get(hostOf(url)) ?? NO_ROBOTS).isAllowed(url);
  const { maxPages, maxDepth, maxTargets } = context.limits;
  return {
    site,
    context,
    round: openRound(context, 0),
    own,
    frontier: new Frontier({ maxPages, maxDepth, maxTargets, mayVisit }, context.book),
    unread: gatherUnread(),
    offered: new WeakMap(),
    robots,
    foundRobots: false,
    cut: [],
    echoes: new Echoes(),
    stumbled: [],
    stumbledAtMs: 0,
    begun: new Map(),
    pages: 0,
    targets: 0,
    failed: 0,
    bytes: 0,
  };
}

function ownHostsOf(site: Site, context: CrawlContext): string[] {
  return [...new Set([hostOf(site.homepage), ...(context.ownHosts ?? [])])];
}

/** Reads the robots.txt of hosts of the site. Without one, or a broken one, all is allowed. */
async function visitRobots(crawl: Crawl, hosts: readonly string[]): Promise<boolean> {
  const { protocol } = new URL(crawl.site.homepage);
  const errands: Errand[] = [];
  for (const host of hosts) {
    const url = resolveUrl(`${protocol}//${host}/robots.txt`, crawl.site.homepage);
    if (url === null || crawl.robots.has(host)) continue;
    crawl.frontier.take(url, false);
    errands.push({ url, purpose: 'robots', isOwn: true });
  }
  return await visit(crawl, errands, ({ facts }, { url }) => {
    const host = hostOf(url);
    const robots = facts ? parseRobots(facts.text, crawl.context.courier.userAgent) : NO_ROBOTS;
    crawl.robots.set(host, robots);
    if (facts) crawl.foundRobots = true;
    const asked = Math.min(robots.crawlDelayMs ?? 0, MAX_CRAWL_DELAY_MS);
    crawl.context.courier.space(host, Math.max(asked, crawl.context.limits.delayMs ?? 0));
  });
}

/** The homepage, more than once where it stumbles; when it answers, an address that no site has. */
async function visitHomepage(crawl: Crawl): Promise<boolean> {
  const { site, context, frontier } = crawl;
  const { homepage } = site;
  const robots = crawl.robots.get(hostOf(homepage)) ?? NO_ROBOTS;
  if (context.robots === 'obey' && !robots.isAllowed(homepage)) {
    crawl.cut.push({ url: homepage, foundOn: homepage, reason: 'robots' });
    return true;
  }
  frontier.take(homepage, true);
  const errand: Errand = { url: homepage, purpose: 'homepage', isOwn: true };
  for (const waitMs of HOMEPAGE_WAITS_MS) {
    let kept: KeptVisit | null = null;
    const isDone =
      (await waitFor(waitMs, context.signal)) &&
      (await visit(crawl, [errand], (one) => {
        kept = one;
      }));
    if (!isDone || kept === null) return false;
    if (!mayPass(kept)) return await followHomepage(crawl, kept);
  }
  return true;
}

async function followHomepage(crawl: Crawl, kept: KeptVisit): Promise<boolean> {
  const { visit: seen } = kept;
  if (seen.outcome.kind !== 'answered') return true;
  const host = hostOf(seen.finalUrl);
  const hosts = [host, hostOf(kept.facts?.leadsTo ?? seen.finalUrl)];
  for (const one of hosts) crawl.own.add(one);
  if (!(await visitRobots(crawl, [...new Set(hosts)]))) return false;
  follow(crawl, kept, { url: seen.url, depth: 0, pagerSteps: 0, frameDepth: 0 });
  const nowhere = resolveUrl(`xunwang-${shortHash(crawl.site.key)}.html`, seen.finalUrl);
  if (nowhere === null || crawl.robots.get(host)?.isAllowed(nowhere) === false) return true;
  crawl.frontier.take(nowhere, false);
  return await visit(crawl, [{ url: nowhere, purpose: 'random-path', isOwn: true }], () => {});
}

/** All pages; those that stumbled once more at the end, since others hang on them. */
async function visitPages(crawl: Crawl): Promise<boolean> {
  if (!(await visitWaves(crawl))) return false;
  const again = errandsOf(crawl, crawl.stumbled.splice(0));
  if (again.length === 0) return true;
  const waitedMs = performance.now() - crawl.stumbledAtMs;
  return (
    (await waitFor(Math.max(0, SECOND_CHANCE_MS - waitedMs), crawl.context.signal)) &&
    (await visit(crawl, again, (kept, errand) => follow(crawl, kept, errand))) &&
    (await visitWaves(crawl))
  );
}

async function visitWaves(crawl: Crawl): Promise<boolean> {
  for (;;) {
    const candidates = crawl.frontier.takeWave();
    if (candidates.length === 0) return true;
    const wave = errandsOf(crawl, withoutTraps(crawl, candidates));
    const isDone = await visit(crawl, wave, (kept, errand) => {
      if (mayPass(kept)) noteStumbled(crawl, errand);
      follow(crawl, kept, errand);
    });
    if (!isDone) return false;
  }
}

function noteStumbled(crawl: Crawl, page: Candidate): void {
  if (crawl.stumbled.length >= MAX_STUMBLED) return;
  crawl.stumbled.push(page);
  crawl.stumbledAtMs = performance.now();
}

/** Spends no budget on pages that would say what fifty of their kind have said before. */
function withoutTraps(crawl: Crawl, candidates: Candidate[]): Candidate[] {
  const useful = candidates.filter(({ url }) => !crawl.echoes.isTrap(url));
  if (useful.length === candidates.length) return candidates;
  for (const { url } of candidates) if (crawl.echoes.isTrap(url)) crawl.frontier.giveBack(url);
  return useful;
}

/** Opens what a fetch could not read in the browser, and visits what is found there. */
async function openUnread(crawl: Crawl): Promise<boolean> {
  for (;;) {
    const pages = crawl.unread.take();
    if (pages.length === 0) return true;
    const isDone = await renderPages(crawl.round, pages, (kept, from) => {
      count(crawl, kept);
      offerAll(crawl, kept, from);
    });
    if (!isDone || !(await visitPages(crawl))) return false;
  }
}

async function visitTargets(crawl: Crawl): Promise<boolean> {
  return await visit(crawl, targetErrands(crawl), () => {});
}

/** One by one: there may be fifty thousand. */
function* targetErrands(crawl: Crawl): Generator<Candidate & Errand> {
  for (const one of crawl.frontier.takeTargets()) {
    crawl.begun.set(one.url, one);
    yield { ...one, isOwn: crawl.own.has(one.url) };
  }
}

function errandsOf(crawl: Crawl, candidates: Candidate[]): (Candidate & Errand)[] {
  for (const one of candidates) crawl.begun.set(one.url, one);
  return candidates.map((one) => ({ ...one, isOwn: crawl.own.has(one.url) }));
}

/** Takes from a visit what it leads to, and notes it where it does not tell all. */
function follow(crawl: Crawl, kept: KeptVisit, from: Visited): void {
  if (crawl.own.has(kept.visit.finalUrl)) crawl.unread.note(kept, from);
  offerAll(crawl, kept, from);
}

/** Offers what a page leads to, unless the page is not the site's own or is none at all. */
function offerAll(crawl: Crawl, { visit: seen, facts }: KeptVisit, from: Visited): void {
  if (facts === null || facts.blocked || facts.saysMissing) return;
  if (seen.outcome.kind !== 'answered' || seen.outcome.status >= 300) return;
  if (!crawl.own.has(seen.finalUrl)) return;
  crawl.echoes.note(seen.url, facts);
  const found = candidatesOf(facts, from, crawl.own, crawl.offered);
  for (const candidate of found) crawl.frontier.offer(candidate);
}

async function visit<E extends Errand>(
  crawl: Crawl,
  errands: Iterable<E>,
  onVisit: (kept: KeptVisit, errand: E) => void,
): Promise<boolean> {
  return await visitErrands(crawl.round, errands, (kept, errand) => {
    count(crawl, kept);
    crawl.begun.delete(errand.url);
    onVisit(kept, errand);
    const { pages, targets, failed, frontier } = crawl;
    crawl.context.onProgress?.({ pages, targets, failed, queued: frontier.queued });
  });
}

function count(crawl: Crawl, { visit: { outcome, purpose } }: KeptVisit): void {
  if (purpose === 'target') crawl.targets += 1;
  else if (purpose !== 'robots' && purpose !== 'random-path') crawl.pages += 1;
  if (outcome.kind === 'answered') crawl.bytes += outcome.bodyBytes;
  else crawl.failed += 1;
}
