import type { Finding } from '#domain/finding.ts';
import type { PageFacts } from '#domain/page.ts';
import type { Inspector } from './inspector.ts';
import { allFacts } from './page-view.ts';
import type { SiteView } from './site-view.ts';
import { suspect } from './suspect.ts';

/** What the foot of a homepage must show (国办发〔2017〕47号), and how a page tells that it does. */
const ELEMENTS: readonly { name: string; isShown(facts: PageFacts): boolean }[] = [
  { name: 'organiser', isShown: ({ footer }) => footer.organiser !== null },
  { name: 'contact', isShown: ({ footer }) => footer.contact !== null },
  { name: 'site-id-code', isShown: ({ siteIdCode }) => siteIdCode !== null },
  { name: 'icp', isShown: ({ icp }) => icp !== null },
  { name: 'police', isShown: ({ police }) => police !== null },
  { name: 'party-government-mark', isShown: ({ footer }) => footer.hasPartyGovernmentMark },
  { name: 'error-report-entrance', isShown: ({ footer }) => footer.hasErrorReportEntrance },
];

/** Elements the foot of the homepage lacks: advice, one finding a site. */
export const footer: Inspector = {
  kinds: ['footer-element-missing'],
  needs: ['homepage'],
  run: judgeFooter,
};

function judgeFooter(view: SiteView): Finding[] {
  const home = view.page(view.home.url);
  const shown = allFacts(home);
  if (home.facts === null || home.facts.needsRendering) return [];
  const lacking = ELEMENTS.filter(({ isShown }) => !shown.some(isShown)).map(({ name }) => name);
  if (lacking.length === 0) return [];
  const parts = home.parts.filter((part) => part.as === 'frame');
  const urls = [view.home.url, ...parts.map((part) => part.sighting.visit.url)];
  return [
    suspect(view, {
      kind: 'footer-element-missing',
      url: view.home.url,
      reason: home.unread,
      measure: { missing: lacking },
      restsOn: urls.map((url) => ({ url, excerpt: null })),
    }),
  ];
}
