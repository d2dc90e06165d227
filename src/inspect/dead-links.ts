import type { Finding } from '#domain/finding.ts';
import type { Inspector } from './inspector.ts';
import { judgeTarget, targetBasis } from './judge-target.ts';
import { type Judgement, statusOf } from './judge-visit.ts';
import type { LinkTarget } from './link-targets.ts';
import type { SiteView } from './site-view.ts';
import { suspect } from './suspect.ts';

/**
 * Links that lead nowhere, one finding a distinct target; one that the homepage or its frames
 * show is the homepage's (国办发〔2015〕15号, 链接可用性). What refuses only us is unmeasured.
 */
export const deadLinks: Inspector = {
  kinds: ['link-dead'],
  needs: ['targets'],
  run: judgeLinks,
};

type Failing = Exclude<Judgement, { state: 'opened' }>;

/** Of the addresses that the budget left out so many are named; all are counted. */
const MOST_NAMED = 5000;

function* judgeLinks(view: SiteView): Generator<Finding> {
  let leftOut = 0;
  for (const target of view.targets) {
    const judgement = judgeTarget(view, target);
    if (judgement.state === 'opened') continue;
    if (isLeftOut(view, target, judgement) && ++leftOut > MOST_NAMED) continue;
    yield judgeLink(view, target, judgement);
  }
}

/** How many targets the budget left out that no finding names. */
export function countUnnamed(view: SiteView): number {
  let leftOut = 0;
  for (const target of view.targets) {
    if (isLeftOut(view, target, judgeTarget(view, target))) leftOut += 1;
  }
  return Math.max(0, leftOut - MOST_NAMED);
}

function isLeftOut(view: SiteView, { id }: LinkTarget, judgement: Judgement): boolean {
  const isBudget = judgement.state === 'unmeasured' && judgement.reason === 'budget';
  return isBudget && view.ledger.findById(id, 0) < 0;
}

function judgeLink(view: SiteView, target: LinkTarget, judgement: Failing): Finding {
  const sighting = view.sightings.seen(target.url, view.look);
  const outcome = judgement.state === 'dead' ? judgement.outcome : null;
  return suspect(view, {
    kind: 'link-dead',
    url: target.url,
    subject: target.key,
    reason: judgement.state === 'dead' ? null : judgement.reason,
    measure: {
      position: target.onHomepage ? 'homepage' : 'other',
      outcome,
      status: sighting && statusOf(sighting.visit),
    },
    restsOn: targetBasis(view, target).map((url, index) => {
      return { url, excerpt: index > 0 ? null : sighting?.facts?.title.trim() || null };
    }),
    foundOn: target.foundOn,
    anchorText: target.anchorText,
  });
}
