import type { Url } from '#base/url.ts';
import { judgeSeries } from '#inspect/judge-series.ts';
import type { ProbeTally } from '#domain/availability.ts';
import type { ProbeOutcome } from './probe-sites.ts';

/** What a probe came to, in figures; what they mean is a rubric's to say. */
export interface ProbeSummary {
  isFinished: boolean;
  days: number;
  visitsPerDay: number;
  seed: string;
  sites: ProbedSite[];
}

/** One site: its visits by what they count as. `share`: of those that count, 0 to 1. */
export interface ProbedSite extends ProbeTally {
  unit: string;
  homepage: Url;
  visits: number;
  share: number | null;
}

/** The figures of a probe. */
export function summarizeProbe({ folder, series, isFinished }: ProbeOutcome): ProbeSummary {
  const { plan, timeoutMs } = folder.settings;
  const { days, visitsPerDay, seed } = plan;
  const sites = series.map(({ series: one }) => {
    const { tally } = judgeSeries(one, timeoutMs);
    const visits = tally.opened + tally.failed + tally.blocked;
    const share = visits === 0 ? null : tally.failed / visits;
    return { unit: one.site.unit, homepage: one.site.homepage, visits, share, ...tally };
  });
  return { isFinished, days, visitsPerDay, seed, sites };
}
