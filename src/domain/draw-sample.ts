import { assert } from '#base/assert.ts';
import { sha256 } from '#base/hash.ts';
import type { Sample } from './campaign.ts';
import type { SiteKind } from './site.ts';

/** A site that a campaign may look at. */
export interface Candidate {
  siteId: number;
  /** As in the register: the draw hangs on it. */
  key: string;
  kind: SiteKind;
}

/** Sites of which a share is drawn by itself. */
export interface Stratum {
  kinds: SiteKind[];
  /** Sites that could be drawn. */
  of: number;
  drawn: number;
}

/** What a sample came to. */
export interface Draw<C extends Candidate = Candidate> {
  /** In the order the candidates were given in. */
  drawn: C[];
  strata: Stratum[];
  /** Candidates that were left out beforehand, with the reason. */
  excluded: { siteId: number; reason: string }[];
}

/**
 * Draws the sites of a campaign. Each site has a rank that follows from the seed and its key
 * alone, and each stratum gives those that rank first: the same sample draws the same list again
 * in whatever order the sites stand, and a site more or less changes no other's rank.
 */
export function drawSample<C extends Candidate>(candidates: readonly C[], sample: Sample): Draw<C> {
  assert(sample.share > 0 && sample.share <= 1, `no share: ${sample.share}`);
  const reasons = new Map(sample.excluded.map(({ siteId, reason }) => [siteId, reason]));
  const eligible = candidates.filter(({ siteId }) => !reasons.has(siteId));
  const chosen = new Set<number>();
  const strata = strataOf(eligible, sample.strata).map(({ kinds, sites }): Stratum => {
    const drawn = firstOf(sites, sample);
    for (const { siteId } of drawn) chosen.add(siteId);
    return { kinds, of: sites.length, drawn: drawn.length };
  });
  return {
    drawn: eligible.filter(({ siteId }) => chosen.has(siteId)),
    strata,
    excluded: candidates.flatMap(({ siteId }) => {
      const reason = reasons.get(siteId);
      return reason === undefined ? [] : [{ siteId, reason }];
    }),
  };
}

/** One stratum a kind that is named, and one of all the others. */
function strataOf<C extends Candidate>(
  sites: readonly C[],
  named: readonly SiteKind[],
): { kinds: SiteKind[]; sites: C[] }[] {
  const rest = sites.filter(({ kind }) => !named.includes(kind));
  const strata = named.map((kind) => ({
    kinds: [kind],
    sites: sites.filter((site) => site.kind === kind),
  }));
  const others = { kinds: [...new Set(rest.map(({ kind }) => kind))].sort(), sites: rest };
  return [...strata, others].filter((stratum) => stratum.sites.length > 0);
}

function firstOf<C extends Candidate>(sites: readonly C[], { mode, share, seed }: Sample): C[] {
  if (mode === 'all') return [...sites];
  // A thousandth of a site is rounding, not a site.
  const count = Math.max(1, Math.ceil(sites.length * share - 0.001));
  const ranked = sites.map((site) => ({ site, rank: sha256(`${seed}\n${site.key}`) }));
  ranked.sort((a, b) => (a.rank < b.rank ? -1 : 1));
  return ranked.slice(0, count).map(({ site }) => site);
}
