import type { Url } from '#base/url.ts';
import { type Entry, emptyFacts, type Link, type PageFacts } from '#domain/page.ts';

/** Facts of a data endpoint: its rows, and the links they make on the page that shows them. */
export function endpointFacts(url: Url, entries: Entry[]): PageFacts {
  const links: Link[] = [];
  for (const entry of entries) {
    if (entry.url !== null) links.push({ url: entry.url, text: entry.title, as: 'a' });
  }
  return { ...emptyFacts(url), kind: 'list', entries, links };
}

/** A robots.txt kept like a page, so that a resumed or replayed crawl knows its rules. */
export function robotsFacts(url: Url, text: string): PageFacts {
  return { ...emptyFacts(url), text };
}
