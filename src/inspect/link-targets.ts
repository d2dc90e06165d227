import { targetKey, type Url } from '#base/url.ts';
import type { Link } from '#domain/page.ts';
import { linksOf, type PageView } from './page-view.ts';

/** Something a page of the site links to or loads, known once however often it is linked. */
export interface LinkTarget {
  key: string;
  /** As written in the page it was found on. */
  url: Url;
  /** The homepage where it shows the link, else the smallest address of the shallowest pages. */
  foundOn: Url;
  anchorText: string | null;
  onHomepage: boolean;
  /** Whether some link to it is a reader's way (not only a picture). */
  isFollowed: boolean;
  /** Whether some link to it says in its text that it leads to the homepage. */
  isCalledHomepage: boolean;
}

const HOMEPAGE_WORDS = /^(?:(?:返回|回到?|网站|本站)*(?:首页|主页)|home(?:\s*page)?)$/iu;
/** The homepage for another device or another reader: it may well end on the one for all. */
const VARIANT_WORDS =
  /^(?:手机|移动|触屏|电脑|wap|无障碍|长者|适老)(?:版|网站|端|浏览|阅读|模式)*$/iu;
const EDGE_SIGNS = /^[\s\p{P}\p{S}]+|[\s\p{P}\p{S}]+$/gu;

/** Collects the distinct targets of the pages, each found on the nearest page to the homepage. */
export function collectTargets(pages: readonly PageView[], home: HomeAddress): LinkTarget[] {
  const depths = pageDepths(pages, home);
  const depth = (page: PageView) => depths.get(targetKey(page.url)) ?? Number.MAX_SAFE_INTEGER;
  const ordered = [...pages].sort((a, b) => depth(a) - depth(b) || compareText(a.url, b.url));
  const targets = new Map<string, LinkTarget>();
  const known = new Set<Link>();
  for (const page of ordered) addTargets(targets, page, home, known);
  return [...targets.values()].sort((a, b) => compareText(a.key, b.key));
}

/** The homepage: its address, and the keys it goes under (asked and final). */
export interface HomeAddress {
  url: Url;
  keys: ReadonlySet<string>;
  unit: string;
}

/** A link that pages share (`known`) has told all it tells on the first of them. */
function addTargets(
  targets: Map<string, LinkTarget>,
  page: PageView,
  home: HomeAddress,
  known: Set<Link>,
): void {
  const onHomepage = home.keys.has(targetKey(page.url));
  const foundOn = onHomepage ? home.url : page.url;
  for (const link of linksOf(page)) {
    if (known.has(link)) continue;
    known.add(link);
    const key = targetKey(link.url);
    let target = targets.get(key);
    if (target === undefined) {
      target = newTarget(key, link.url, foundOn, onHomepage);
      targets.set(key, target);
    }
    if (link.as !== 'img') target.isFollowed = true;
    if (saysHomepage(link.text, home.unit)) target.isCalledHomepage = true;
    if (target.foundOn === foundOn) target.anchorText ||= link.text.trim() || null;
  }
}

function newTarget(key: string, url: Url, foundOn: Url, onHomepage: boolean): LinkTarget {
  const texts = { anchorText: null, isFollowed: false, isCalledHomepage: false };
  return { key, url, foundOn, onHomepage, ...texts };
}

function saysHomepage(text: string, unit: string): boolean {
  if (text.length > 40) return false;
  const words = text.replace(EDGE_SIGNS, '');
  if (words === '') return false;
  return words === unit || HOMEPAGE_WORDS.test(words) || VARIANT_WORDS.test(words);
}

/** Clicks from the homepage to each page, by key of the page. */
function pageDepths(pages: readonly PageView[], home: HomeAddress): Map<string, number> {
  const byKey = new Map<string, PageView>();
  for (const page of pages) byKey.set(targetKey(page.url), page);
  const depths = new Map<string, number>();
  const known = new Set<Link>();
  let shore = [...home.keys].filter((key) => byKey.has(key));
  for (const key of shore) depths.set(key, 0);
  for (let depth = 1; shore.length > 0; depth++) {
    const next: string[] = [];
    for (const from of shore) {
      const page = byKey.get(from);
      for (const link of page ? linksOf(page) : []) {
        if (known.has(link)) continue;
        known.add(link);
        const key = targetKey(link.url);
        if (!byKey.has(key) || depths.has(key)) continue;
        depths.set(key, depth);
        next.push(key);
      }
    }
    shore = next;
  }
  return depths;
}

/** Orders texts by code units: the same on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
