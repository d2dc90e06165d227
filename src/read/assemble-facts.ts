import type { Entry, Link, PageFacts, PageKind, Why } from '#domain/page.ts';
import { readSource, readText } from './article-text.ts';
import { type Emptiness, judgeEmptiness } from './emptiness.ts';
import { readEndpoints } from './endpoints.ts';
import { entriesOfPage } from './entries-of-page.ts';
import { readEvents } from './events.ts';
import { explainFacts } from './explain-facts.ts';
import { alertsMissing, isCookieWall, readLeadsTo } from './leads-to.ts';
import { framesOf, readLinks } from './links.ts';
import { readsBlocked, readsMissing } from './marks.ts';
import { metaValue } from './meta.ts';
import { readNavigation } from './navigation.ts';
import { type Observation, observePage } from './observe.ts';
import { readPager } from './pager.ts';
import type { Sheet } from './sheet.ts';
import { weighPage } from './weigh-page.ts';

/** Puts together what a page says from what the single readers found. */
export function assembleFacts(
  sheet: Sheet,
  isHomepage: boolean | null,
): Omit<PageFacts, 'charsetCertain'> {
  const page = observePage(sheet, isHomepage);
  const saysMissing =
    !page.isHomepage &&
    page.lists.every(({ dated }) => dated < 2) &&
    page.hidden.length === 0 &&
    (readsMissing(sheet, page.title.tag) || alertsMissing(sheet, page.scripts));
  const blocked =
    readsBlocked(sheet, page.scripts, page.title.tag) || isCookieWall(sheet, page.scripts);
  const weighed = weighPage(page, saysMissing, blocked);
  const { kind: told, channel, guide, letters } = weighed;
  const why: Why[] = [...page.footer.why, ...weighed.why];
  const entries = entriesOfPage(page, told, why);
  const links = linksOf(page);
  const frames = framesOf(links);
  const isArticle = told === 'article';
  const endpoints = isArticle || entries.length > 0 ? [] : readEndpoints(sheet, page.scripts);
  const pager = pagerOf(page);
  const clues = { page, kind: told, entries, letters, guide, endpoints, pager };
  const emptiness = judgeEmptiness(clues);
  const kind = kindOfEmpty(told, channel?.kind ?? null, emptiness);
  const published = isArticle ? (page.published ?? page.claimed) : null;
  const events = eventsOf(page, kind, entries);
  const source = isArticle ? readSource(sheet, page.from, page.to) : null;
  why.push(...emptiness.why, ...datesWhy(page, isArticle));
  why.push(
    ...explainFacts(page, { kind, channel, letters, events, source, endpoints }, weighed.rule),
  );
  const { readTo, source: all } = sheet.tree;
  if (readTo < all.length) why.push({ fact: 'page', start: readTo, end: all.length, rule: 'cut' });
  return {
    url: sheet.url,
    charset: sheet.charset,
    kind,
    title: titleFor(page, kind, channel?.name ?? null),
    publishedAt: published?.date ?? null,
    metaPublishedAt: page.claimed?.date ?? null,
    siteIdCode: page.footer.siteIdCode,
    icp: page.footer.icp,
    police: page.footer.police,
    meta: page.meta,
    links,
    entries,
    channel,
    breadcrumb: page.breadcrumb.crumbs,
    navigation: readNavigation(sheet, page.breadcrumb.from),
    blank: emptiness.blank,
    landing: emptiness.landing,
    needsRendering: emptiness.needsRendering,
    blocked,
    saysMissing,
    endpoints,
    frames,
    leadsTo: blocked || saysMissing ? null : readLeadsTo(sheet, page.scripts),
    pager,
    letters,
    events,
    guide,
    footer: page.footer.footer,
    source,
    text: textFor(page, kind),
    why,
  };
}

/** The pager below the list; of a list of one row it may stand within what was taken for the row. */
function pagerOf({ sheet, scripts, main, from }: Observation): PageFacts['pager'] {
  const pager = readPager(sheet, scripts, main?.list.to ?? from);
  const isFound = pager.urls.length > 0 || pager.pages !== null || pager.total !== null;
  return isFound || !main || main.list.rows.length > 1
    ? pager
    : readPager(sheet, scripts, main.list.from);
}

/** The links of the page and of what its scripts unpack. */
function linksOf({ sheet, hidden }: Observation): Link[] {
  const links = readLinks(sheet);
  for (const { links: unpacked } of hidden) {
    const known = new Set(links.map(({ url }) => url));
    links.push(...unpacked.filter(({ url }) => !known.has(url)));
  }
  return links;
}

/** A page without rows of its own is a list when it says so, waits for rows or stands silent. */
function kindOfEmpty(kind: PageKind, channel: string | null, emptiness: Emptiness): PageKind {
  if (kind !== 'other') return kind;
  if (emptiness.landing) return 'list';
  const isSingle = channel === 'overview' || channel === 'functions' || channel === 'leaders';
  if (isSingle || channel === null) return kind;
  return emptiness.blank === true || emptiness.needsRendering ? 'list' : kind;
}

function eventsOf(page: Observation, kind: PageKind, entries: Entry[]): PageFacts['events'] {
  if (kind !== 'survey' && kind !== 'interview') return [];
  return readEvents(entries, kind, page.sheet.lexicon);
}

function titleFor(page: Observation, kind: PageKind, channel: string | null): string {
  const meta = metaValue(page.meta, 'ArticleTitle');
  if (kind === 'home' || kind === 'error') return page.title.tag;
  if (kind === 'article') return page.title.headline || meta || (page.title.parts[0] ?? '');
  return channel ?? page.title.parts[0] ?? page.title.tag;
}

function textFor(page: Observation, kind: PageKind): string {
  if (kind === 'home' || kind === 'error') return readText(page.sheet, 0, page.to);
  if (kind === 'article') return readText(page.sheet, page.mainText.from, page.mainText.to);
  return readText(page.sheet, page.from, page.to);
}

function datesWhy({ claimed, published: visible, sheet }: Observation, isArticle: boolean): Why[] {
  const published = isArticle ? visible : null;
  const why = published ? [published.why] : [];
  if (claimed) {
    const { rule, start, end } = claimed;
    const place = end > start ? { start, end } : metaPlace(sheet.tree.source, rule);
    if (isArticle && !published) why.push({ fact: 'publishedAt', ...place, rule });
    why.push({ fact: 'metaPublishedAt', ...place, rule });
  }
  return why;
}

/** The tag a rule `meta:PubDate` names. */
function metaPlace(source: string, rule: string): { start: number; end: number } {
  const name = rule.slice(rule.indexOf(':') + 1).toLowerCase();
  for (const match of source.matchAll(/<meta\s[^>]*>/gi)) {
    if (!match[0].toLowerCase().includes(name)) continue;
    return { start: match.index, end: match.index + match[0].length };
  }
  return { start: 0, end: 0 };
}
