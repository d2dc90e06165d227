import { chinaDate } from '#base/civil-date.ts';
import { shortHash } from '#base/hash.ts';
import { targetKey, type Url } from '#base/url.ts';
import type { AvailabilitySeries, Probe } from '#domain/availability.ts';
import type { Evidence, Finding, FindingReason, NamedMeasure } from '#domain/finding.ts';
import type { InspectionTerms } from '#domain/terms.ts';
import { type JudgedSeries, judgeSeries } from './judge-series.ts';
import type { SiteView } from './site-view.ts';

/** "A week" of the line 站点无法访问, beside its least sample of visits. */
const SAMPLE_DAYS = 7;

/**
 * A site by its series: any failed visit of a full sample is a finding with the share of failed
 * visits, confirmed, for the week's spaced visits are looks enough; what share costs how much is
 * the rubric's to say. A smaller sample is suspected at most. A visit that we were refused is one
 * that the server answered: it is counted in the share, but makes no sample.
 */
export function judgeAvailabilitySeries(
  view: SiteView,
  series: AvailabilitySeries,
  terms: InspectionTerms,
): Finding[] {
  const { timeoutMs, minimumVisits } = terms.availability;
  const judged = judgeSeries(series, timeoutMs);
  const { failed, opened, blocked } = judged.tally;
  const isSampled = opened + failed >= minimumVisits && judged.measuredDays >= SAMPLE_DAYS;
  if (opened + failed === 0) {
    const reason = blocked > 0 ? 'blocked' : 'timeout-ours';
    return [found(view, series, judged, { state: 'unmeasured', reason })];
  }
  if (failed === 0) return [];
  const reason = isSampled ? whyDoubted(series, judged) : 'below-sample';
  const state = reason === null ? 'confirmed' : 'suspected';
  return [found(view, series, judged, { state, reason })];
}

/** Without a control host at a failure nobody can say whose it was: a person decides. */
function whyDoubted({ probes }: AvailabilitySeries, judged: JudgedSeries): FindingReason | null {
  const isUnwitnessed = probes.some(
    ({ controls, outcome }, index) =>
      judged.results[index] === 'failed' && controls === null && outcome.kind === 'failed',
  );
  return isUnwitnessed ? 'needs-person' : null;
}

function found(
  view: SiteView,
  series: AvailabilitySeries,
  judged: JudgedSeries,
  verdict: Pick<Finding, 'state' | 'reason'>,
): Finding {
  const { url } = view.home;
  const kind = 'site-unavailable';
  return {
    id: `f-${shortHash(`${view.site.key}|${kind}|${targetKey(url)}`)}`,
    kind,
    ...verdict,
    url,
    foundOn: null,
    anchorText: null,
    channel: null,
    measure: measureOf(series, judged),
    evidence: series.probes.flatMap((probe, index) =>
      judged.results[index] === 'failed' ? [evidenceOf(probe, url)] : [],
    ),
  };
}

function measureOf({ probes, plan }: AvailabilitySeries, { tally }: JudgedSeries): NamedMeasure {
  const { opened, failed, blocked, ours, maintenance } = tally;
  const visits = opened + failed + blocked;
  return {
    visits,
    failed,
    share: visits === 0 ? 0 : failed / visits,
    blocked,
    ours,
    maintenance,
    from: chinaDate(plan.startsAt),
    to: chinaDate(probes.at(-1)?.at ?? plan.startsAt),
  };
}

function evidenceOf({ id, at, outcome }: Probe, url: Url): Evidence {
  const isAnswered = outcome.kind === 'answered';
  return {
    visit: id,
    url,
    at,
    status: isAnswered ? outcome.status : null,
    outcome: isAnswered ? 'answered' : outcome.why,
    bodyHash: isAnswered ? outcome.bodyHash : null,
    excerpt: null,
    look: 0,
  };
}
