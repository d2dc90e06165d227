import { targetKey, type Url } from '#base/url.ts';
import type { FindingReason } from '#domain/finding.ts';
import type { PageFacts } from '#domain/page.ts';
import type { Visit } from '#domain/visit.ts';
import type { Judgement } from './judge-visit.ts';
import type { SiteLedger } from './site-ledger.ts';

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
  /** The same by what the ledger holds of it; nothing is read. */
  judged(url: Url, look: number): Judgement | null;
  /** Why an address that was never visited was left out; null when nothing tells. */
  cutReason(url: Url): FindingReason | null;
}

/** The visits that a ledger knows, each read where it is saved when it is asked for. */
export function indexSightings(ledger: SiteLedger): Sightings {
  return {
    lastLook: ledger.lastLook,
    seen(url, look) {
      const number = ledger.find(targetKey(url), look);
      return number < 0 ? null : sightingAt(ledger, number);
    },
    judged(url, look) {
      const number = ledger.find(targetKey(url), look);
      return number < 0 ? null : ledger.judgement(number);
    },
    cutReason: (url) => ledger.cutReason(targetKey(url)),
  };
}

/** A visit by its number. */
export function sightingAt(ledger: SiteLedger, number: number): Sighting {
  const visit = ledger.saved.visit(number);
  const facts = ledger.saved.facts(number);
  return { visit, facts, judgement: ledger.judgement(number) };
}
