import { toPoints } from '#base/points.ts';
import type { Observation } from '#domain/observation.ts';
import type { SiteResult } from '#domain/result.ts';
import type { Site } from '#domain/site.ts';
import type { Rubric } from '#domain/rubric.ts';
import type { Scorecard } from '#domain/scorecard.ts';
import { type Inspection, inspectSite } from '#inspect/inspect-site.ts';
import { SiteLedger } from '#inspect/site-ledger.ts';
import { scoreSite } from '#score/score-site.ts';
import { termsFor } from '#score/terms-for.ts';

/** A site as one rubric sees it: what was found, and what it costs. */
export interface Judgement {
  inspection: Inspection;
  card: Scorecard;
  result: SiteResult;
}

/** A judgement as it travels between threads: plain, and no more than is kept of it. */
export interface JudgedSite extends Pick<Inspection, 'channels' | 'freshness' | 'looked'> {
  result: SiteResult;
}

/** What is kept of a judgement. */
export function judgedSite({ result, inspection }: Judgement): JudgedSite {
  const { channels, freshness, looked } = inspection;
  return { result, channels, freshness, looked };
}

/** Judges saved observations by a rubric. Same values in, same judgement out, on any machine. */
export function judgeSite(saved: Observation | SiteLedger, rubric: Rubric): Judgement {
  const site = saved instanceof SiteLedger ? saved.saved.site : saved.site;
  const inspection = inspectSite(saved, termsFor(rubric, site.kind));
  const { findings, looked } = inspection;
  const card = scoreSite({ kind: site.kind, findings, looked }, rubric);
  return { inspection, card, result: siteResult(site, inspection, card) };
}

function siteResult(site: Site, inspection: Inspection, card: Scorecard): SiteResult {
  return {
    key: site.key,
    unit: site.unit,
    homepage: site.homepage,
    siteIdCode: site.siteIdCode,
    kind: site.kind,
    verdict: card.verdict,
    score: card.score === null ? null : toPoints(card.score),
    vetoes: card.vetoes.map(({ indicator, findings }) => ({ indicator, findings })),
    deductions: card.deductions.map((deduction) => ({
      ...deduction,
      points: toPoints(deduction.points),
    })),
    bonus: card.bonus.map(({ indicator, points }) => ({ indicator, points: toPoints(points) })),
    unpriced: card.unpriced,
    gaps: card.gaps,
    findings: inspection.findings,
    totals: inspection.totals,
  };
}
