import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '#store/database/database.ts';
import { refreshFiles } from './keep-file.ts';

/** What has been still for so long is made anew. */
const LOOK_MS = 3000;
/** A file that nobody has asked for so long is made when somebody does. */
const WANTED_MS = 24 * 3600_000;

/**
 * Makes files of lists anew as soon as what they are made of has changed and is still again, until
 * told to stop. A database that is away is nobody's loss here: who asks gets a new file anyway.
 */
export async function keepFilesFresh(db: Database, signal: AbortSignal): Promise<void> {
  const seen = new Map<string, string>();
  while (!signal.aborted) {
    await sleep(LOOK_MS, null, { signal, ref: false }).catch(() => undefined);
    if (!signal.aborted) await refreshFiles(db, seen, WANTED_MS).catch(() => undefined);
  }
}
