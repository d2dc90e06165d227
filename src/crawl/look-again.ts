import { hostOf, type Url } from '#base/url.ts';
import type { Site } from '#domain/site.ts';
import type { FailureReason, Visit } from '#domain/visit.ts';
import type { CrawlContext, Errand, KeptVisit } from './crawl-context.ts';
import type { Reader } from './exchange.ts';
import { createOwnHosts } from './own-hosts.ts';
import { gatherUnread, renderPages } from './render-pages.ts';
import { openRound, visitErrands } from './visit-errands.ts';

/** One round of looking again: 1, 2 …, and whether it is the last. */
export interface Look {
  number: number;
  isLast: boolean;
}

/**
 * Visits addresses once more, in the order given, each on a connection of its own and for the
 * purpose it was visited for before (`context.done` knows; an address never visited is a
 * `target`); at the last look as a reader would, by other ways than the crawl's, and in the browser
 * where that did not open it. Pages that a fetch cannot read are opened there at every look, those
 * of an interrupted run included. Ids go on after the last one kept. False when stopped.
 */
export async function lookAgain(
  site: Site,
  urls: readonly Url[],
  look: Look,
  context: CrawlContext,
): Promise<boolean> {
  const round = openRound(context, look.number);
  const wanted = new Set([...round.recalled.keys(), ...urls]);
  const { homepages, purposes } = whatIsKnown(wanted, context.done.visits);
  if (look.isLast) round.reader = readerOf(site, homepages);
  const own = createOwnHosts([...hostsOf(site, homepages), ...(context.ownHosts ?? [])]);
  const errands: Errand[] = [...wanted].map((url) => ({
    url,
    purpose: purposes.get(url) ?? 'target',
    isOwn: own.has(url),
  }));
  const unread = gatherUnread<null>();
  const isDone = await visitErrands(round, errands, (kept) => {
    if (own.has(kept.visit.finalUrl)) unread.note(kept, null);
    if (look.isLast && mayOpenInBrowser(kept)) unread.add(kept, null);
  });
  return isDone && (await renderPages(round, unread.take(), () => {}));
}

/** Failures that no browser fares better with: there is nobody to ask. */
const HOPELESS: ReadonlySet<FailureReason> = new Set<FailureReason>([
  'dns',
  'refused',
  'forbidden-address',
  'robots',
  'budget',
  'ours',
]);

/**
 * Whether what did not open for a reader's requests may open in the reader's browser. Not what
 * says by 410 that it is gone.
 */
function mayOpenInBrowser({ visit: { outcome } }: KeptVisit): boolean {
  if (outcome.kind === 'failed') return !HOPELESS.has(outcome.why);
  return outcome.status >= 400 && outcome.status !== 410;
}

interface Known {
  /** All visits of the homepage. */
  homepages: Visit[];
  /** For what the addresses asked about were visited last. */
  purposes: Map<Url, Visit['purpose']>;
}

/** One walk through all visits, of which there may be a million: nothing else is held. */
function whatIsKnown(wanted: ReadonlySet<Url>, visits: Iterable<Visit>): Known {
  const known: Known = { homepages: [], purposes: new Map() };
  for (const visit of visits) {
    if (visit.purpose === 'homepage') known.homepages.push(visit);
    const isWanted = visit.purpose !== 'picture' && wanted.has(visit.url);
    if (isWanted) known.purposes.set(visit.url, visit.purpose);
  }
  return known;
}

/** A reader who comes from the homepage, with the cookies that it gave us last. */
function readerOf(site: Site, visits: readonly Visit[]): Reader {
  const homepage = visits.findLast(({ purpose, headers }) => {
    return purpose === 'homepage' && headers['set-cookie'] !== undefined;
  });
  // Several headers were joined by commas; the date of a cookie has one too.
  const joined = homepage?.headers['set-cookie'] ?? '';
  const setCookies = joined === '' ? [] : joined.split(/,\s*(?=[^\s;,=]+=)/);
  return { from: homepage?.finalUrl ?? site.homepage, setCookies };
}

/** The homepage's host, and the one it led to. */
function hostsOf(site: Site, visits: readonly Visit[]): string[] {
  const homepage = visits.find((visit) => visit.purpose === 'homepage');
  return [site.homepage, homepage?.finalUrl ?? site.homepage].map(hostOf);
}
