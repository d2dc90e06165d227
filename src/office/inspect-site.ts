import type { CrawlContext, KeptSoFar, KeptVisit } from '#crawl/crawl-context.ts';
import { crawlSite } from '#crawl/crawl-site.ts';
import { lookAgain } from '#crawl/look-again.ts';
import { takePictures } from '#crawl/take-pictures.ts';
import type { Observation } from '#domain/observation.ts';
import type { PageFacts } from '#domain/page.ts';
import type { SiteResult } from '#domain/result.ts';
import type { Site } from '#domain/site.ts';
import type { Visit } from '#domain/visit.ts';
import { whatToPicture } from '#inspect/pictures.ts';
import { whatToLookAtAgain } from '#inspect/what-to-look-at-again.ts';
import { termsFor } from '#score/terms-for.ts';
import { pictureName } from '#store/archive-index.ts';
import { loadAvailability, loadObservation } from '#store/load-observation.ts';
import type { RunFolder } from '#store/run-folder.ts';
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
  const keep = (kept: KeptVisit) => keepVisit(kept, notes, archive, run.folder);
  const context = crawlContext(run, notes, keep, report.crawled);
  const summary = await crawlSite(site, context);
  archive.keepCut(summary.cut);
  const { asOf, recheck } = run.folder.settings;
  const availability = loadAvailability(run.folder, site.key);
  const observation: Observation = { site, asOf, ...notes, cut: summary.cut, ...availability };
  if (!summary.finished) return null;
  const terms = termsFor(run.rubric, site.kind);
  for (let look = 1; look <= recheck.times; look++) {
    const urls = whatToLookAtAgain(observation, terms);
    const seen = seenAt(notes.visits, look);
    const missing = urls.filter((url) => !seen.has(url));
    if (missing.length + seen.size === 0) continue;
    report.rechecking(look);
    if (seen.size === 0) await run.watch.wait(recheck.spacingMs);
    if (run.watch.signal.aborted) return null;
    const isLast = look === recheck.times;
    if (!(await lookAgain(site, missing, { number: look, isLast }, context))) return null;
  }
  return (await picture(observation, run, context)) ? observation : null;
}

/** Takes pictures of what is confirmed. False when interrupted. */
async function picture(
  observation: Observation,
  run: Run,
  context: CrawlContext,
): Promise<boolean> {
  const { pictures = 0 } = run.folder.settings;
  if (pictures === 0 || !run.courier.mayOpen) return true;
  const terms = termsFor(run.rubric, observation.site.kind);
  const lastLook = observation.visits.reduce((last, { look }) => Math.max(last, look), 0);
  const urls = whatToPicture(observation, terms, pictures);
  return await takePictures(urls, lastLook, context);
}

function seenAt(visits: readonly Visit[], look: number): Set<string> {
  return new Set(visits.filter((visit) => visit.look === look).map((visit) => visit.url));
}

async function keepVisit(
  kept: KeptVisit,
  notes: Notes,
  archive: SiteArchive,
  folder: RunFolder,
): Promise<void> {
  const { visit, exchange, facts } = kept;
  if (visit.purpose === 'picture' && exchange !== null) {
    folder.write(pictureName(archive.siteKey, visit.id), exchange.bytes);
  }
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
