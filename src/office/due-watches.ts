import type { WatchKind } from '#domain/signal.ts';
import { listDueWatches, type WatchRow } from '#store/monitoring.ts';
import type { Desk } from './desk.ts';

/** Looks that are due, longest first. */
export async function dueWatches(desk: Desk, limit: number): Promise<WatchRow[]> {
  return await listDueWatches(desk.db, desk.now(), { limit });
}

/** One look, if it is still due: another worker may have made it meanwhile. */
export async function dueWatch(
  desk: Desk,
  siteId: number,
  kind: WatchKind,
): Promise<WatchRow | null> {
  const [watch = null] = await listDueWatches(desk.db, desk.now(), { limit: 1, siteId, kind });
  return watch;
}
