import { isHomepageUrl, targetKey, type Url } from '#base/url.ts';
import type { Visit } from '#domain/visit.ts';
import type { Judgement } from './judge-visit.ts';
import type { LinkTarget } from './link-targets.ts';
import type { Sighting } from './sightings.ts';
import type { SiteView } from './site-view.ts';

const HOMEPAGE_FILE = /^\/(?:index|default|home|main|welcome|portal)(?:\.\w+)?\/?$/i;

/**
 * Whether a link target works at a look: what its visit says, and for the site's own addresses
 * also whether they give the answer that the site gives to an address that cannot exist, or end
 * on the homepage without being meant for it.
 */
export function judgeTarget(view: SiteView, target: LinkTarget): Judgement {
  const { url } = target;
  const sighting = view.sightings.seen(url, view.look);
  if (sighting === null) {
    return { state: 'unmeasured', reason: view.sightings.cutReason(url) ?? 'budget' };
  }
  const { judgement, visit } = sighting;
  if (judgement.state === 'dead' && judgement.outcome === 'dns' && isOutsideDark(view)) {
    return { state: 'unmeasured', reason: 'timeout-ours' };
  }
  if (judgement.state !== 'opened' || !view.isOwn(url)) return judgement;
  if (isMeantForHomepage(view, target)) return judgement;
  if (endsOnHomepage(view, visit)) return { state: 'dead', outcome: 'redirect-home' };
  const isMissing = randomAnswers(view).some((answer) => isSameAnswer(visit, answer.visit));
  return isMissing ? { state: 'dead', outcome: 'soft-404' } : judgement;
}

/**
 * Whether not one foreign name resolved, of two or more: then it is our resolver that cannot see
 * outside (a machine within a government network), and no name is called gone on its word.
 */
function isOutsideDark(view: SiteView): boolean {
  const unresolved = new Set<string>();
  for (const { url, outcome } of view.visits) {
    const { hostname } = new URL(url);
    if (view.isOwn(url) || /^[\d.]+$|^\[/.test(hostname)) continue;
    if (outcome.kind === 'answered' || outcome.why !== 'dns') return false;
    unresolved.add(hostname);
  }
  return unresolved.size >= 2;
}

function isMeantForHomepage(view: SiteView, target: LinkTarget): boolean {
  if (target.isCalledHomepage || view.home.keys.has(target.key)) return true;
  return isHomepageUrl(target.url) || HOMEPAGE_FILE.test(new URL(target.url).pathname);
}

function endsOnHomepage(view: SiteView, visit: Visit): boolean {
  const { finalUrl } = visit;
  if (!isRedirected(visit)) return false;
  return view.home.keys.has(targetKey(finalUrl)) || isOwnRoot(view, finalUrl);
}

function isOwnRoot(view: SiteView, url: Url): boolean {
  return view.isOwn(url) && isHomepageUrl(url);
}

function isRedirected(visit: Visit): boolean {
  return targetKey(visit.url) !== targetKey(visit.finalUrl);
}

/** What the site says to addresses that cannot exist, where it does not say 404. */
function randomAnswers(view: SiteView): Sighting[] {
  return view.randomUrls.flatMap((url) => {
    const sighting = view.sightings.seen(url, view.look);
    return sighting && isPage(sighting.judgement) ? [sighting] : [];
  });
}

function isPage(judgement: Judgement): boolean {
  if (judgement.state === 'dead') return judgement.outcome === 'soft-404';
  return judgement.state === 'opened';
}

function isSameAnswer(visit: Visit, random: Visit): boolean {
  const [answer, missing] = [visit.outcome, random.outcome];
  if (answer.kind !== 'answered' || missing.kind !== 'answered') return false;
  if (missing.bodyBytes > 0 && answer.bodyHash === missing.bodyHash) return true;
  if (!isRedirected(visit) || !isRedirected(random)) return false;
  return targetKey(visit.finalUrl) === targetKey(random.finalUrl);
}
