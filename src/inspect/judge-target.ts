import { isHomepageUrl, targetKey, type Url } from '#base/url.ts';
import { followLead } from './follow-lead.ts';
import { isLedNowhere, type Judgement } from './judge-visit.ts';
import type { LinkTarget } from './link-targets.ts';
import { judgeByRandom } from './missing-answer.ts';
import { marks } from './site-ledger.ts';
import { sightingAt } from './sightings.ts';
import type { SiteView } from './site-view.ts';

const HOMEPAGE_FILE = /^\/(?:index|default|home|main|welcome|portal)(?:\.\w+)?\/?$/i;

/**
 * Whether a link target works at a look: what its visit says, and for the site's own addresses
 * also whether they give the answer that the site gives to an address that cannot exist, or end
 * on the homepage without being meant for it.
 */
export function judgeTarget(view: SiteView, target: LinkTarget): Judgement {
  const { ledger } = view;
  const number = ledger.findById(target.id, view.look);
  if (number < 0) {
    return { state: 'unmeasured', reason: ledger.cutReasonById(target.id) ?? 'budget' };
  }
  const judgement = ledger.judgement(number);
  // Most addresses are what they seem: nothing more has to be read.
  const isPlain = ledger.is(number, marks.isPlain) && !target.isAliased;
  if (judgement.state === 'opened' && isPlain && view.randoms.length === 0) return judgement;
  const { url } = target;
  if (judgement.state === 'dead' && judgement.outcome === 'dns' && view.isOutsideDark()) {
    return { state: 'unmeasured', reason: 'timeout-ours' };
  }
  if (judgement.state !== 'opened' || !view.isOwn(url)) return judgement;
  const sighting = sightingAt(ledger, number);
  const lead = followLead(view.sightings, url, view.look);
  if (lead?.isLoop) return { state: 'dead', outcome: 'redirect-loop' };
  const end = lead?.end ?? sighting;
  if (end.judgement.state !== 'opened') return end.judgement;
  const { finalUrl } = end.visit;
  if (isLedNowhere({ url, finalUrl })) return { state: 'dead', outcome: 'soft-404' };
  if (isMeantForHomepage(view, target)) return judgement;
  if (endsOnHomepage(view, url, finalUrl)) return { state: 'dead', outcome: 'redirect-home' };
  return judgeByRandom(end, view.randoms) ?? judgement;
}

/** The addresses that a judgement rests on: the target, and where it leads its reader. */
export function targetBasis(view: SiteView, { url }: LinkTarget): Url[] {
  return followLead(view.sightings, url, view.look)?.urls ?? [url];
}

function isMeantForHomepage(view: SiteView, target: LinkTarget): boolean {
  if (target.isCalledHomepage || view.home.keys.has(target.key)) return true;
  return isHomepageUrl(target.url) || HOMEPAGE_FILE.test(new URL(target.url).pathname);
}

function endsOnHomepage(view: SiteView, url: Url, finalUrl: Url): boolean {
  if (targetKey(url) === targetKey(finalUrl)) return false;
  return view.home.keys.has(targetKey(finalUrl)) || isOwnRoot(view, finalUrl);
}

function isOwnRoot(view: SiteView, url: Url): boolean {
  return view.isOwn(url) && isHomepageUrl(url);
}
