import type { CivilDate } from '#base/civil-date.ts';
import { Refusal } from '#base/refusal.ts';
import { readVisit } from '#crawl/read-visit.ts';
import type { Observation } from '#domain/observation.ts';
import type { Result } from '#domain/result.ts';
import type { Site } from '#domain/site.ts';
import { loadObservation } from '#store/load-observation.ts';
import { openRecordReader } from '#store/read-record.ts';
import type { RunFolder } from '#store/run-folder.ts';
import { loadLexicon } from './run-instruments.ts';

/** The result a run saved; refuses (`run-unfinished`) when it was interrupted before. */
export function resultOf(folder: RunFolder): Result {
  const result = folder.readResult();
  if (result === null) throw new Refusal('run-unfinished', { dir: folder.dir });
  return result;
}

/** What was saved of a site, read again from its bytes, as of a day. Nothing is fetched. */
export function readAgain(folder: RunFolder, site: Site, asOf: CivilDate): Observation {
  const saved = loadObservation(folder, site, asOf);
  const lexicon = loadLexicon();
  const record = openRecordReader(folder, site.key);
  const facts: Observation['facts'] = {};
  for (const visit of saved.visits) {
    if (saved.facts[visit.id] === undefined) continue;
    const kept = record(visit.id);
    if ('problem' in kept || kept.body === null) continue;
    const read = readVisit(visit, kept.body, { asOf, lexicon });
    if (read !== null) facts[visit.id] = read;
  }
  return { ...saved, facts };
}

/** The saved observation; read again from the bytes when the day is another than the run's. */
export function observationAsOf(folder: RunFolder, site: Site, asOf: CivilDate): Observation {
  if (asOf === folder.settings.asOf) return loadObservation(folder, site, asOf);
  return readAgain(folder, site, asOf);
}
