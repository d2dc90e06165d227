import { targetKey, type Url } from '#base/url.ts';
import type { PageFacts } from '#domain/page.ts';
import type { HomeAddress } from './link-targets.ts';
import { allFacts, type PageView } from './page-view.ts';
import { marks } from './site-ledger.ts';
import type { SitePages } from './site-pages.ts';

/** One place of the navigation. */
export interface NavigationPlace {
  /** As written there. */
  url: Url;
  text: string;
  level: number;
  /** Texts from the first level down to this place. */
  path: string[];
}

/**
 * The navigation of a site by key of the address; the homepage's own word goes first. The
 * numbers of a pager are no places, though they may stand in a list like a menu's.
 */
export function readNavigation(
  pages: SitePages,
  view: (url: Url) => PageView,
  home: HomeAddress,
): Map<string, NavigationPlace> {
  const navigation = new Navigation();
  const homepages = new Set<number>();
  for (let page = 0; page < pages.count; page++) {
    if (home.keys.has(pages.keyOf(page))) homepages.add(page);
  }
  const read = (page: number) => {
    for (const facts of allFacts(view(pages.urlOf(page)))) navigation.read(facts);
  };
  for (const page of homepages) read(page);
  for (let page = 0; page < pages.count; page++) {
    if (homepages.has(page) || hasNothingNew(pages, page, navigation)) continue;
    read(page);
  }
  return navigation.places;
}

/** Pages share their navigation: it has told all it tells where it was read once in full. */
function hasNothingNew(pages: SitePages, page: number, { places, told }: Navigation): boolean {
  const { ledger } = pages;
  const number = pages.visitOf(page);
  if (ledger.is(number, marks.hasParts)) return false;
  const at = ledger.links.navigationAt(number);
  if (at === 0) return false;
  if (told.has(at)) return true;
  const isKnown = ledger.links.navigation(at).every(({ url }) => places.has(targetKey(url)));
  if (isKnown) told.add(at);
  return isKnown;
}

/** What the pages read so far tell together. */
class Navigation {
  readonly places = new Map<string, NavigationPlace>();
  /** Numbers of navigations that can tell nothing more. */
  readonly told = new Set<number>();

  read({ navigation, pager }: PageFacts): void {
    const above: string[] = [];
    const paging = new Set(pager.urls.map(targetKey));
    for (const { text, url, level } of navigation) {
      above.length = Math.min(above.length, level - 1);
      above.push(text);
      const key = targetKey(url);
      if (paging.has(key)) continue;
      if (!this.places.has(key)) this.places.set(key, { url, text, level, path: [...above] });
    }
  }
}
