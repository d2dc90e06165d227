import { hostOf, type Url } from '#base/url.ts';
import type { Site } from '#domain/site.ts';
import type { Visit } from '#domain/visit.ts';
import type { CrawlContext, Errand } from './crawl-context.ts';
import { createOwnHosts } from './own-hosts.ts';
import { gatherUnread, renderPages } from './render-pages.ts';
import { openRound, visitErrands } from './visit-errands.ts';

/**
 * Visits addresses once more, in the order given, for look 1, 2 …, each on a connection of its
 * own and for the purpose it was visited for before (`context.done` knows; an address never
 * visited is a `target`). Pages that a fetch cannot read are opened in the browser, those of an
 * interrupted run included. Ids go on after the last one kept. False when stopped.
 */
export async function lookAgain(
  site: Site,
  urls: readonly Url[],
  look: number,
  context: CrawlContext,
): Promise<boolean> {
  const round = openRound(context, look);
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

/** The homepage's host, and the one it led to. */
function hostsOf(site: Site, visits: readonly Visit[]): string[] {
  const homepage = visits.find((visit) => visit.purpose === 'homepage');
  return [site.homepage, homepage?.finalUrl ?? site.homepage].map(hostOf);
}
