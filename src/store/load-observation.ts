import type { CivilDate } from '#base/civil-date.ts';
import { Refusal } from '#base/refusal.ts';
import type { Observation } from '#domain/observation.ts';
import type { PageFacts } from '#domain/page.ts';
import type { Site } from '#domain/site.ts';
import type { CutTarget, Visit } from '#domain/visit.ts';
import { archiveName, archivePath } from './archive-index.ts';
import { type FactsLine, readFactsLine } from './facts-line.ts';
import { readLines } from './read-lines.ts';
import { seriesName } from './probe-folder.ts';
import type { RunFolder } from './run-folder.ts';
import { loadSeries } from './series-file.ts';

/**
 * Everything saved about a site, to be judged as of a day. Refuses `site-not-saved` and
 * `archive-damaged` (file and line), `series-lost`, `series-damaged`; whether evidence was altered is `check-archive.ts`'s to say.
 */
export function loadObservation(folder: RunFolder, site: Site, asOf: CivilDate): Observation {
  if (!folder.has(archiveName(site.key, 'visits'))) {
    throw new Refusal('site-not-saved', { dir: folder.dir, site: site.key });
  }
  return {
    site,
    asOf,
    visits: loadVisits(folder, site.key),
    facts: loadFacts(folder, site.key),
    cut: loadCut(folder, site.key) ?? [],
    ...loadAvailability(folder, site.key),
    ...loadRulings(folder, site.key),
  };
}

/** What persons said of the site's channels when the run was begun. */
export function loadRulings(folder: RunFolder, siteKey: string): Pick<Observation, 'rulings'> {
  const rulings = folder.settings.channels?.[siteKey];
  return rulings === undefined ? {} : { rulings };
}

/** The series of a site that the run was given, as a member of its observation. */
export function loadAvailability(
  folder: RunFolder,
  siteKey: string,
): Pick<Observation, 'availability'> {
  if (folder.settings.availability?.[siteKey] === undefined) return {};
  const availability = loadSeries(folder.path(seriesName(siteKey)));
  if (availability === null) throw new Refusal('series-lost', { dir: folder.dir, site: siteKey });
  return { availability };
}

/** The visits of a site in order of their ids; none when nothing is saved. */
export function loadVisits(folder: RunFolder, siteKey: string): Visit[] {
  const visits = [...readJsonLines<Visit>(archivePath(folder, siteKey, 'visits'))];
  return visits.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** The facts of a site's pages by visit id. */
export function loadFacts(folder: RunFolder, siteKey: string): Record<string, PageFacts> {
  const facts: Record<string, PageFacts> = {};
  const path = archivePath(folder, siteKey, 'facts');
  let number = 0;
  for (const line of readJsonLines<FactsLine>(path)) {
    number += 1;
    const read = readFactsLine(line, (visit) => facts[visit] ?? null);
    if (read === null) throw new Refusal('archive-damaged', { file: path, line: number });
    facts[line.visit] = read;
  }
  return facts;
}

/** What was known but never fetched; null before the crawl of the site has ended. */
export function loadCut(folder: RunFolder, siteKey: string): CutTarget[] | null {
  return folder.readJson<CutTarget[]>(archiveName(siteKey, 'cut'));
}

function* readJsonLines<T extends object>(path: string): Generator<T> {
  for (const line of readLines(path)) {
    let value: unknown;
    try {
      value = JSON.parse(line.bytes.toString('utf8'));
    } catch {
      throw new Refusal('archive-damaged', { file: path, line: line.number });
    }
    yield value as T;
  }
}
