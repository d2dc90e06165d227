import { present } from '#base/assert.ts';
import { Refusal } from '#base/refusal.ts';
import type { Site } from '#domain/site.ts';

/**
 * The sites that a word of the user means: by key, unit, homepage or code, else by a part of the
 * unit's name. Refuses (`site-unknown`) a word that means none.
 */
export function sitesMeant(sites: readonly Site[], word: string): Site[] {
  const exact = sites.filter((site) =>
    [site.key, site.unit, site.homepage, site.siteIdCode].includes(word),
  );
  const found = exact.length > 0 ? exact : sites.filter(({ unit }) => unit.includes(word));
  if (found.length > 0) return found;
  const known = sites.slice(0, 5).map(({ unit }) => unit);
  throw new Refusal('site-unknown', { site: word, known: known.join('、') });
}

/** The first site that a word means. Refuses like `sitesMeant`. */
export function findSite(sites: readonly Site[], word: string): Site {
  return present(sitesMeant(sites, word)[0], 'a word that means no site is refused');
}

/** Of a list only the sites that some of the words mean, in its order; all when there are none. */
export function onlySites(sites: Site[], words: readonly string[]): Site[] {
  if (words.length === 0) return sites;
  const chosen = new Set(words.flatMap((word) => sitesMeant(sites, word)));
  return sites.filter((site) => chosen.has(site));
}
