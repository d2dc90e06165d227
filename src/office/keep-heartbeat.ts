import type { SiteProgressNote } from '#domain/campaign.ts';
import { noteProgress } from '#store/inspections.ts';
import type { Desk } from './desk.ts';
import type { Bench } from './measure-site.ts';
import type { SiteProgress } from './watch.ts';

/** The pulse of an inspection. */
export interface Heartbeat {
  /** Takes progress as often as it comes; it is written with the next beat. */
  report(progress: SiteProgress): void;
  /** Given when the inspection is no longer this worker's: it was cancelled. */
  gone: AbortSignal;
  stop(): Promise<void>;
}

/**
 * Says at every beat that a worker is alive and how far it is, and looks whether the inspection
 * is still its own and its locks still hold. A database that fails to answer once is asked again.
 */
export function keepHeartbeat(
  desk: Desk,
  mine: { id: number; worker: string; attempts: number },
  { locks, heartbeatMs }: Pick<Bench, 'locks' | 'heartbeatMs'>,
): Heartbeat {
  const gone = new AbortController();
  let progress: SiteProgressNote | null = null;
  let beating: Promise<void> | null = null;
  const beat = async () => {
    try {
      if (!(await locks.check())) return;
      const isMine = await noteProgress(desk.db, mine, progress, desk.now());
      if (!isMine) gone.abort();
    } catch {
      // The next beat asks again; a lock that is lost says so itself.
    }
  };
  const timer = setInterval(() => {
    beating ??= beat().finally(() => {
      beating = null;
    });
  }, heartbeatMs);
  return {
    report: ({ state, pages, targets, queued, look, looks }) => {
      progress = { state, pages, targets, queued, look, looks };
    },
    gone: gone.signal,
    async stop() {
      clearInterval(timer);
      await beating;
    },
  };
}
