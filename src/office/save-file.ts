import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Refusal } from '#base/refusal.ts';
import { errnoOf } from '#store/disk-refusal.ts';

/** Writes a file that the user named, outside any run. Refuses `file-not-writable`. */
export function saveFile(path: string, text: string): void {
  refusing(path, () => writeFileSync(path, text));
}

/** The same below folders that are made where they are missing. */
export function saveFileBelow(path: string, text: string): void {
  refusing(path, () => mkdirSync(dirname(path), { recursive: true }));
  saveFile(path, text);
}

function refusing(path: string, act: () => void): void {
  try {
    act();
  } catch (error) {
    const errno = errnoOf(error);
    if (errno === null) throw error;
    throw new Refusal('file-not-writable', { path, errno });
  }
}
