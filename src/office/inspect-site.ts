import { type CrawlContext, type KeptSoFar, type KeptVisit } from '#crawl/crawl-context.ts';
import { crawlSite } from '#crawl/crawl-site.ts';
import { lookAgain } from '#crawl/look-again.ts';
import { takePictures } from '#crawl/take-pictures.ts';
import type { Observation } from '#domain/observation.ts';
import type { Site } from '#domain/site.ts';
import type { Visit } from '#domain/visit.ts';
import { whatToPicture } from '#inspect/pictures.ts';
import { SiteLedger } from '#inspect/site-ledger.ts';
import { viewSite } from '#inspect/site-view.ts';
import { whatToLookAtAgain } from '#inspect/what-to-look-at-again.ts';
import { termsFor } from '#score/terms-for.ts';
import { archiveName, pictureName } from '#store/archive-index.ts';
import { readCut } from '#store/cut-file.ts';
import { loadAvailability, loadObservation, loadRulings } from '#store/load-observation.ts';
import type { RunFolder } from '#store/run-folder.ts';
import { isSiteSealed, openSiteArchive, type SiteArchive } from '#store/site-archive.ts';
import { crawlContext } from './crawl-context.ts';
import { openEarlierVisits } from './earlier-run.ts';
import { giveBackMemory } from './give-back-memory.ts';
import { isLargeSite, keepLittle } from './save-memory.ts';
import { type JudgedSite, judgedSite, judgeSite } from './judge-site.ts';
import type { Run } from './run.ts';
import { type SiteReport, siteReport } from './site-report.ts';

/**
 * Inspects one site: crawl it, keep each visit, look again at what seems wrong, judge. A site
 * that an earlier, interrupted call inspected is judged from what was saved. Null when this call
 * is interrupted; all that was done is kept.
 */
export async function inspectSite(site: Site, run: Run): Promise<JudgedSite | null> {
  const report = siteReport(site, run);
  if (isSiteSealed(run.folder, site.key)) {
    return conclude(loadObservation(run.folder, site, run.folder.settings.asOf), run, report);
  }
  const archive = openSiteArchive(run.folder, site.key);
  try {
    const ledger = await observe(site, run, archive, report);
    if (ledger === null) return null;
    await archive.finish();
    makeRoom(run);
    return conclude(ledger, run, report);
  } finally {
    await archive.close();
    archive.release();
  }
}

async function observe(
  site: Site,
  run: Run,
  archive: SiteArchive,
  report: SiteReport,
): Promise<SiteLedger | null> {
  const ledger = openLedger(site, run, archive);
  const done: KeptSoFar = {
    visits: visitsOf(archive),
    factsOf: ({ id }) => archive.factsOf(id),
    isCrawled: run.folder.has(archiveName(site.key, 'cut')),
  };
  const keep = (kept: KeptVisit) => keepVisit(kept, ledger, archive, run.folder);
  const { since } = run.folder.settings;
  const earlier = since === undefined ? null : openEarlierVisits(since, site);
  const context = {
    ...crawlContext(run, done, keep, report.crawled),
    book: ledger.book,
    ...(earlier && { earlier }),
  };
  if (!(await crawl(site, context, archive))) return null;
  makeRoom(run);
  const { recheck, limits } = run.folder.settings;
  const terms = termsFor(run.rubric, site.kind);
  for (let look = 1; look <= recheck.times; look++) {
    // Its pages, targets and channels first: what that leaves behind is gone before findings come.
    keepLittle(limits, () => viewSite(ledger));
    makeRoom(run);
    const urls = keepLittle(limits, () => whatToLookAtAgain(ledger, terms));
    makeRoom(run);
    const seen = seenAt(ledger, look);
    const missing = urls.filter((url) => !seen.has(url));
    if (missing.length + seen.size === 0) continue;
    report.rechecking(look);
    if (seen.size === 0) await run.watch.wait(recheck.spacingMs);
    if (run.watch.signal.aborted) return null;
    const isLast = look === recheck.times;
    if (!(await lookAgain(site, missing, { number: look, isLast }, context))) return null;
  }
  return (await picture(ledger, run, context)) ? ledger : null;
}

/** False when stopped. What a crawl knows goes with it: judging needs the room. */
async function crawl(site: Site, context: CrawlContext, archive: SiteArchive): Promise<boolean> {
  const { finished, cut } = await crawlSite(site, context);
  if (finished) archive.keepCut(cut);
  return finished;
}

/** A large site's next stage does not add to what the one before has left behind. */
function makeRoom({ folder }: Run): void {
  if (isLargeSite(folder.settings.limits)) giveBackMemory();
}

/** What is kept of the site so far, as judging needs it; grows with every visit that is kept. */
function openLedger(site: Site, { folder }: Run, archive: SiteArchive): SiteLedger {
  const ledger = new SiteLedger({
    site,
    asOf: folder.settings.asOf,
    get count() {
      return archive.visits;
    },
    visit: (number) => archive.visit(number),
    facts: (number) => archive.facts(number),
    cut: { [Symbol.iterator]: () => readCut(folder, site.key) },
    ...loadAvailability(folder, site.key),
    ...loadRulings(folder, site.key),
  });
  return ledger.catchUp();
}

function visitsOf(archive: SiteArchive): Iterable<Visit> {
  return {
    *[Symbol.iterator]() {
      for (let number = 0; number < archive.visits; number++) yield archive.visit(number);
    },
  };
}

/** Takes pictures of what is confirmed. False when interrupted. */
async function picture(ledger: SiteLedger, run: Run, context: CrawlContext): Promise<boolean> {
  const { pictures = 0 } = run.folder.settings;
  if (pictures === 0 || !run.courier.mayOpen) return true;
  const terms = termsFor(run.rubric, ledger.saved.site.kind);
  const urls = whatToPicture(ledger, terms, pictures);
  return await takePictures(urls, ledger.lastLook, context);
}

function seenAt(ledger: SiteLedger, look: number): Set<string> {
  const seen = new Set<string>();
  for (let number = 0; number < ledger.count; number++) {
    if (ledger.look(number) === look) seen.add(ledger.book.urlOf(ledger.urlId(number)));
  }
  return seen;
}

async function keepVisit(
  kept: KeptVisit,
  ledger: SiteLedger,
  archive: SiteArchive,
  folder: RunFolder,
): Promise<void> {
  const { visit, exchange, facts } = kept;
  if (visit.purpose === 'picture' && exchange !== null) {
    folder.write(pictureName(archive.siteKey, visit.id), exchange.bytes);
  }
  ledger.add(visit, facts);
  await archive.keep({
    visit,
    requestHead: exchange?.requestHead ?? '',
    responseHead: exchange?.responseHead ?? '',
    bytes: exchange?.bytes ?? new Uint8Array(),
    wire: exchange?.wire,
    facts,
  });
}

function conclude(saved: Observation | SiteLedger, run: Run, report: SiteReport): JudgedSite {
  report.judging();
  const { limits } = run.folder.settings;
  const judged = keepLittle(limits, () => judgedSite(judgeSite(saved, run.rubric)));
  report.done(judged.result);
  return judged;
}
