import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { diskRefusal } from '#store/disk-refusal.ts';

/** Raised when a backup can no longer be read by what read the one before. */
export const BACKUP_FORMAT = 1;
export const MANIFEST = 'manifest.json';
/** SHA-256 of the manifest, so that a changed byte of it is noticed as well. */
export const MANIFEST_HASH = 'manifest.sha256';
export const EVIDENCE_LIST = 'evidence.jsonl';
export const EVIDENCE_FOLDER = 'evidence';
/** Kysely keeps here which migrations were done; `migrate` fills them again. */
export const MIGRATION_TABLES: ReadonlySet<string> = new Set([
  'kysely_migration',
  'kysely_migration_lock',
]);

/** Tables into which a migration itself puts rows: those say nothing of use. */
export const SEEDED_TABLES: ReadonlySet<string> = new Set(['register_version']);

/** A file of a backup, by its path from the backup's folder. */
export interface SavedFile {
  file: string;
  bytes: number;
  sha256: string;
}

export interface SavedTable extends SavedFile {
  name: string;
  columns: string[];
  rows: number;
}

export interface SavedSequence {
  name: string;
  lastValue: string;
  isCalled: boolean;
}

/** What stands in `manifest.json`; the files of evidence stand in a list of their own. */
export interface BackupManifest {
  format: number;
  writtenAt: string;
  engine: string;
  postgres: string;
  migrations: string[];
  tables: SavedTable[];
  sequences: SavedSequence[];
  ledger: { number: number; hash: string } | null;
  evidence: { files: number; bytes: number; list: SavedFile };
}

/** Told after each table and every so many files of evidence. */
export interface BackupProgress {
  step: 'verifying' | 'table' | 'evidence';
  name: string;
  done: number;
  /** Null while it is not known. */
  total: number | null;
}

export type TellProgress = (progress: BackupProgress) => void;

/** Evidence is told in steps of so many files. */
export const EVIDENCE_STEP = 100;

/** Writes a stream into a new file and tells its size and hash; nothing is held whole. */
export async function writeHashed(
  source: Readable,
  path: string,
): Promise<{ bytes: number; sha256: string }> {
  const measured = measure();
  try {
    await mkdir(dirname(path), { recursive: true });
    await pipeline(source, measured.through, createWriteStream(path, { flags: 'wx', flush: true }));
  } catch (error) {
    throw diskRefusal(error, path);
  }
  return measured.result();
}

/** Reads a file through and tells its size and hash. */
export async function hashFile(path: string): Promise<{ bytes: number; sha256: string }> {
  const measured = measure();
  for await (const chunk of createReadStream(path)) measured.add(chunk as Buffer);
  return measured.result();
}

function measure() {
  const hash = createHash('sha256');
  let bytes = 0;
  const add = (chunk: Buffer) => {
    hash.update(chunk);
    bytes += chunk.length;
  };
  return {
    add,
    through: async function* (source: AsyncIterable<Buffer>) {
      for await (const chunk of source) {
        add(chunk);
        yield chunk;
      }
    },
    result: () => ({ bytes, sha256: hash.digest('hex') }),
  };
}
