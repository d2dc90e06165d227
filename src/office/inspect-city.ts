import { canonicalJson } from '#base/canonical-json.ts';
import type { CivilDate } from '#base/civil-date.ts';
import { ENGINE } from '#base/engine.ts';
import type { Language } from '#base/refusal.ts';
import type { Result, SiteResult } from '#domain/result.ts';
import type {
  CrawlLimits,
  RecheckPolicy,
  RobotsPolicy,
  RunSettings,
} from '#domain/run-settings.ts';
import type { Site } from '#domain/site.ts';
import { createRunFolder, openRunFolder, RUN_SCHEMA, type RunFolder } from '#store/run-folder.ts';
import { assembleResult } from './assemble-result.ts';
import { openCrew } from './crew.ts';

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
  allowNet: string[];
  language: Language;
}

/** A run that ended, or was interrupted: then there is no result and `resume` goes on. */
export interface RunOutcome {
  folder: RunFolder;
  result: Result | null;
}

/** Sites inspected at the same time; each has its own politeness. */
const SITES_AT_ONCE = 40;

/** Starts a run in a new folder and inspects all its sites. What is refused leaves no folder. */
export async function inspectCity(request: InspectRequest, watch: Watch): Promise<RunOutcome> {
  refusePrivateHomepages(request.sites, request.allowNet);
  const settings = settingsOf(request, watch);
  return await runSites(createRunFolder(request.out, settings), watch);
}

/** Inspects what a run has not inspected yet, and judges all of it. */
export async function runSites(folder: RunFolder, watch: Watch): Promise<RunOutcome> {
  const crew = openCrew(folder, watch);
  const { sites } = folder.settings;
  try {
    const results = await mapAtMost(SITES_AT_ONCE, sites, (site) => crew.inspect(site));
    const complete = results.filter((result): result is SiteResult => result !== null);
    if (complete.length < sites.length) return { folder, result: null };
    return { folder, result: finish(folder, complete, watch) };
  } finally {
    await crew.close();
  }
}

function finish(folder: RunFolder, sites: SiteResult[], watch: Watch): Result {
  const { settings } = folder;
  const result = assembleResult(settings, rubricOfRun(settings), sites, watch.now());
  for (const site of sites) {
    folder.write(`sites/${site.key}/findings.json`, canonicalJson(site));
  }
  folder.writeResult(result);
  return result;
}

function settingsOf(request: InspectRequest, watch: Watch): RunSettings {
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
    allowNet: request.allowNet,
    startedAt: watch.now(),
    language: request.language,
  };
}

/** Maps with at most `limit` in flight; the first failure lets the rest finish, then is thrown. */
async function mapAtMost<T, R>(
  limit: number,
  items: readonly T[],
  act: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  const failures: unknown[] = [];
  let next = 0;
  const worker = async () => {
    while (next < items.length && failures.length === 0) {
      const index = next++;
      try {
        results[index] = await act(items[index] as T);
      } catch (error) {
        failures.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: limit }, worker));
  if (failures.length > 0) throw failures[0];
  return results;
}

/** Goes on with an interrupted run; a finished one is judged again from what it saved. */
export function resumeRun(dir: string, watch: Watch): Promise<RunOutcome> {
  return runSites(openRunFolder(dir), watch);
}
