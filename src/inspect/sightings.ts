import { targetKey, type Url } from '#base/url.ts';
import type { FindingReason } from '#domain/finding.ts';
import type { Observation } from '#domain/observation.ts';
import type { PageFacts } from '#domain/page.ts';
import type { CutTarget, Visit } from '#domain/visit.ts';
import { type Judgement, judgeVisit } from './judge-visit.ts';

/** One address as one visit saw it. */
export interface Sighting {
  visit: Visit;
  facts: PageFacts | null;
  judgement: Judgement;
}

/** All visits of a site, to be asked by address and look. */
export interface Sightings {
  /** The number of the last look. */
  lastLook: number;
  /**
   * How an address is seen at a look: by its visit of that look, else by that of look 0; under
   * the address as asked, else as the end of a redirect. Null when it was never visited.
   */
  seen(url: Url, look: number): Sighting | null;
  /** Why an address that was never visited was left out; null when nothing tells. */
  cutReason(url: Url): FindingReason | null;
}

const CUT_REASONS: Record<CutTarget['reason'], FindingReason> = {
  budget: 'budget',
  depth: 'budget',
  robots: 'robots',
  'forbidden-address': 'forbidden-address',
};

/** Indexes the visits of an observation; the order they stand in does not matter. */
export function indexSightings(observation: Observation): Sightings {
  const asked = new Map<number, Map<string, Sighting>>();
  const ended = new Map<string, Sighting>();
  let lastLook = 0;
  for (const visit of observation.visits) {
    if (visit.purpose === 'picture') continue;
    const facts = observation.facts[visit.id] ?? null;
    const sighting = { visit, facts, judgement: judgeVisit(visit, facts) };
    let ofLook = asked.get(visit.look);
    if (!ofLook) asked.set(visit.look, (ofLook = new Map()));
    keepBetter(ofLook, targetKey(visit.url), sighting);
    const opened = sighting.judgement.state === 'opened';
    if (visit.look === 0 && opened) keepBetter(ended, targetKey(visit.finalUrl), sighting);
    lastLook = Math.max(lastLook, visit.look);
  }
  const cuts = new Map(observation.cut.map((cut) => [targetKey(cut.url), cutOf(cut)]));
  return {
    lastLook,
    seen(url, look) {
      const key = targetKey(url);
      return asked.get(look)?.get(key) ?? asked.get(0)?.get(key) ?? ended.get(key) ?? null;
    },
    cutReason: (url) => cuts.get(targetKey(url)) ?? null,
  };
}

function cutOf(cut: CutTarget): FindingReason {
  return CUT_REASONS[cut.reason];
}

function keepBetter(index: Map<string, Sighting>, key: string, sighting: Sighting): void {
  const known = index.get(key);
  if (known === undefined || isBetter(sighting, known)) index.set(key, sighting);
}

/** Of two visits of one look the one that speaks for the site counts; then the earlier id. */
function isBetter(a: Sighting, b: Sighting): boolean {
  const [rankA, rankB] = [rank(a), rank(b)];
  return rankA === rankB ? a.visit.id < b.visit.id : rankA < rankB;
}

/**
 * Our own failure stands before a dead answer: it leaves open what the address would have said.
 * A browser was only asked where a fetch had not told enough: what it read comes first, and what
 * it did not read takes nothing from the fetch.
 */
function rank(sighting: Sighting): number {
  if (sighting.visit.method === 'browser') {
    return sighting.judgement.state === 'opened' && sighting.facts ? -1 : 4;
  }
  if (sighting.judgement.state === 'opened') return sighting.facts ? 0 : 1;
  return sighting.judgement.state === 'unmeasured' ? 2 : 3;
}
