import { targetKey, type Url } from '#base/url.ts';
import type { Finding } from '#domain/finding.ts';
import type { Observation } from '#domain/observation.ts';
import type { InspectionTerms } from '#domain/terms.ts';
import { confirm } from './confirm.ts';
import { compareText } from './link-targets.ts';
import type { SiteLedger } from './site-ledger.ts';
import { viewSite } from './site-view.ts';

/**
 * The addresses that the next round of looking again has to visit: those that what is still
 * suspected, or confirmed so far, rests on. Empty when nothing is, or all of it was dropped.
 */
export function whatToLookAtAgain(saved: Observation | SiteLedger, terms: InspectionTerms): Url[] {
  const urls = new Map<string, Url>();
  for (const { finding, restsOn } of confirm(viewSite(saved), terms)) {
    if (!isOpen(finding)) continue;
    for (const url of restsOn) urls.set(targetKey(url), url);
  }
  return [...urls.values()].sort(compareText);
}

/** A further look by a machine settles nothing that waits for a person. */
function isOpen({ state, reason }: Finding): boolean {
  if (state === 'confirmed') return true;
  return state === 'suspected' && reason !== 'needs-person';
}
