import { resolve } from 'node:path';
import { canonicalPieces } from '#base/canonical-json.ts';
import type { CivilDate } from '#base/civil-date.ts';
import { ENGINE } from '#base/engine.ts';
import { sha256 } from '#base/hash.ts';
import type { Language } from '#base/refusal.ts';
import type { Url } from '#base/url.ts';
import type { Result, SiteResult } from '#domain/result.ts';
import type {
  BrowserPolicy,
  CrawlLimits,
  QuietHours,
  RecheckPolicy,
  RobotsPolicy,
  RunSettings,
} from '#domain/run-settings.ts';
import type { Site } from '#domain/site.ts';
import { seriesName } from '#store/probe-folder.ts';
import { createRunFolder, openRunFolder, RUN_SCHEMA, type RunFolder } from '#store/run-folder.ts';
import { assembleResult } from './assemble-result.ts';
import { openCrew } from './crew.ts';
import { gatherSeries } from './gather-series.ts';
import type { JudgedSite } from './judge-site.ts';
import { mapAtMost } from './map-at-most.ts';
import { refusePrivateHomepages } from './refuse-private-homepages.ts';
import { loadRubric, rubricOfRun } from './run-instruments.ts';
import type { Watch } from './watch.ts';

/** What an inspection of a city is asked to do. */
export interface InspectRequest {
  sites: Site[];
  /** Folder for the results: empty, or not there yet. */
  out: string;
  /** Id of a packaged rubric, or a file; overlays likewise. */
  rubric: string;
  overlays: string[];
  asOf: CivilDate;
  recheck: RecheckPolicy;
  limits: CrawlLimits;
  robots: RobotsPolicy;
  browser: BrowserPolicy;
  /** Taken of confirmed findings, a site at most. */
  pictures: number;
  /** See `userAgentOf`; null: none. */
  contact?: string | null;
  allowNet: string[];
  /** None when left out. */
  quietHours?: QuietHours[];
  /** Folder of an earlier run; none when left out. */
  since?: string;
  /** Hosts of others by which our own outages are told; none when left out. */
  controls?: Url[];
  /** Folder of a probe whose series are judged with the sites; none when left out. */
  availability?: string;
  language: Language;
}

/** A run that ended, or was interrupted: then there is no result and `resume` goes on. */
export interface RunOutcome {
  folder: RunFolder;
  result: Result | null;
  /** How each site was judged, those of an interrupted run that were done. */
  judged: JudgedSite[];
  /** What to know of how it was made. */
  notes: string[];
}

/** Sites inspected at the same time; each has its own politeness. */
const SITES_AT_ONCE = 40;

/** Starts a run in a new folder and inspects all its sites. What is refused leaves no folder. */
export async function inspectCity(request: InspectRequest, watch: Watch): Promise<RunOutcome> {
  refusePrivateHomepages(request.sites, request.allowNet);
  const series = gatherSeries(request.availability ?? null, request.sites);
  if (request.since !== undefined) openRunFolder(request.since);
  const settings = settingsOf(request, series, watch);
  const folder = createRunFolder(request.out, settings);
  for (const [key, bytes] of series) folder.write(seriesName(key), bytes);
  return await runSites(folder, watch);
}

/** Inspects what a run has not inspected yet, and judges all of it. */
export async function runSites(folder: RunFolder, watch: Watch): Promise<RunOutcome> {
  const { sites } = folder.settings;
  const { results, notes } = await inspectAll(folder, watch);
  const judged = results.filter((one): one is JudgedSite => one !== null);
  const isComplete = judged.length === sites.length;
  const complete = judged.map(({ result }) => result);
  const result = isComplete ? finish(folder, complete, watch) : null;
  return { folder, result, judged, notes };
}

/** The crew and all that its threads hold are gone when this returns: results need the room. */
async function inspectAll(folder: RunFolder, watch: Watch) {
  const crew = openCrew(folder, watch);
  try {
    const { sites } = folder.settings;
    const results = await mapAtMost(SITES_AT_ONCE, sites, (site) => crew.inspect(site));
    return { results, notes: crew.notes() };
  } finally {
    await crew.close();
  }
}

function finish(folder: RunFolder, sites: SiteResult[], watch: Watch): Result {
  const { settings } = folder;
  const result = assembleResult(settings, rubricOfRun(settings), sites, watch.now());
  for (const site of sites) {
    folder.write(`sites/${site.key}/findings.json`, canonicalPieces(site));
  }
  folder.writeResult(result);
  return result;
}

function settingsOf(
  request: InspectRequest,
  series: ReadonlyMap<string, Uint8Array>,
  watch: Watch,
): RunSettings {
  const availability = Object.fromEntries([...series].map(([key, bytes]) => [key, sha256(bytes)]));
  const { rubric, text, overlays } = loadRubric(request.rubric, request.overlays);
  return {
    schema: RUN_SCHEMA,
    engine: ENGINE,
    asOf: request.asOf,
    rubric: { id: rubric.ref.id, text, overlays },
    sites: request.sites,
    recheck: request.recheck,
    limits: request.limits,
    robots: request.robots,
    browser: request.browser,
    pictures: request.pictures,
    ...(request.since !== undefined && { since: resolve(request.since) }),
    ...(request.quietHours?.length && { quietHours: request.quietHours }),
    ...(request.controls?.length && { controls: request.controls }),
    ...(request.contact && { contact: request.contact }),
    allowNet: request.allowNet,
    ...(series.size > 0 ? { availability } : {}),
    startedAt: watch.now(),
    language: request.language,
  };
}

/** Goes on with an interrupted run; a finished one is judged again from what it saved. */
export function resumeRun(dir: string, watch: Watch): Promise<RunOutcome> {
  return runSites(openRunFolder(dir), watch);
}
