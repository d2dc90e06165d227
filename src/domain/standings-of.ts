import type { Centipoints } from '#base/points.ts';
import type { Standing } from './campaign.ts';

/** A site of a campaign with what it came to. */
export interface ScoredSite {
  siteId: number;
  verdict: Standing['verdict'];
  score: Centipoints | null;
}

/**
 * Where each site of a campaign stands, by its number. The highest score is the first; equal
 * scores share a place, and the next is as many places lower (1, 2, 2, 4).
 */
export function standingsOf(sites: readonly ScoredSite[]): Map<number, Standing> {
  const falling = sites
    .flatMap(({ score }) => (score === null ? [] : [score]))
    .toSorted((a, b) => b - a);
  const rankOf = (score: Centipoints | null) =>
    score === null ? null : falling.indexOf(score) + 1;
  return new Map(
    sites.map(({ siteId, verdict, score }) => [siteId, { verdict, score, rank: rankOf(score) }]),
  );
}
