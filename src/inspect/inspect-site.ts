import { targetKey } from '#base/url.ts';
import type { Channel } from '#domain/channel.ts';
import type { ChannelFreshness } from '#domain/channel-freshness.ts';
import { type Finding, findingKinds } from '#domain/finding.ts';
import type { Observation } from '#domain/observation.ts';
import type { ResultTotals } from '#domain/result.ts';
import type { InspectionTerms } from '#domain/terms.ts';
import { hasNeverOpened } from './availability.ts';
import { channelFreshness } from './channel-freshness.ts';
import { confirm } from './confirm.ts';
import { countUnnamed } from './dead-links.ts';
import { compareText } from './link-targets.ts';
import { withPictures } from './pictures.ts';
import { ledgerOf, type SiteLedger } from './site-ledger.ts';
import { type SiteView, viewSite } from './site-view.ts';

/** What one site came to, by the terms of a rubric. */
export interface Inspection {
  /** In their final states, by kind and address. */
  findings: Finding[];
  /** By address. */
  channels: Channel[];
  /** Of each of them that is a list, as the last look saw it. */
  freshness: ChannelFreshness[];
  looked: Looked;
  totals: ResultTotals;
}

/** How much had to be looked at (link targets, channels, the homepage), and could not be. */
export interface Looked {
  total: number;
  unmeasured: number;
  /** The homepage failed at every visit of every look. */
  neverOpened: boolean;
}

/**
 * Inspects a site from what was saved of it: a function of the observation and the terms alone,
 * whatever order the visits stand in.
 */
export function inspectSite(saved: Observation | SiteLedger, terms: InspectionTerms): Inspection {
  const ledger = ledgerOf(saved);
  const views = viewSite(ledger);
  const found = Array.from(confirm(views, terms), ({ finding }) => finding).sort(compareFindings);
  const findings = withPictures(found, ledger);
  const [view] = views as [SiteView];
  const looked = countLooked(view, findings);
  const last = views.at(-1) ?? view;
  return {
    findings,
    channels: view.channels.map(({ channel }) => channel),
    freshness: channelFreshness(last),
    looked: { ...looked, neverOpened: hasNeverOpened(last, terms) },
    totals: {
      pages: view.pages.count,
      links: view.targets.length,
      bytes: ledger.bodyBytes,
      ms: ledger.ms,
      unmeasured: looked.unmeasured,
    },
  };
}

function compareFindings(a: Finding, b: Finding): number {
  const byKind = findingKinds.indexOf(a.kind) - findingKinds.indexOf(b.kind);
  return byKind || compareText(a.url, b.url) || compareText(a.id, b.id);
}

function countLooked(
  view: SiteView,
  findings: readonly Finding[],
): { total: number; unmeasured: number } {
  const links = new Set<string>();
  const channels = new Set<string>();
  let isHomepageUnmeasured = false;
  for (const { state, kind, url, channel } of findings) {
    if (state !== 'unmeasured') continue;
    if (kind === 'link-dead') links.add(targetKey(url));
    if (kind.startsWith('homepage-') || kind === 'site-unavailable') isHomepageUnmeasured = true;
    if (channel !== null) channels.add(channel.url);
  }
  return {
    total: view.targets.length + view.channels.length + 1,
    unmeasured: links.size + countUnnamed(view) + channels.size + Number(isHomepageUnmeasured),
  };
}
