import { canonicalJson } from '#base/canonical-json.ts';
import { sha256 } from '#base/hash.ts';
import type { Result } from '#domain/result.ts';
import type { Visit } from '#domain/visit.ts';
import {
  archiveFiles,
  archiveName,
  archivePath,
  chainStart,
  type IndexEntry,
  parseIndexLine,
  pictureName,
} from './archive-index.ts';
import { checkLines, type LineProblem } from './check-lines.ts';
import { checkWarc } from './check-warc.ts';
import { sizeOf } from './read-at.ts';
import { readLines } from './read-lines.ts';
import type { Finished, RunFolder } from './run-folder.ts';
import { loadRunSeal, readSeal, type SiteSeal } from './seal.ts';

/** Something saved that is no longer as it was. */
export interface ArchiveProblem {
  /** Null for files of the run as a whole. */
  siteKey: string | null;
  /** The visit it concerns; null when it cannot be told or concerns none. */
  visit: string | null;
  /** Relative to the run's folder. */
  file: string;
  /** `disagrees`: two files, each intact, contradict one another. */
  problem: 'missing' | 'changed' | 'unexpected' | 'misplaced' | 'disagrees';
  detail: string;
}

/**
 * Walks all that is saved of a site and names what was changed, removed or added since: any byte
 * of visits, facts, WARC, index, cut list and seal. Nothing is yielded for an untouched archive.
 */
export function* checkArchive(folder: RunFolder, siteKey: string): Generator<ArchiveProblem> {
  const seal = loadSeal(folder, siteKey);
  if (typeof seal === 'string') {
    const detail = seal === 'missing' ? 'the archive was never sealed' : 'not as it was written';
    yield problem(siteKey, 'seal', { visit: null, problem: seal, detail });
  }
  const entries: IndexEntry[] = [];
  const last = yield* checkChain(folder, siteKey, entries);
  if (typeof seal !== 'string') yield* checkAgainstSeal(folder, siteKey, seal, last, entries);
  yield* checkFiles(folder, siteKey, entries);
}

/** The same for what belongs to the run as a whole: its settings, results, documents, seals. */
export function* checkRun(folder: RunFolder): Generator<ArchiveProblem> {
  const seal = loadRunSeal(folder);
  const common = { siteKey: null, visit: null };
  if (typeof seal === 'string') {
    const detail = seal === 'missing' ? 'the run was never sealed' : 'not as it was written';
    yield { ...common, file: 'seal.json', problem: seal, detail };
    return;
  }
  for (const [file, hash] of Object.entries(seal.files)) {
    const found = folder.hash(file);
    if (found === hash) continue;
    const siteKey = /^sites\/([^/]+)\//.exec(file)?.[1] ?? null;
    const detail = `${hash} when sealed, ${found ?? 'nothing'} now`;
    yield { siteKey, visit: null, file, problem: found ? 'changed' : 'missing', detail };
  }
  if (!isFinishedAsWritten(folder)) {
    yield { ...common, file: FINISHED, problem: 'changed', detail: 'not as it was written' };
  }
}

const FINISHED = 'finished.json';

/** The mark of a complete run stands outside its seal, so it must be exactly what follows from it. */
function isFinishedAsWritten(folder: RunFolder): boolean {
  const text = folder.readText(FINISHED);
  if (text === null) return true;
  try {
    const finished = JSON.parse(text) as Finished;
    const result = JSON.parse(folder.readText('result.json') ?? 'null') as Result | null;
    const finishedAt = result?.finishedAt ?? finished.finishedAt;
    return text === canonicalJson({ finishedAt, seal: finished.seal });
  } catch {
    return false;
  }
}

function problem(
  siteKey: string,
  file: keyof typeof archiveFiles,
  found: LineProblem,
): ArchiveProblem {
  return { siteKey, file: archiveName(siteKey, file), ...found };
}

function loadSeal(folder: RunFolder, siteKey: string): SiteSeal | 'missing' | 'changed' {
  const text = folder.readText(archiveName(siteKey, 'seal'));
  if (text === null) return 'missing';
  return readSeal<SiteSeal>(text) ?? 'changed';
}

/** Checks the chain of the index, fills `entries`, returns the hash of its last line. */
function* checkChain(
  folder: RunFolder,
  siteKey: string,
  entries: IndexEntry[],
): Generator<ArchiveProblem, string> {
  let last = chainStart(siteKey);
  for (const line of readLines(archivePath(folder, siteKey, 'index'))) {
    const entry = parseIndexLine(line.bytes);
    const before = entries.at(-1)?.visit ?? null;
    if (entry === null) {
      const detail = `line ${line.number} is no index line`;
      yield problem(siteKey, 'index', { visit: null, problem: 'changed', detail });
    } else {
      if (entry.previous !== last) {
        const detail = `line ${line.number} does not follow on the line before`;
        const visit = before ?? entry.visit;
        yield problem(siteKey, 'index', { visit, problem: 'changed', detail });
      }
      entries.push(entry);
    }
    last = sha256(line.bytes);
  }
  return last;
}

function* checkAgainstSeal(
  folder: RunFolder,
  siteKey: string,
  seal: SiteSeal,
  last: string,
  entries: readonly IndexEntry[],
): Generator<ArchiveProblem> {
  if (seal.last !== last || seal.siteKey !== siteKey) {
    const visit = entries.at(-1)?.visit ?? null;
    const detail = 'the last line is not the one that was sealed';
    yield problem(siteKey, 'index', { visit, problem: 'changed', detail });
  }
  for (const file of ['warc', 'visits', 'facts', 'index'] as const) {
    const bytes = sizeOf(archivePath(folder, siteKey, file));
    if (bytes === seal.bytes[file]) continue;
    const detail = `${bytes} bytes, ${seal.bytes[file]} when sealed`;
    yield problem(siteKey, file, { visit: null, problem: 'changed', detail });
  }
  const cut = folder.hash(archiveName(siteKey, 'cut'));
  if (cut !== seal.cut) {
    const kind = cut === null ? 'missing' : 'changed';
    yield problem(siteKey, 'cut', { visit: null, problem: kind, detail: 'not as sealed' });
  }
}

function* checkFiles(
  folder: RunFolder,
  siteKey: string,
  entries: readonly IndexEntry[],
): Generator<ArchiveProblem> {
  const path = (file: keyof typeof archiveFiles) => archivePath(folder, siteKey, file);
  const lines = (field: 'visitHash' | 'factsHash') =>
    entries.flatMap(({ visit, [field]: hash }) => (visit && hash ? [{ visit, hash }] : []));
  const bodyHashes = new Map<string, string>();
  const pictures = new Map<string, string>();
  const noteBody = (bytes: Buffer) => {
    const visit = parseVisit(bytes);
    if (visit?.outcome?.kind !== 'answered') return;
    const hashes = visit.purpose === 'picture' ? pictures : bodyHashes;
    hashes.set(visit.id, visit.outcome.bodyHash);
  };
  const visits = checkLines(path('visits'), lines('visitHash'), (line) => line.id, noteBody);
  for (const found of visits) yield problem(siteKey, 'visits', found);
  const facts = checkLines(path('facts'), lines('factsHash'), (line) => line.visit);
  for (const found of facts) yield problem(siteKey, 'facts', found);
  const records = entries.flatMap(({ visit, records }) =>
    records.map((place) => ({ ...place, visit })),
  );
  for (const found of checkWarc(path('warc'), records, bodyHashes)) {
    yield problem(siteKey, 'warc', found);
  }
  yield* checkPictures(folder, siteKey, pictures);
}

function* checkPictures(
  folder: RunFolder,
  siteKey: string,
  pictures: ReadonlyMap<string, string>,
): Generator<ArchiveProblem> {
  for (const [visit, hash] of pictures) {
    const file = pictureName(siteKey, visit);
    const found = folder.hash(file);
    if (found === hash) continue;
    const detail = 'not the picture that was taken';
    yield { siteKey, visit, file, problem: found === null ? 'missing' : 'changed', detail };
  }
}

/** A line that the index vouches for may still be no visit, when both were tampered with. */
function parseVisit(bytes: Buffer): (Partial<Visit> & Pick<Visit, 'id'>) | null {
  try {
    return JSON.parse(bytes.toString('utf8')) as Visit;
  } catch {
    return null;
  }
}
