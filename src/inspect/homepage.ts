import { addDays } from '#base/civil-date.ts';
import { targetKey, type Url } from '#base/url.ts';
import type { Finding, FindingKind, FindingReason } from '#domain/finding.ts';
import type { Entry } from '#domain/page.ts';
import type { InspectionTerms } from '#domain/terms.ts';
import { dateEntry } from './entry-dates.ts';
import type { Inspector } from './inspector.ts';
import { compareText } from './link-targets.ts';
import { allFacts, entriesOf, linksOf, type PageView } from './page-view.ts';
import type { SiteView } from './site-view.ts';
import { suspect } from './suspect.ts';

/**
 * What the homepage shows of the last weeks (国办发〔2015〕15号, 网站不更新 and 首页可用性).
 * A homepage that is only an entrance is judged by the pages it leads to.
 */
export const homepage: Inspector = {
  kinds: ['homepage-not-updated', 'homepage-few-updates'],
  needs: ['homepage', 'pages'],
  run: judgeHomepage,
};

function judgeHomepage(view: SiteView, terms: InspectionTerms): Finding[] {
  const { windowDays, minimumUpdates } = terms.homepage;
  const shown = shownPages(view);
  const count = countUpdates(view, shown, windowDays);
  if (count.updates >= minimumUpdates) return [];
  const most = count.unread === null ? count.updates + count.unsure : Number.POSITIVE_INFINITY;
  const isNone = count.updates === 0;
  const isSure = isNone ? most === 0 : most < minimumUpdates;
  const kind: FindingKind = isNone ? 'homepage-not-updated' : 'homepage-few-updates';
  const measure = {
    window: `P${windowDays}D`,
    updates: count.updates,
    minimum: minimumUpdates,
  };
  const reason = isSure ? null : (count.unread ?? count.unsureReason);
  const url = view.home.url;
  return [suspect(view, { kind, url, reason, measure, restsOn: basisOf(shown, count.shownText) })];
}

/** The homepage; when it shows no entry of its own, with the pages it leads to. */
function shownPages(view: SiteView): PageView[] {
  const home = view.page(view.home.url);
  if (home.facts === null || home.unread !== null || entriesOf(home).length > 0) return [home];
  const led = new Map<string, Url>();
  for (const { url, as } of linksOf(home)) {
    const key = targetKey(url);
    if (as === 'img' || view.home.keys.has(key) || !view.isOwn(url)) continue;
    if (view.pages.find(key) >= 0 || failedToRead(view, url)) led.set(key, url);
  }
  return [home, ...[...led.values()].sort(compareText).map((url) => view.page(url))];
}

function failedToRead(view: SiteView, url: Url): boolean {
  return view.sightings.seen(url, view.look)?.judgement.state === 'unmeasured';
}

interface Updates {
  /** Distinct entries of the window. */
  updates: number;
  /** Entries whose own page, which would tell the date, could not be read. */
  unsure: number;
  unsureReason: FindingReason | null;
  /** Why a page or a frame of it could not be read. */
  unread: FindingReason | null;
  /** The entries of the window, newest first; the newest of all when there is none. */
  shownText: string | null;
}

function countUpdates(view: SiteView, pages: readonly PageView[], windowDays: number): Updates {
  const from = addDays(view.asOf, -windowDays);
  const counted = new Map<string, string>();
  const unsure = new Map<string, FindingReason>();
  let newest = '';
  for (const entry of [...pages.flatMap(entriesOf), ...pages.flatMap(articlesOf(view))]) {
    const { date, unread } = dateEntry(view, entry);
    const name = entryName(entry);
    if (unread !== null) unsure.set(name, unread);
    if (date === null || date > view.asOf) continue;
    const text = `${date} ${entry.title}`;
    if (text > newest) newest = text;
    if (date >= from) counted.set(name, text);
  }
  for (const name of counted.keys()) unsure.delete(name);
  return {
    updates: counted.size,
    unsure: unsure.size,
    unsureReason: [...unsure.values()][0] ?? null,
    unread: unreadReason(view, pages),
    shownText: [...counted.values()].sort().reverse().join('；') || newest || null,
  };
}

/**
 * Links to articles that stand in no list: entries too, dated by their own page. A page that an
 * entrance leads to is read for its main list alone, yet shows more.
 */
function articlesOf(view: SiteView): (page: PageView) => Entry[] {
  return (page) => {
    const listed = new Set(entriesOf(page).map(entryName));
    return linksOf(page).flatMap(({ url, text }) => {
      const facts = view.sightings.seen(url, view.look)?.facts;
      const isArticle = facts?.kind === 'article' && facts.publishedAt !== null;
      if (!isArticle || listed.has(targetKey(url))) return [];
      return [{ title: text, url, date: null, dateText: null }];
    });
  };
}

/** What makes two rows the same entry: the target, or the title of one that links nowhere. */
function entryName(entry: Entry): string {
  return entry.url === null ? `title ${entry.title.trim()}` : targetKey(entry.url);
}

function unreadReason(view: SiteView, pages: readonly PageView[]): FindingReason | null {
  const [home] = pages;
  if (home?.facts === null) return home.unread ?? 'unreachable';
  const crawled = view.sightings.seen(view.home.url, 0);
  if (crawled?.judgement.state === 'dead') return 'unreachable';
  return pages.find((page) => page.unread !== null)?.unread ?? null;
}

function basisOf(
  pages: readonly PageView[],
  excerpt: string | null,
): { url: Url; excerpt: string | null }[] {
  const urls = pages.flatMap((page, index) => {
    const parts = page.parts.map((part) => part.sighting.visit.url);
    return index > 0 && allFacts(page).every((facts) => facts.entries.length === 0)
      ? []
      : [page.url, ...parts];
  });
  return urls.map((url, index) => ({ url, excerpt: index === 0 ? excerpt : null }));
}
