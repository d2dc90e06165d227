import type { CivilDate } from '#base/civil-date.ts';
import type { PageFacts } from '#domain/page.ts';
import type { Visit } from '#domain/visit.ts';
import { isPage } from '#read/is-page.ts';
import type { Lexicon } from '#read/lexicon.ts';
import { readEndpoint } from '#read/read-endpoint.ts';
import { readPage } from '#read/read-page.ts';
import { endpointFacts, robotsFacts } from './endpoint-facts.ts';

/** What reading depends on besides the bytes. */
export interface Reading {
  asOf: CivilDate;
  lexicon: Lexicon;
}

/**
 * The facts of a visit, by its purpose; null for what is no page. Saved visits are read again
 * with it after the reader was mended. Error pages are read too: they may be challenges.
 */
export function readVisit(
  visit: Pick<Visit, 'outcome' | 'purpose' | 'finalUrl'>,
  bytes: Uint8Array,
  reading: Reading,
): PageFacts | null {
  if (visit.outcome.kind !== 'answered') return null;
  const { status, contentType } = visit.outcome;
  const { asOf, lexicon } = reading;
  const url = visit.finalUrl;
  if (visit.purpose === 'robots') {
    return status < 300 ? robotsFacts(url, new TextDecoder().decode(bytes)) : null;
  }
  if (visit.purpose === 'endpoint') {
    if (status >= 300) return null;
    return endpointFacts(url, readEndpoint({ url, bytes, contentType, asOf }, lexicon));
  }
  if (!isPage(contentType, bytes, url)) return null;
  const isHomepage = visit.purpose === 'homepage';
  return readPage({ url, bytes, contentType, asOf, isHomepage }, lexicon);
}
