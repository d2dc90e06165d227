import { hostOf, type Url } from '#base/url.ts';
import type { Site } from '#domain/site.ts';
import type { Visit } from '#domain/visit.ts';
import type { CrawlContext, Errand } from './crawl-context.ts';
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
 * `target`); at the last look as a reader would, by other ways than the crawl's. Pages that a
 * fetch cannot read are opened in the browser, those of an interrupted run included. Ids go on
 * after the last one kept. False when stopped.
 */
export async function lookAgain(
  site: Site,
  urls: readonly Url[],
  look: Look,
  context: CrawlContext,
): Promise<boolean> {
  const round = openRound(context, look.number);
  if (look.isLast) round.reader = readerOf(site, context.done.visits);
  const own = createOwnHosts([...hostsOf(site, context.done.visits), ...(context.ownHosts ?? [])]);
  const purposes = new Map<Url, Visit['purpose']>();
  for (const visit of context.done.visits) {
    if (visit.purpose !== 'picture') purposes.set(visit.url, visit.purpose);
  }
  const errands: Errand[] = [...new Set([...round.recalled.keys(), ...urls])].map((url) => ({
    url,
    purpose: purposes.get(url) ?? 'target',
    isOwn: own.has(url),
  }));
  const unread = gatherUnread<null>();
  const isDone = await visitErrands(round, errands, (kept) => {
    if (own.has(kept.visit.finalUrl)) unread.note(kept, null);
  });
  return isDone && (await renderPages(round, unread.take(), () => {}));
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
