import { sha256 } from '#base/hash.ts';
import type { RunFolder } from './run-folder.ts';
import type { WarcType } from './warc-record.ts';

/** Files of one site's archive, below `sites/<key>/`. */
export const archiveFiles = {
  visits: 'visits.jsonl',
  facts: 'facts.jsonl',
  warc: 'archive.warc.gz',
  index: 'index.jsonl',
  cut: 'cut.json',
  seal: 'seal.json',
} as const;

/** Where one gzip member of the WARC file lies, in bytes, and its hash. */
export interface RecordPlace {
  type: WarcType;
  offset: number;
  length: number;
  hash: string;
}

/**
 * One line of `index.jsonl`: what belongs to a visit in the other files, each with its hash, and
 * the hash of the line before. So a change anywhere breaks the chain from there to the seal.
 */
export interface IndexEntry {
  /** Null for the line of the WARC file's own head (warcinfo). */
  visit: string | null;
  records: RecordPlace[];
  /** Hash of the visit's line in `visits.jsonl`, line feed included. */
  visitHash: string | null;
  /** The same in `facts.jsonl`; null for a visit without facts. */
  factsHash: string | null;
  /** Hash of the line before, or of the site's key for the first. */
  previous: string;
}

/** Where a file of a site's archive lies within the run. */
export function archiveName(siteKey: string, file: keyof typeof archiveFiles): string {
  return `sites/${siteKey}/${archiveFiles[file]}`;
}

const PICTURES = 'pictures';

/** Where the picture that a visit took lies within the run. */
export function pictureName(siteKey: string, visitId: string): string {
  return `sites/${siteKey}/${PICTURES}/${visitId}.jpg`;
}

/** Whether a file of a run is a picture: its visit, not the run's seal, vouches for it. */
export function isPictureName(name: string): boolean {
  return name.split('/')[2] === PICTURES && name.startsWith('sites/');
}

/** Where a file of a site's archive lies on disk. */
export function archivePath(
  folder: RunFolder,
  siteKey: string,
  file: keyof typeof archiveFiles,
): string {
  return folder.path(archiveName(siteKey, file));
}

/** What the first line of an index names as the one before: no other site's index fits. */
export function chainStart(siteKey: string): string {
  return sha256(`xunwang-archive/1\n${siteKey}\n`);
}

/** The bytes of an index line. Its hash is what the next line carries. */
export function writeIndexLine(entry: IndexEntry): Buffer {
  const { visit, records, visitHash, factsHash, previous } = entry;
  return Buffer.from(`${JSON.stringify({ visit, records, visitHash, factsHash, previous })}\n`);
}

/** Reads one index line; null when it is none. */
export function parseIndexLine(bytes: Uint8Array): IndexEntry | null {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return null;
  }
  return isIndexEntry(value) ? value : null;
}

function isIndexEntry(value: unknown): value is IndexEntry {
  if (typeof value !== 'object' || value === null) return false;
  const entry = value as Partial<Record<keyof IndexEntry, unknown>>;
  return (
    isTextOrNull(entry.visit) &&
    isTextOrNull(entry.visitHash) &&
    isTextOrNull(entry.factsHash) &&
    typeof entry.previous === 'string' &&
    Array.isArray(entry.records) &&
    entry.records.every(isRecordPlace)
  );
}

function isTextOrNull(value: unknown): boolean {
  return value === null || typeof value === 'string';
}

function isRecordPlace(value: unknown): value is RecordPlace {
  if (typeof value !== 'object' || value === null) return false;
  const place = value as Partial<Record<keyof RecordPlace, unknown>>;
  return (
    typeof place.type === 'string' &&
    typeof place.hash === 'string' &&
    Number.isSafeInteger(place.offset) &&
    Number.isSafeInteger(place.length) &&
    Number(place.offset) >= 0 &&
    Number(place.length) >= 0
  );
}
