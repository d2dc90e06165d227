import { fstatSync, openSync, readSync, statSync } from 'node:fs';
import { errnoOf, onDisk } from './disk-refusal.ts';

/** The bytes at a place of an open file; fewer where the file ends before. */
export function readAt(file: number, place: { offset: number; length: number }): Buffer {
  const length = Math.max(0, Math.min(place.length, fstatSync(file).size - place.offset));
  const buffer = Buffer.alloc(length);
  return buffer.subarray(0, readSync(file, buffer, 0, length, place.offset));
}

/** Size of a file in bytes; 0 when it is not there. */
export function sizeOf(path: string): number {
  return onDisk(path, () => statSync(path, { throwIfNoEntry: false })?.size ?? 0);
}

/** Opens a file for reading; null when it is not there. */
export function openIfThere(path: string): number | null {
  return onDisk(path, () => {
    try {
      return openSync(path, 'r');
    } catch (error) {
      if (errnoOf(error) === 'ENOENT') return null;
      throw error;
    }
  });
}
