import type { Finding } from '#domain/finding.ts';
import type { Inspector } from './inspector.ts';
import type { LinkTarget } from './link-targets.ts';
import { marks } from './site-ledger.ts';
import type { SiteView } from './site-view.ts';
import { suspect } from './suspect.ts';

/** Advice: what opens only when its broken certificate is overlooked. */
export const linkInsecure: Inspector = {
  kinds: ['link-insecure'],
  needs: ['targets'],
  run: judgeLinks,
};

function judgeLinks(view: SiteView): Finding[] {
  const found: Finding[] = [];
  for (const target of view.targets) {
    const number = view.ledger.findById(target.id, view.look);
    if (number < 0 || !view.ledger.is(number, marks.isInsecure)) continue;
    found.push(...judgeLink(view, target));
  }
  return found;
}

function judgeLink(view: SiteView, target: LinkTarget): Finding[] {
  const sighting = view.sightings.seen(target.url, view.look);
  if (sighting?.judgement.state !== 'opened') return [];
  const { outcome } = sighting.visit;
  if (outcome.kind !== 'answered' || !outcome.insecure) return [];
  return [
    suspect(view, {
      kind: 'link-insecure',
      url: target.url,
      subject: target.key,
      reason: null,
      measure: { position: target.onHomepage ? 'homepage' : 'other', status: outcome.status },
      restsOn: [{ url: target.url, excerpt: null }],
      foundOn: target.foundOn,
      anchorText: target.anchorText,
    }),
  ];
}
