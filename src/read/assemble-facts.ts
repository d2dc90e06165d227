import type { Entry, Letter, PageFacts, PageKind, Why } from '#domain/page.ts';
import { readSource, readText } from './article-text.ts';
import { kindOfName, readChannel } from './channel.ts';
import type { ClaimedDate } from './claimed-date.ts';
import { readEndpoints } from './endpoints.ts';
import { readEntry, whyEntryDate } from './entries.ts';
import { readEvents } from './events.ts';
import { readGuide } from './guide.ts';
import { hasForm } from './has-form.ts';
import { readLetters } from './letters.ts';
import { framesOf, readLinks } from './links.ts';
import type { List } from './lists.ts';
import { readsBlocked, readsMissing } from './marks.ts';
import { metaValue } from './meta.ts';
import { readNavigation } from './navigation.ts';
import { observePage, type Observation, ownsHeading } from './observe.ts';
import { decideKind } from './page-kind.ts';
import { readPager } from './pager.ts';
import { type Emptiness, isLanding, judgeEmptiness } from './emptiness.ts';
import type { Sheet } from './sheet.ts';
import { TEXT, rawText } from './tree.ts';
import { bare } from './title.ts';

/** Puts together what a page says from what the single readers found. */
export function assembleFacts(sheet: Sheet, isHomepage: boolean | null): PageFacts {
  const page = observePage(sheet, isHomepage);
  const saysMissing =
    !page.isHomepage &&
    page.lists.every(({ dated }) => dated < 2) &&
    page.hidden.length === 0 &&
    readsMissing(sheet, page.title.tag);
  const blocked = readsBlocked(sheet, page.scripts, page.title.tag);
  const { kind: told, rule, channel, guide, letters } = weigh(page, saysMissing, blocked);
  const why: Why[] = [...page.footer.why, wholeWhy(sheet, 'kind', rule)];
  const entries = entriesOf(page, told, why);
  const links = readLinks(sheet);
  for (const { links: unpacked } of page.hidden) {
    const known = new Set(links.map(({ url }) => url));
    links.push(...unpacked.filter(({ url }) => !known.has(url)));
  }
  const frames = framesOf(links);
  const isArticle = told === 'article';
  const endpoints = isArticle || entries.length > 0 ? [] : readEndpoints(sheet, page.scripts);
  const pager = readPager(sheet, page.scripts, page.main?.list.to ?? page.from);
  const emptiness = judgeEmptiness({
    page,
    kind: told,
    entries,
    letters,
    guide,
    frames,
    endpoints,
    pager,
  });
  why.push(...emptiness.why);
  const kind = kindOfEmpty(told, channel?.kind ?? null, emptiness);
  const published = isArticle ? page.published : null;
  if (published) why.push(published.why);
  if (page.claimed) why.push(claimWhy(page.claimed));
  if (page.title.node > 0) why.push(titleWhy(page));
  const events = eventsOf(page, kind, entries);
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
    pager,
    letters,
    events,
    guide,
    footer: page.footer.footer,
    source: isArticle ? readSource(sheet, page.from, page.to) : null,
    text: textFor(page, kind),
    why,
  };
}

/** A page without rows of its own is a list when it says so, waits for rows or stands silent. */
function kindOfEmpty(kind: PageKind, channel: string | null, emptiness: Emptiness): PageKind {
  if (kind !== 'other') return kind;
  if (emptiness.landing) return 'list';
  const isSingle = channel === 'overview' || channel === 'functions' || channel === 'leaders';
  if (isSingle || channel === null) return kind;
  return emptiness.blank === true || emptiness.needsRendering ? 'list' : kind;
}

interface Weighed {
  kind: PageKind;
  rule: string;
  channel: PageFacts['channel'];
  guide: PageFacts['guide'];
  letters: Letter[];
}

/** Decides the kind, and with it channel, guide and letters. */
function weigh(page: Observation, saysMissing: boolean, blocked: boolean): Weighed {
  const { sheet, main } = page;
  const crumbs = page.breadcrumb.crumbs;
  const clues = { meta: page.meta, crumbs, names: namesOf(page), headline: page.title.headline };
  const asList = readChannel({ ...clues, isArticle: false }, sheet.lexicon);
  const isService = asList?.kind === 'service';
  const guide = page.isHomepage ? null : readGuide(sheet, page.from, page.to, isService);
  const letters =
    main && !page.isHomepage ? lettersOf(page, main.list, asList?.kind ?? 'other') : [];
  const words = articleWords(page);
  const { kind, rule } = decideKind({
    isHomepage: page.isHomepage,
    saysMissing,
    blocked,
    hasLabelledDate: page.published?.isLabelled ?? false,
    hasPublishDate: page.published !== null,
    hasPublishLabel: words.hasLabel,
    isColumnPage: bare(page.title.headline) === bare(asList?.name ?? ''),
    hasArticleTags: hasArticleTags(page),
    articleWords: words.count,
    headline: page.title.headline,
    isTitleHeadline: isTitleHeadline(page),
    textAmount: page.mainText.amount,
    rows: main?.list.rows.length ?? 0,
    datedRows: main?.list.dated ?? 0,
    hasPager: main?.list.hasPager ?? false,
    ownsHeading: main ? ownsHeading(page, main.list) : false,
    channelKind: asList?.kind ?? 'other',
    hasLetters: letters.length > 0,
    hasForm: hasForm(page.sheet, page.from, page.to),
    isGuide: guide !== null && guide.present.length >= 3,
    isCrumbArticle: isCrumbArticle(page),
    hiddenRows: Math.max(0, ...page.hidden.map(({ entries }) => entries.length)),
  });
  const isArticle = kind === 'article';
  const channel =
    kind === 'home' || kind === 'error'
      ? null
      : isArticle
        ? readChannel({ ...clues, isArticle }, sheet.lexicon)
        : asList;
  const isList = kind === 'list' || kind === 'mailbox' || kind === 'survey' || kind === 'interview';
  const keepsGuide = guide && guide.present.length > 0 && !(isList && guide.present.length < 3);
  return { kind, rule, channel, guide: keepsGuide ? guide : null, letters: isList ? letters : [] };
}

function namesOf(page: Observation): string[] {
  const heading =
    page.main && ownsHeading(page, page.main.list) ? [] : [page.main?.list.heading ?? ''];
  const { parts, headline } = page.title;
  const seen = parts.length === 0 && headline.length <= 14 ? [headline] : [];
  return [...parts, ...seen, ...heading].filter((name) => name.length > 1 && name.length < 24);
}

function lettersOf(page: Observation, list: List, kind: string): Letter[] {
  const isTalk = kind === 'consultation' || kind === 'complaint' || kind === 'public-replies';
  const letters = readLetters(page.sheet, list, kind === 'complaint');
  const told = letters.filter(({ answered }) => answered !== null).length;
  return isTalk || told * 2 > letters.length ? letters : [];
}

/** Tags that only articles carry: a date of publishing, Open Graph's or JSON-LD's type. */
function hasArticleTags({ meta, claimed, scripts }: Observation): boolean {
  if (metaValue(meta, 'ArticleTitle', 'PubDate', 'article:published_time') !== '') return true;
  if (/^article/i.test(metaValue(meta, 'og:type'))) return true;
  const type = /"@type"\s*:\s*\[?\s*"(?:\w*Article|BlogPosting)"/;
  return (
    claimed !== null && scripts.some((one) => one.type.includes('json') && type.test(one.code))
  );
}

function articleWords(page: Observation): { count: number; hasLabel: boolean } {
  const { sheet } = page;
  let words = '';
  for (let node = 0; node < page.to; node++) {
    if (sheet.tree.tag[node] !== TEXT) continue;
    const length = (sheet.tree.stop[node] ?? 0) - (sheet.tree.start[node] ?? 0);
    if (length < 60) words += `${rawText(sheet.tree, node).trim()}\n`;
  }
  const marks =
    /上一[篇条]|下一[篇条]|责任编辑|字号|字体|^[【[]?打印|关闭窗口|关闭本页|浏览次数|点击数|分享到|【关闭】|来源\s*[：:]|信息来源/gm;
  const hasLabel = /(?:发布|发文|发表)(?:时间|日期)\s*[：:]\s*$/m.test(words);
  return { count: new Set(words.match(marks) ?? []).size, hasLabel };
}

function isTitleHeadline({ title, breadcrumb, sheet }: Observation): boolean {
  const own = bare(title.headline);
  if (own.length < 6 || kindOfName(title.headline, sheet.lexicon)?.isExact) return false;
  if (breadcrumb.crumbs.some(({ text, url }) => url !== null && bare(text) === own)) return false;
  return bare(title.tag).startsWith(own) && bare(title.tag) !== own;
}

function isCrumbArticle(page: Observation): boolean {
  const last = page.breadcrumb.crumbs.at(-1)?.text ?? '';
  if (/^正文|^内容页?$|^详情/.test(last)) return true;
  const own = bare(last);
  return own.length > 10 && bare(page.title.headline).startsWith(own.slice(0, 12));
}

/** Rows of the main list; of all dated lists on a homepage or where only blocks stand. */
function entriesOf(page: Observation, kind: PageKind, why: Why[]): Entry[] {
  if (kind === 'article' || kind === 'error') return [];
  const { sheet } = page;
  const shown = kind === 'home' ? page.lists.filter(({ dated }) => dated > 0) : [];
  const lists = kind === 'home' ? shown : mainLists(page);
  const entries: Entry[] = [];
  const known = new Set<string>();
  for (const list of lists) {
    // A list may print an entry twice; a second list that repeats it is a copy.
    const own: string[] = [];
    for (const row of list.rows) {
      const entry = readEntry(sheet, row);
      if (!entry || (kind === 'home' && entry.date === null)) continue;
      const key = `${entry.title}\n${entry.url}\n${entry.date}`;
      if (kind !== 'home' && known.has(key)) continue;
      own.push(key);
      const reason = whyEntryDate(row, entries.length);
      if (reason) why.push(reason);
      entries.push(entry);
    }
    for (const key of own) known.add(key);
  }
  for (const hidden of page.hidden) {
    if (hidden.entries.length === 0) {
      if (kind !== 'home' && !page.main?.list.hasPager) entries.length = 0;
      continue;
    }
    if (kind !== 'home' && entries.length > hidden.entries.length * 2 && page.main?.list.hasPager) {
      continue;
    }
    if (kind !== 'home') entries.length = 0;
    entries.push(...hidden.entries);
    why.push({ fact: 'entries', start: hidden.start, end: hidden.start, rule: hidden.rule });
  }
  return entries;
}

function mainLists(page: Observation): List[] {
  if (page.main && !isLanding(page)) return [page.main.list];
  const isBlocks = page.lists.filter(({ dated, region }) => dated > 0 && region === 'content');
  const least = isLanding(page) ? 1 : 2;
  return isBlocks.length >= least && page.hidden.length === 0 ? isBlocks : [];
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

function wholeWhy(sheet: Sheet, fact: string, rule: string): Why {
  return { fact, start: 0, end: sheet.tree.source.length, rule };
}

function claimWhy({ rule, start, end }: ClaimedDate): Why {
  return { fact: 'metaPublishedAt', start, end, rule };
}

function titleWhy(page: Observation): Why {
  const { tree } = page.sheet;
  const { node } = page.title;
  const last = Math.max(node, (tree.end[node] ?? node) - 1);
  const rule = 'headline';
  return { fact: 'title', start: tree.start[node] ?? 0, end: tree.stop[last] ?? 0, rule };
}
