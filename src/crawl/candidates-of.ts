import { partsOfUrl, type Url } from '#base/url.ts';
import type { Link, PageFacts } from '#domain/page.ts';
import { type Candidate, ranks } from './candidate.ts';
import type { OwnHosts } from './own-hosts.ts';

/** A visited page, as far as what it leads to is concerned. */
export interface Visited {
  url: Url;
  depth: number;
  pagerSteps: number;
  frameDepth: number;
}

/** Files to be looked at, not read: documents, archives, pictures, media. */
const ATTACHMENT = new RegExp(
  `\\.(?:${[
    'pdf|docx?|xlsx?|pptx?|wps|et|dps|ofd|ceb|rtf|csv|zip|rar|7z|gz|tar',
    'jpe?g|png|gif|bmp|tiff?|webp|svg|ico|mp[34]|m4[av]|wm[av]|avi|flv|swf|mov|mkv',
    'apk|exe|css|js|json|xml|rss',
  ].join('|')})$`,
  'i',
);

/** Of the longest name above, its dot included. */
const MAX_EXTENSION = 5;

/** The best rank and depth that a link was offered with, for links that pages share. */
export type Offered = WeakMap<Link, { rank: number; depth: number }>;

/**
 * Everything a page leads to, what matters most first; the frontier drops what it knows. Shared
 * links that `offered` holds at no worse a place are left out.
 */
export function candidatesOf(
  facts: PageFacts,
  from: Visited,
  own: OwnHosts,
  offered: Offered,
): Candidate[] {
  const found: Candidate[] = [];
  const base = { foundOn: from.url, pagerSteps: 0, frameDepth: from.frameDepth };
  const near = { ...base, depth: from.depth, rank: ranks.list };
  const next = { ...base, depth: from.depth + 1 };

  for (const url of facts.frames) {
    found.push({ ...near, url, purpose: 'frame', frameDepth: from.frameDepth + 1 });
  }
  if (facts.leadsTo !== null && own.has(facts.leadsTo)) {
    const frameDepth = from.frameDepth + 1;
    found.push({ ...near, url: facts.leadsTo, purpose: 'frame', frameDepth });
  }
  for (const { url } of facts.endpoints) {
    if (own.has(url)) found.push({ ...near, url, purpose: 'endpoint' });
  }
  for (const url of facts.pager.urls) {
    if (!own.has(url)) continue;
    found.push({ ...near, url, purpose: 'page', pagerSteps: from.pagerSteps + 1 });
  }
  const channels = new Set(channelsOf(facts));
  const articles = new Set(facts.entries.map(({ url }) => url));
  for (const link of facts.links) {
    const rank = channels.has(link.url)
      ? ranks.list
      : articles.has(link.url)
        ? ranks.article
        : ranks.other;
    if (from.frameDepth === 0 && isOffered(offered, link, rank, next.depth)) continue;
    found.push({ ...next, url: link.url, purpose: purposeOf(link, own), rank });
  }
  return found;
}

function isOffered(offered: Offered, link: Link, rank: number, depth: number): boolean {
  const best = offered.get(link);
  if (best !== undefined && best.rank <= rank && best.depth <= depth) return true;
  offered.set(link, { rank, depth });
  return false;
}

function isAttachment(url: Url): boolean {
  const { pathname } = partsOfUrl(url);
  const dot = pathname.lastIndexOf('.');
  return dot >= 0 && dot >= pathname.length - MAX_EXTENSION && ATTACHMENT.test(pathname);
}

function channelsOf(facts: PageFacts): Url[] {
  const urls = facts.navigation.map(({ url }) => url);
  for (const { url } of facts.breadcrumb) if (url !== null) urls.push(url);
  return urls;
}

function purposeOf({ url, as }: Link, own: OwnHosts): Candidate['purpose'] {
  if (as === 'img' || !own.has(url)) return 'target';
  return isAttachment(url) ? 'target' : 'page';
}
