import type { Url } from '#base/url.ts';
import type { FindingReason } from '#domain/finding.ts';
import type { Entry, Letter, PageFacts } from '#domain/page.ts';
import { entriesOf, lettersOf, type PageView } from './page-view.ts';
import { pageStem } from './page-stem.ts';
import { RowTally } from './row-tally.ts';
import type { SiteChannel } from './site-channels.ts';
import type { SiteView } from './site-view.ts';

/** What the pages of a channel hold together, as one look sees them. */
export interface ChannelRows {
  /** Its first page. */
  first: Url | null;
  /** Whether it is a list at all, not a column of one page. */
  isList: boolean;
  rows: RowTally;
  /** Letters that its pages show, by the day of the answer. */
  letters: RowTally;
  /** Says itself that it holds nothing, or its data address does. */
  isBlank: boolean;
  /** Why some of it could not be read; null when all of it was. */
  unread: FindingReason | null;
}

/** Gathers what all pages of a channel hold; none of them is kept. */
export function channelRows(view: SiteView, site: SiteChannel): ChannelRows {
  const { asOf } = view;
  const [rows, letters] = [new RowTally(asOf), new RowTally(asOf)];
  let isList = false;
  let hasBlankPage = false;
  let unread: FindingReason | null = null;
  for (const url of site.pages) {
    const page = view.page(url);
    for (const entry of entriesOf(page)) rows.add(entry, url);
    for (const letter of lettersOf(page)) letters.add(entryOf(letter), url);
    isList ||= isListPage(page);
    hasBlankPage ||= isBlankPage(page);
    unread ??= page.unread ?? (page.facts === null ? 'unreachable' : null);
  }
  unread ??= whyUnread(view, site);
  const isBlank = rows.count === 0 && hasBlankPage;
  return { first: site.pages[0] ?? null, isList, rows, letters, isBlank, unread };
}

function entryOf({ title, url, askedAt, answeredAt }: Letter): Entry {
  const date = answeredAt ?? askedAt;
  return { title, url, date, dateText: date };
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

/** The first reason found beside its pages: on one its pager names, on the homepage it hangs from. */
function whyUnread(view: SiteView, site: SiteChannel): FindingReason | null {
  for (const url of site.expected) {
    const { unread } = view.page(url);
    if (unread !== null) return unread;
  }
  const [first] = site.pages;
  if (first !== undefined && ownFailureBeside(view, first)) return 'timeout-ours';
  const home = view.sightings.seen(view.home.url, 0);
  return home?.judgement.state === 'unmeasured' ? home.judgement.reason : null;
}

/** Whether the list's own first address, which no page names, failed by our doing. */
function ownFailureBeside(view: SiteView, url: Url): boolean {
  const sighting = view.sightings.seen(pageStem(url), view.look);
  return sighting?.judgement.state === 'unmeasured' && sighting.judgement.reason === 'timeout-ours';
}

/** The addresses a channel's finding rests on: its first page and `page`, with their parts. */
export function channelBasis(
  view: SiteView,
  { first }: ChannelRows,
  page: Url | null,
  excerpt: string | null,
): { url: Url; excerpt: string | null }[] {
  const deciding = page ?? first;
  const shown = [first, page === first ? null : page].filter((url) => url !== null);
  return shown.flatMap((url) => [
    { url, excerpt: url === deciding ? excerpt : null },
    ...view.page(url).parts.map(({ sighting }) => ({ url: sighting.visit.url, excerpt: null })),
  ]);
}
