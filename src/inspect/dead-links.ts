import type { Finding } from '#domain/finding.ts';
import type { Inspector } from './inspector.ts';
import { judgeTarget, targetBasis } from './judge-target.ts';
import { statusOf } from './judge-visit.ts';
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
  run: (view) => view.targets.flatMap((target) => judgeLink(view, target)),
};

function judgeLink(view: SiteView, target: LinkTarget): Finding[] {
  const judgement = judgeTarget(view, target);
  if (judgement.state === 'opened') return [];
  const sighting = view.sightings.seen(target.url, view.look);
  const outcome = judgement.state === 'dead' ? judgement.outcome : null;
  return [
    suspect(view, {
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
    }),
  ];
}
