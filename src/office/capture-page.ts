import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { chinaDate, type Instant } from '#base/civil-date.ts';
import { canonicalJson } from '#base/canonical-json.ts';
import { ENGINE } from '#base/engine.ts';
import type { Url } from '#base/url.ts';
import { capturePage as capture } from '#crawl/capture-page.ts';
import { createCourier } from '#crawl/courier.ts';
import type { PageFacts } from '#domain/page.ts';
import type { RunSettings } from '#domain/run-settings.ts';
import type { Site } from '#domain/site.ts';
import type { Visit } from '#domain/visit.ts';
import { pictureName } from '#store/archive-index.ts';
import { loadObservation } from '#store/load-observation.ts';
import { openOrCreateRunFolder, RUN_SCHEMA, type RunFolder } from '#store/run-folder.ts';
import { sealRun } from '#store/seal.ts';
import { openSiteArchive, type SiteArchive } from '#store/site-archive.ts';
import { assembleResult } from './assemble-result.ts';
import { crawlContext } from './crawl-context.ts';
import type { Desk } from './desk.ts';
import { judgeSite } from './judge-site.ts';
import { openRun, type Run } from './run.ts';
import { loadRubric, rubricOfRun } from './run-instruments.ts';
import type { Watch } from './watch.ts';
import { openLane, openNet } from './way-out.ts';

/** How pages are captured: what the installation says. */
export interface CaptureTerms {
  /** Private networks that may be visited, as CIDR. */
  allowNet: string[];
  /** Where owners of servers can write to; null: none. */
  contact: string | null;
  /** Whether a browser is used where one is to be had. */
  browser: RunSettings['browser'];
}

/** A page as it was seen once: evidence like any other. */
export interface CapturedPage {
  at: Instant;
  /** The fetch, or the browser's visit where that told more; null: it never came to one. */
  visit: Visit | null;
  /** Why nothing was seen, in words of the crawl; null: something was. */
  failure: string | null;
  title: string | null;
  text: string | null;
  /** JPEG; null without a browser, and where a page could not be shown. */
  picture: Uint8Array | null;
  /** The sealed run folder, from the evidence folder on. */
  folder: string;
  seal: string;
}

/** The rubric that judges a capture, so that `verify` can judge it again; nobody is charged by it. */
const RUBRIC = 'cn-census-2015';
/** The folder's one site: the page. */
const KEY = 'page';
const MOST_LETTERS = 20_000;

/**
 * Captures a page under the network guard, as a run folder of its own that `verify` covers. What
 * the world does wrong stands in what comes back. Null when it was stopped.
 */
export async function capturePage(
  desk: Pick<Desk, 'now' | 'evidenceDir'>,
  pageUrl: Url,
  { terms, watch }: { terms: CaptureTerms; watch: Watch },
): Promise<CapturedPage | null> {
  const at = desk.now();
  const stamp = `${at.replace(/[-:.]/g, '')}-${randomBytes(5).toString('hex')}`;
  const dir = join(desk.evidenceDir, 'captures', at.slice(0, 7), stamp);
  const folder = openOrCreateRunFolder(dir, settingsOf(pageUrl, at, terms));
  const net = openNet(folder);
  const lane = openLane(folder);
  try {
    const run = openRun(folder, watch, createCourier(net, watch.now, lane));
    if (!(await observe(run, pageUrl))) return null;
    const seal = conclude(run, watch.now());
    return { ...tell(folder), at, folder: relative(desk.evidenceDir, folder.dir), seal };
  } finally {
    await lane?.close();
    await net.close();
  }
}

function settingsOf(pageUrl: Url, at: Instant, terms: CaptureTerms): RunSettings {
  const { rubric, text, overlays } = loadRubric(RUBRIC, []);
  const { allowNet, contact, browser } = terms;
  return {
    schema: RUN_SCHEMA,
    engine: ENGINE,
    asOf: chinaDate(at),
    rubric: { id: rubric.ref.id, text, overlays },
    sites: [siteOf(pageUrl)],
    recheck: { times: 0, spacingMs: 1000 },
    limits: { maxPages: 1, maxBodyBytes: 8 << 20, timeoutMs: 15_000 },
    robots: 'note',
    ...(browser !== undefined && { browser }),
    pictures: 1,
    ...(contact !== null && { contact }),
    allowNet,
    startedAt: at,
    language: 'zh',
  };
}

function siteOf(pageUrl: Url): Site {
  return { key: KEY, unit: pageUrl, homepage: pageUrl, siteIdCode: null, kind: 'department' };
}

/** Fetches, renders, pictures; every visit into the archive. False when stopped. */
async function observe(run: Run, pageUrl: Url): Promise<boolean> {
  const archive = openSiteArchive(run.folder, KEY);
  try {
    const done = { visits: visitsOf(archive), factsOf: () => null };
    const context = crawlContext(
      run,
      done,
      (kept) => keep(kept, archive, run.folder),
      () => {},
    );
    if (!(await capture(pageUrl, context))) return false;
    archive.keepCut([]);
    await archive.finish();
    return true;
  } finally {
    await archive.close();
    archive.release();
  }
}

type Keep = Parameters<typeof crawlContext>[2];

async function keep(
  { visit, exchange, facts }: Parameters<Keep>[0],
  archive: SiteArchive,
  folder: RunFolder,
): Promise<void> {
  if (visit.purpose === 'picture' && exchange !== null) {
    folder.write(pictureName(KEY, visit.id), exchange.bytes);
  }
  await archive.keep({
    visit,
    requestHead: exchange?.requestHead ?? '',
    responseHead: exchange?.responseHead ?? '',
    bytes: exchange?.bytes ?? new Uint8Array(),
    wire: exchange?.wire,
    facts,
  });
}

function visitsOf(archive: SiteArchive): Iterable<Visit> {
  return {
    *[Symbol.iterator]() {
      for (let number = 0; number < archive.visits; number++) yield archive.visit(number);
    },
  };
}

/** Judges, writes and seals, in the form of every run. */
function conclude({ folder, rubric }: Run, finishedAt: Instant): string {
  const { settings } = folder;
  const sites = settings.sites.map((site) => {
    const { result } = judgeSite(loadObservation(folder, site, settings.asOf), rubric);
    folder.write(`sites/${site.key}/findings.json`, canonicalJson(result));
    return result;
  });
  folder.writeResult(assembleResult(settings, rubricOfRun(settings), sites, finishedAt));
  const seal = sealRun(folder);
  folder.finish({ finishedAt, seal });
  return seal;
}

/** What the folder shows of the page. */
function tell(folder: RunFolder): Omit<CapturedPage, 'at' | 'folder' | 'seal'> {
  const [site] = folder.settings.sites;
  const saved = site ? loadObservation(folder, site, folder.settings.asOf) : null;
  const visits = [...(saved?.visits ?? [])];
  const seen = visits.filter(({ purpose }) => purpose !== 'picture');
  const best = seen.findLast(({ outcome }) => outcome.kind === 'answered') ?? seen.at(-1) ?? null;
  const facts: PageFacts | null = (best && saved?.facts[best.id]) ?? null;
  const shot = visits.find(({ purpose }) => purpose === 'picture');
  return {
    visit: best,
    failure: best === null ? 'ours' : best.outcome.kind === 'failed' ? best.outcome.why : null,
    title: facts?.title ?? null,
    text: facts?.text.slice(0, MOST_LETTERS) ?? null,
    picture: shot ? readFileSync(join(folder.dir, pictureName(KEY, shot.id))) : null,
  };
}
