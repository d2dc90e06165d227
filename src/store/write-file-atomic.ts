import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { onDisk } from './disk-refusal.ts';

/** Ends the name of a file that is being written; what bears it may be deleted. */
export const TEMPORARY_SUFFIX = '.part';

/** A file's content, whole or as pieces of text. */
export type FileData = string | Uint8Array | Iterable<string>;

/** Pieces are written together up to so many characters. */
const BATCH = 1 << 16;

function* piecesOf(data: FileData): Generator<string | Uint8Array> {
  if (typeof data === 'string' || data instanceof Uint8Array) return void (yield data);
  let waiting = '';
  for (const piece of data) {
    waiting += piece;
    if (waiting.length < BATCH) continue;
    yield waiting;
    waiting = '';
  }
  yield waiting;
}

/**
 * Writes a whole file so that at any moment either the old or the new content stands there: under
 * a temporary name, forced to disk, then renamed. On failure the old file is untouched.
 */
export function writeFileAtomic(path: string, data: FileData): void {
  const temporary = `${path}${TEMPORARY_SUFFIX}`;
  onDisk(path, () => {
    try {
      writeThrough(temporary, data);
      renameSync(temporary, path);
    } catch (error) {
      rmSync(temporary, { force: true });
      throw error;
    }
    syncFolder(dirname(path));
  });
}

function writeThrough(path: string, data: FileData): void {
  const file = openSync(path, 'w');
  try {
    for (const piece of piecesOf(data)) writeFileSync(file, piece);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Makes a rename durable. Some systems cannot sync a folder; the rename itself is still atomic. */
function syncFolder(dir: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(dir, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
