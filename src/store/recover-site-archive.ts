import { closeSync, statSync, truncateSync } from 'node:fs';
import { sha256 } from '#base/hash.ts';
import type { PageFacts } from '#domain/page.ts';
import type { Visit } from '#domain/visit.ts';
import { archivePath, chainStart, type IndexEntry, parseIndexLine } from './archive-index.ts';
import { onDisk } from './disk-refusal.ts';
import { loadFacts, loadVisits } from './load-observation.ts';
import { openIfThere, readAt } from './read-at.ts';
import { type Line, readLines } from './read-lines.ts';
import { VisitPlaces } from './visit-places.ts';
import type { RunFolder } from './run-folder.ts';

/** Where an archive ends: what the next visit is appended to. */
export interface ArchiveTail {
  /** Hash of the last index line. */
  last: string;
  bytes: { warc: number; visits: number; facts: number; index: number };
  /** Where the visits kept stand. */
  places: VisitPlaces;
  /** Bytes cut off, in all files. */
  droppedBytes: number;
}

export interface RecoveredArchive {
  visits: Visit[];
  facts: Record<string, PageFacts>;
  droppedBytes: number;
}

/**
 * After a crash: keeps every visit up to the last one that is complete in all four files, cuts
 * off what follows, and gives back what is kept. A site never begun gives nothing.
 */
export function recoverSiteArchive(folder: RunFolder, siteKey: string): RecoveredArchive {
  const tail = recoverTail(folder, siteKey);
  return {
    visits: loadVisits(folder, siteKey),
    facts: loadFacts(folder, siteKey),
    droppedBytes: tail.droppedBytes,
  };
}

/** The same without reading the visits back: where to go on appending. */
export function recoverTail(folder: RunFolder, siteKey: string): ArchiveTail {
  const tail = findTail(folder, siteKey);
  for (const file of ['index', 'facts', 'visits', 'warc'] as const) {
    tail.droppedBytes += cutOff(archivePath(folder, siteKey, file), tail.bytes[file]);
  }
  return tail;
}

/** Where the part of an archive that is whole ends; nothing is changed. */
export function findTail(folder: RunFolder, siteKey: string): ArchiveTail {
  const tail: ArchiveTail = {
    last: chainStart(siteKey),
    bytes: { warc: 0, visits: 0, facts: 0, index: 0 },
    places: new VisitPlaces(),
    droppedBytes: 0,
  };
  const visits = readLines(archivePath(folder, siteKey, 'visits'));
  const facts = readLines(archivePath(folder, siteKey, 'facts'));
  const warcPath = archivePath(folder, siteKey, 'warc');
  const warc = openIfThere(warcPath);
  try {
    for (const line of readLines(archivePath(folder, siteKey, 'index'))) {
      const entry = line.isWhole ? parseIndexLine(line.bytes) : null;
      if (entry === null || warc === null || entry.previous !== tail.last) break;
      if (!entry.records.every((place) => sha256(readAt(warc, place)) === place.hash)) break;
      const visitBytes = matchingBytes(visits, entry.visitHash);
      const factsBytes = matchingBytes(facts, entry.factsHash);
      if (visitBytes === null || factsBytes === null) break;
      advance(tail, entry, line, visitBytes, factsBytes);
    }
  } finally {
    visits.return(undefined);
    facts.return(undefined);
    if (warc !== null) closeSync(warc);
  }
  return tail;
}

function advance(
  tail: ArchiveTail,
  entry: IndexEntry,
  line: Line,
  visitBytes: number,
  factsBytes: number,
): void {
  tail.last = sha256(line.bytes);
  tail.bytes.index += line.bytes.length;
  tail.bytes.visits += visitBytes;
  tail.bytes.facts += factsBytes;
  if (entry.visit !== null) tail.places.add(entry.visit, visitBytes, factsBytes);
  tail.bytes.warc = Math.max(...entry.records.map((place) => place.offset + place.length));
}

/** Length of the next line when it has the hash; 0 when none is wanted; null when it differs. */
function matchingBytes(lines: Generator<Line>, hash: string | null): number | null {
  if (hash === null) return 0;
  const line = lines.next().value as Line | undefined;
  return line !== undefined && sha256(line.bytes) === hash ? line.bytes.length : null;
}

function cutOff(path: string, bytes: number): number {
  return onDisk(path, () => {
    const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    if (size > bytes) truncateSync(path, bytes);
    return Math.max(0, size - bytes);
  });
}
