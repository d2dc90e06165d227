import type { Finding } from '#domain/finding.ts';
import type { InspectionTerms } from '#domain/terms.ts';
import type { Inspector } from './inspector.ts';
import { judgeAvailabilitySeries } from './availability-series.ts';
import type { Judged } from './site-ledger.ts';
import type { SiteView } from './site-view.ts';
import { suspect } from './suspect.ts';

/**
 * A site that cannot be visited (站点无法访问): by a series of spaced visits where one was made,
 * else by the share of failed visits of the homepage up to this look. Then, below the rubric's
 * least sample, it is suspected at most, and only while no visit of the look opened it.
 */
export const availability: Inspector = {
  kinds: ['site-unavailable'],
  needs: ['visits'],
  run: (view, terms) =>
    view.availability === null
      ? judgeAvailability(view, terms)
      : judgeAvailabilitySeries(view, view.availability, terms),
};

type Opening = 'opened' | 'failed' | 'unmeasured';

function judgeAvailability(view: SiteView, terms: InspectionTerms): Finding[] {
  const probes = homepageVisits(view).map((probe) => ({
    look: probe.visit.look,
    opening: openingOf(probe, terms.availability.timeoutMs),
  }));
  const measured = probes.filter(({ opening }) => opening !== 'unmeasured');
  const visits = measured.length;
  const failed = measured.filter(({ opening }) => opening === 'failed').length;
  const lastLook = Math.max(0, ...measured.map(({ look }) => look));
  const last = measured.filter(({ look }) => look === lastLook);
  const isDown = last.every(({ opening }) => opening === 'failed');
  const isSampled = visits >= terms.availability.minimumVisits;
  const share = visits === 0 ? 0 : failed / visits;
  // What we could not measure may have opened: it speaks for the site.
  const sureShare = failed / Math.max(1, probes.length);
  const isFailing = isSampled ? sureShare >= terms.availability.maximumShare : isDown;
  if (visits > 0 && !isFailing) return [];
  const url = view.home.url;
  const why = view.sightings.seen(url, view.look)?.judgement;
  const unmeasured = why?.state === 'unmeasured' ? why.reason : 'budget';
  const reason = visits === 0 ? unmeasured : isSampled ? null : 'below-sample';
  const restsOn = [{ url, excerpt: null }];
  const measure = { visits, failed, share };
  return [suspect(view, { kind: 'site-unavailable', url, reason, measure, restsOn })];
}

/** Visits of the homepage up to this look; any of its address where none was made as such. */
function homepageVisits(view: SiteView): Judged[] {
  const probes = [...view.ledger.visitsFor('homepage')];
  const upToNow = probes.filter(({ visit }) => visit.look <= view.look);
  if (upToNow.length > 0) return upToNow;
  return [...view.ledger.visitsOf(view.home.url)].filter(({ visit }) => visit.look <= view.look);
}

function openingOf({ visit, judgement }: Judged, timeoutMs: number): Opening {
  const { state } = judgement;
  // A browser is asked when a fetch did open or was refused: its own troubles prove nothing.
  if (visit.method === 'browser') return state === 'opened' ? 'opened' : 'unmeasured';
  if (state === 'unmeasured') return 'unmeasured';
  return state === 'dead' || visit.outcome.ms > timeoutMs ? 'failed' : 'opened';
}

/** Whether the homepage was visited, failed, and opened at no visit of any look. */
export function hasNeverOpened(view: SiteView, terms: InspectionTerms): boolean {
  const openings = homepageVisits(view).map((probe) =>
    openingOf(probe, terms.availability.timeoutMs),
  );
  return openings.includes('failed') && !openings.includes('opened');
}
