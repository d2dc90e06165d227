import type { KeptSoFar, KeptVisit } from '#crawl/crawl-context.ts';
import { crawlSite } from '#crawl/crawl-site.ts';
import { lookAgain } from '#crawl/look-again.ts';
import type { Observation } from '#domain/observation.ts';
import type { PageFacts } from '#domain/page.ts';
import type { SiteResult } from '#domain/result.ts';
import type { Site } from '#domain/site.ts';
import type { Visit } from '#domain/visit.ts';
import { whatToLookAtAgain } from '#inspect/what-to-look-at-again.ts';
import { termsFor } from '#score/terms-for.ts';
import { loadObservation } from '#store/load-observation.ts';
import { recoverSiteArchive } from '#store/recover-site-archive.ts';
import { isSiteSealed, openSiteArchive, type SiteArchive } from '#store/site-archive.ts';
import { crawlContext } from './crawl-context.ts';
import { judgeSite } from './judge-site.ts';
import type { Run } from './run.ts';
import { type SiteReport, siteReport } from './site-report.ts';

/** What is known of a site so far: grows with every visit that is kept. */
export interface Notes extends KeptSoFar {
  visits: Visit[];
  facts: Record<string, PageFacts>;
}

/**
 * Inspects one site: crawl it, keep each visit, look again at what seems wrong, judge. A site
 * that an earlier, interrupted call inspected is judged from what was saved. Null when this call
 * is interrupted; all that was done is kept.
 */
export async function inspectSite(site: Site, run: Run): Promise<SiteResult | null> {
  const report = siteReport(site, run);
  if (isSiteSealed(run.folder, site.key)) {
    return conclude(loadObservation(run.folder, site, run.folder.settings.asOf), run, report);
  }
  const notes: Notes = recoverSiteArchive(run.folder, site.key);
  const archive = openSiteArchive(run.folder, site.key);
  try {
    const observation = await observe(site, run, notes, archive, report);
    if (observation === null) return null;
    await archive.finish();
    return conclude(observation, run, report);
  } finally {
    await archive.close();
  }
}

async function observe(
  site: Site,
  run: Run,
  notes: Notes,
  archive: SiteArchive,
  report: SiteReport,
): Promise<Observation | null> {
  const keep = (kept: KeptVisit) => keepVisit(kept, notes, archive);
  const context = crawlContext(run, notes, keep, report.crawled);
  const summary = await crawlSite(site, context);
  archive.keepCut(summary.cut);
  const { asOf, recheck } = run.folder.settings;
  const observation: Observation = { site, asOf, ...notes, cut: summary.cut };
  if (!summary.finished) return null;
  const terms = termsFor(run.rubric, site.kind);
  for (let look = 1; look <= recheck.times; look++) {
    const urls = whatToLookAtAgain(observation, terms);
    const seen = seenAt(notes.visits, look);
    const missing = urls.filter((url) => !seen.has(url));
    if (missing.length === 0) continue;
    report.rechecking(look);
    if (seen.size === 0) await run.watch.wait(recheck.spacingMs);
    if (run.watch.signal.aborted) return null;
    if (!(await lookAgain(site, missing, look, context))) return null;
  }
  return observation;
}

function seenAt(visits: readonly Visit[], look: number): Set<string> {
  return new Set(visits.filter((visit) => visit.look === look).map((visit) => visit.url));
}

async function keepVisit(kept: KeptVisit, notes: Notes, archive: SiteArchive): Promise<void> {
  const { visit, exchange, facts } = kept;
  notes.visits.push(visit);
  if (facts !== null) notes.facts[visit.id] = facts;
  await archive.keep({
    visit,
    requestHead: exchange?.requestHead ?? '',
    responseHead: exchange?.responseHead ?? '',
    bytes: exchange?.bytes ?? new Uint8Array(),
    facts,
  });
}

function conclude(observation: Observation, run: Run, report: SiteReport): SiteResult {
  report.judging();
  const { result } = judgeSite(observation, run.rubric);
  report.done(result);
  return result;
}
