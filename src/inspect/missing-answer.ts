import { targetKey, type Url } from '#base/url.ts';
import type { PageFacts } from '#domain/page.ts';
import type { Visit } from '#domain/visit.ts';
import type { Judgement } from './judge-visit.ts';
import type { Sighting, Sightings } from './sightings.ts';

/** What the site says to addresses that cannot exist, where it does not say 404. */
export function randomAnswers(
  sightings: Sightings,
  randomUrls: readonly Url[],
  look: number,
): Sighting[] {
  return randomUrls.flatMap((url) => {
    const sighting = sightings.seen(url, look);
    return sighting && isPage(sighting.judgement) ? [sighting] : [];
  });
}

function isPage(judgement: Judgement): boolean {
  if (judgement.state === 'dead') return judgement.outcome === 'soft-404';
  return judgement.state === 'opened';
}

/**
 * What follows when an address is answered as one that cannot exist is: it does not exist either.
 * Unless all addresses get one shell, which only a browser fills. Null when the answer differs.
 */
export function judgeByRandom(sighting: Sighting, randoms: readonly Sighting[]): Judgement | null {
  const random = randoms.find((one) => isSameAnswer(sighting, one));
  if (random === undefined) return null;
  // Behind a sign-in nobody can tell what is there: it refuses the visitor, not the address.
  if (isSignIn(sighting.visit)) return { state: 'unmeasured', reason: 'blocked' };
  const isShell = random.judgement.state === 'opened' && random.facts?.needsRendering === true;
  return isShell
    ? { state: 'unmeasured', reason: 'needs-rendering' }
    : { state: 'dead', outcome: 'soft-404' };
}

const SIGN_IN = /\/(?:login|log-?on|sign-?in|sso|cas|oauth2?|passport|uaa)(?:[/.]|$)/i;

function isSignIn(visit: Visit): boolean {
  return isRedirected(visit) && SIGN_IN.test(new URL(visit.finalUrl).pathname);
}

function isSameAnswer(sighting: Sighting, random: Sighting): boolean {
  const [answer, missing] = [sighting.visit.outcome, random.visit.outcome];
  if (answer.kind !== 'answered' || missing.kind !== 'answered') return false;
  if (missing.bodyBytes > 0 && answer.bodyHash === missing.bodyHash) return true;
  if (sighting.facts && random.facts && isSamePage(sighting.facts, random.facts)) return true;
  if (!isRedirected(sighting.visit) || !isRedirected(random.visit)) return false;
  return targetKey(sighting.visit.finalUrl) === targetKey(random.visit.finalUrl);
}

/** The same words and links; figures may differ: times, counters, the address repeated. */
function isSamePage(facts: PageFacts, missing: PageFacts): boolean {
  if (facts.title !== missing.title || missing.text.trim() === '') return false;
  if (withoutFigures(facts.text) !== withoutFigures(missing.text)) return false;
  const links = new Set(missing.links.map(({ url }) => url));
  return (
    facts.links.length === missing.links.length && facts.links.every(({ url }) => links.has(url))
  );
}

function withoutFigures(text: string): string {
  return text.replace(/[\d\s:：.-]+/g, ' ');
}

function isRedirected(visit: Visit): boolean {
  return targetKey(visit.url) !== targetKey(visit.finalUrl);
}
