import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { onDisk } from './disk-refusal.ts';

/** Ends the name of a file that is being written; what bears it may be deleted. */
export const TEMPORARY_SUFFIX = '.part';

/**
 * Writes a whole file so that at any moment either the old or the new content stands there: under
 * a temporary name, forced to disk, then renamed. On failure the old file is untouched.
 */
export function writeFileAtomic(path: string, data: string | Uint8Array): void {
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

function writeThrough(path: string, data: string | Uint8Array): void {
  const file = openSync(path, 'w');
  try {
    writeFileSync(file, data);
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
