import { targetKey, type Url } from '#base/url.ts';
import type { Finding, FindingKind } from '#domain/finding.ts';
import type { Guide } from '#domain/page.ts';
import type { InspectionTerms } from '#domain/terms.ts';
import type { Inspector } from './inspector.ts';
import { missing } from './interaction.ts';
import { hasKind } from './interaction-pages.ts';
import { judgeTarget } from './judge-target.ts';
import { statusOf } from './judge-visit.ts';
import type { LinkTarget } from './link-targets.ts';
import { marks } from './site-ledger.ts';
import type { SiteView } from './site-view.ts';
import { suspect } from './suspect.ts';

/** Services (办事服务): whether there are any, what their guides lack, what they lead to. */
export const services: Inspector = {
  kinds: ['services-missing', 'guide-incomplete', 'service-download-dead', 'service-system-dead'],
  needs: ['homepage', 'pages', 'targets'],
  run: judgeServices,
};

interface GuidePage {
  url: Url;
  guide: Guide;
  title: string;
}

function judgeServices(view: SiteView, terms: InspectionTerms): Finding[] {
  const guides = [...view.pagesMarked(marks.hasGuide)].flatMap((url): GuidePage[] => {
    const facts = view.page(url).facts;
    return facts?.guide ? [{ url, guide: facts.guide, title: facts.title }] : [];
  });
  if (guides.length === 0 && !hasServices(view)) return [missing(view, 'services-missing')];
  const lacking = guides.filter(
    ({ guide }) => guide.missing.length >= Math.max(1, terms.guide.missingElements),
  );
  return [
    ...lacking.map((page) => incomplete(view, page)),
    ...deadOf(view, 'service-download-dead', guides, (guide) => guide.downloads),
    ...deadOf(view, 'service-system-dead', guides, (guide) => guide.systems),
  ];
}

function hasServices(view: SiteView): boolean {
  if (hasKind(view, 'service')) return true;
  for (const _ of view.pagesMarked(marks.isOfService)) return true;
  return false;
}

function incomplete(view: SiteView, { url, guide, title }: GuidePage): Finding {
  const lacks = [...guide.missing].sort();
  return suspect(view, {
    kind: 'guide-incomplete',
    url,
    reason: null,
    measure: { missing: lacks, count: lacks.length },
    restsOn: [{ url, excerpt: title.trim() || null }],
  });
}

/** What guides lead to and does not open: one finding a distinct target. */
function deadOf(
  view: SiteView,
  kind: FindingKind,
  guides: readonly GuidePage[],
  leadsTo: (guide: Guide) => readonly Url[],
): Finding[] {
  const found = new Map<string, Finding>();
  for (const { url: foundOn, guide } of guides) {
    for (const url of leadsTo(guide)) {
      const key = targetKey(url);
      if (found.has(key)) continue;
      const target = view.targets.get(key) ?? bareTarget(view, url, foundOn);
      const judgement = judgeTarget(view, target);
      if (judgement.state === 'opened') continue;
      const sighting = view.sightings.seen(url, view.look);
      found.set(
        key,
        suspect(view, {
          kind,
          url,
          reason: judgement.state === 'dead' ? null : judgement.reason,
          measure: {
            outcome: judgement.state === 'dead' ? judgement.outcome : null,
            status: sighting && statusOf(sighting.visit),
          },
          restsOn: [{ url, excerpt: sighting?.facts?.title.trim() || null }],
          foundOn,
          anchorText: target.anchorText,
        }),
      );
    }
  }
  return [...found.values()];
}

function bareTarget(view: SiteView, url: Url, foundOn: Url): LinkTarget {
  const key = targetKey(url);
  return {
    id: view.ledger.book.add(key),
    key,
    isAliased: key !== url,
    url,
    foundOn,
    anchorText: null,
    onHomepage: false,
    isFollowed: true,
    isCalledHomepage: false,
  };
}
