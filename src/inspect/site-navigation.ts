import { targetKey, type Url } from '#base/url.ts';
import type { PageFacts } from '#domain/page.ts';

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
  homepage: readonly PageFacts[],
  others: readonly PageFacts[],
): Map<string, NavigationPlace> {
  const places = new Map<string, NavigationPlace>();
  const known = new Set<PageFacts['navigation']>();
  for (const facts of [...homepage, ...others]) {
    if (facts.pager.urls.length === 0) {
      // Pages share their navigation: it has told all it tells where no pager took from it.
      if (known.has(facts.navigation)) continue;
      known.add(facts.navigation);
    }
    const above: string[] = [];
    const paging = new Set(facts.pager.urls.map(targetKey));
    for (const { text, url, level } of facts.navigation) {
      above.length = Math.min(above.length, level - 1);
      above.push(text);
      const key = targetKey(url);
      if (paging.has(key)) continue;
      if (!places.has(key)) places.set(key, { url, text, level, path: [...above] });
    }
  }
  return places;
}
