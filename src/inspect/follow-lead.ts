import { targetKey, type Url } from '#base/url.ts';
import type { Sighting, Sightings } from './sightings.ts';

/** Where a reader ends who is sent on by pages that show nothing themselves. */
export interface Lead {
  /** The address asked for, then each that it leads to and that was visited. */
  urls: Url[];
  end: Sighting;
  /** They lead to one another, and nowhere else. */
  isLoop: boolean;
}

/** Follows meta refreshes and scripts that do nothing else; null for what was never visited. */
export function followLead(sightings: Sightings, url: Url, look: number): Lead | null {
  const first = sightings.seen(url, look);
  if (first === null) return null;
  const lead: Lead = { urls: [url], end: first, isLoop: false };
  const known = new Set([targetKey(url)]);
  for (;;) {
    const next = lead.end.judgement.state === 'opened' ? lead.end.facts?.leadsTo : null;
    const sighting = next ? sightings.seen(next, look) : null;
    if (!next || sighting === null) return lead;
    if (known.has(targetKey(next))) return { ...lead, isLoop: true };
    known.add(targetKey(next));
    lead.urls.push(next);
    lead.end = sighting;
  }
}
