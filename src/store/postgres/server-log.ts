import { closeSync, fstatSync, openSync, readdirSync, readSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { errnoOf } from '#store/disk-refusal.ts';
import type { Cluster } from './cluster.ts';

/** With files of 5 MB: what the server's log may take on the disk. */
const KEPT_FILES = 6;
const TAIL_BYTES = 16_384;
const TAIL_LINES = 8;

/** Deletes the oldest files of the log. One that cannot be deleted is no reason to stop serving. */
export function pruneLogs(cluster: Cluster): void {
  try {
    for (const path of logFiles(cluster).slice(0, -KEPT_FILES)) rmSync(path, { force: true });
  } catch (error) {
    if (errnoOf(error) === null) throw error;
  }
}

/** The last lines that the server wrote since its last start, for a person to read. */
export function lastLogLines(cluster: Cluster): string {
  const since = statSync(cluster.startLog, { throwIfNoEntry: false })?.birthtimeMs ?? 0;
  const newest = logFiles(cluster).slice(-1);
  const files = [cluster.startLog, ...newest.filter((path) => statSync(path).mtimeMs >= since)];
  return files.flatMap(tail).slice(-TAIL_LINES).join('\n');
}

/** Oldest first: their names begin with their time. */
function logFiles(cluster: Cluster): string[] {
  const folder = join(cluster.data, 'log');
  try {
    const names = readdirSync(folder).filter((name) => /^server-[\d-]+\.log$/.test(name));
    return names.toSorted().map((name) => join(folder, name));
  } catch {
    return [];
  }
}

function tail(path: string): string[] {
  try {
    const file = openSync(path, 'r');
    try {
      const { size } = fstatSync(file);
      const bytes = Buffer.alloc(Math.min(size, TAIL_BYTES));
      readSync(file, bytes, 0, bytes.length, size - bytes.length);
      return bytes.toString('utf8').split('\n').filter(Boolean).slice(-TAIL_LINES);
    } finally {
      closeSync(file);
    }
  } catch {
    return [];
  }
}
