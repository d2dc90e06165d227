import type { CivilDate } from '#base/civil-date.ts';
import type { Url } from '#base/url.ts';
import type { FindingReason } from '#domain/finding.ts';
import type { Entry, PageFacts } from '#domain/page.ts';
import { dateEntry } from './entry-dates.ts';
import { entriesOf, type PageView } from './page-view.ts';
import { pageStem } from './page-stem.ts';
import type { SiteChannel } from './site-channels.ts';
import type { SiteView } from './site-view.ts';

/** What the pages of a channel hold together, as one look sees them. */
export interface ChannelRows {
  pages: PageView[];
  /** Whether it is a list at all, not a column of one page. */
  isList: boolean;
  rows: { entry: Entry; page: PageView }[];
  /** Says itself that it holds nothing, or its data address does. */
  isBlank: boolean;
  /** Why some of it could not be read; null when all of it was. */
  unread: FindingReason | null;
}

/** Gathers the rows of all pages of a channel. */
export function channelRows(view: SiteView, site: SiteChannel): ChannelRows {
  const pages = site.pages.map((url) => view.page(url));
  const rows = pages.flatMap((page) => entriesOf(page).map((entry) => ({ entry, page })));
  return {
    pages,
    isList: pages.some(isListPage),
    rows,
    isBlank: rows.length === 0 && pages.some(isBlankPage),
    unread: whyUnread(view, site, pages),
  };
}

function isListPage(page: PageView): boolean {
  if (page.facts === null) return false;
  const { kind, needsRendering, entries, frames } = page.facts;
  // What a frame shows may be a text as well: its own page tells.
  if (kind === 'list' || (needsRendering && frames.length === 0)) return true;
  if (kind === 'other' && entries.length > 0) return true;
  return page.parts.some((part) => part.facts.kind === 'list' || part.facts.entries.length > 0);
}

/** Says so itself; or leaves all to its data address or its frames, and they hold nothing. */
function isBlankPage({ facts, parts }: PageView): boolean {
  if (facts === null) return false;
  if (facts.blank !== null) return facts.blank;
  const frames = parts.filter((part) => part.as === 'frame');
  const isEmpty = frames.every((part) => part.facts.blank !== false && !isUnrendered(part.facts));
  return parts.length > 0 && isEmpty;
}

/** Whether something of a frame's page stands in no file that was read. */
function isUnrendered({ needsRendering, frames, endpoints }: PageFacts): boolean {
  return needsRendering && frames.length === 0 && endpoints.length === 0;
}

/** The first reason found: on a page, on one its pager names, on the homepage it hangs from. */
function whyUnread(view: SiteView, site: SiteChannel, pages: PageView[]): FindingReason | null {
  for (const page of pages) {
    if (page.facts === null) return page.unread ?? 'unreachable';
    if (page.unread !== null) return page.unread;
  }
  for (const url of site.expected) {
    const { unread } = view.page(url);
    if (unread !== null) return unread;
  }
  const [first] = pages;
  if (first && ownFailureBeside(view, first.url)) return 'timeout-ours';
  const home = view.sightings.seen(view.home.url, 0);
  return home?.judgement.state === 'unmeasured' ? home.judgement.reason : null;
}

/** Whether the list's own first address, which no page names, failed by our doing. */
function ownFailureBeside(view: SiteView, url: Url): boolean {
  const sighting = view.sightings.seen(pageStem(url), view.look);
  return sighting?.judgement.state === 'unmeasured' && sighting.judgement.reason === 'timeout-ours';
}

/** The newest entry of a channel up to a day. */
export interface Newest {
  date: CivilDate | null;
  entry: Entry | null;
  page: PageView | null;
  /** Whether any entry has a date at all, later ones included. */
  hasDates: boolean;
  /** Why the date of some entry could not be read. */
  unread: FindingReason | null;
}

/** Seeks the newest entry on all pages; entries dated after `asOf` do not count. */
export function newestRow(view: SiteView, rows: ChannelRows['rows']): Newest {
  const newest: Newest = { date: null, entry: null, page: null, hasDates: false, unread: null };
  for (const { entry, page } of rows) {
    const { date, unread } = dateEntry(view, entry);
    newest.unread ??= unread;
    if (date === null) continue;
    newest.hasDates = true;
    if (date > view.asOf || (newest.date !== null && date <= newest.date)) continue;
    Object.assign(newest, { date, entry, page });
  }
  return newest;
}

/** The addresses a channel's finding rests on: its first page and `page`, with their parts. */
export function channelBasis(
  held: ChannelRows,
  page: PageView | null,
  excerpt: string | null,
): { url: Url; excerpt: string | null }[] {
  const [first] = held.pages;
  const deciding = page ?? first;
  const isOther = page !== null && page.url !== first?.url;
  const shown = [first, isOther ? page : null].filter(
    (view) => view !== null && view !== undefined,
  );
  return shown.flatMap((view) => [
    { url: view.url, excerpt: view.url === deciding?.url ? excerpt : null },
    ...view.parts.map((part) => ({ url: part.sighting.visit.url, excerpt: null })),
  ]);
}
