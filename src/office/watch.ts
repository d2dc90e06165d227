import { setTimeout as sleep } from 'node:timers/promises';
import type { Instant } from '#base/civil-date.ts';
import type { Verdict } from '#domain/scorecard.ts';
import type { Workshop } from './workshop.ts';

/** What happens to a site while a run is on. */
export type SiteState = 'queued' | 'crawling' | 'rechecking' | 'judging' | 'done';

/** Where one site of a run stands; sent often, so the receiver decides how often to draw. */
export interface SiteProgress {
  site: string;
  /** Sites of the run in all. */
  sites: number;
  unit: string;
  state: SiteState;
  pages: number;
  targets: number;
  /** Known and not fetched yet. */
  queued: number;
  failed: number;
  /** Round of looking again, and how many there are at most. */
  look: number;
  looks: number;
  verdict: Verdict | null;
  score: number | null;
}

/** The caller's clock, patience and ears. Tests bring their own. */
export interface Watch {
  now(): Instant;
  /** Waits, or returns early when the run is interrupted. */
  wait(waitMs: number): Promise<void>;
  /** Aborted by Ctrl-C: the run stops soon and keeps what it has. */
  signal: AbortSignal;
  report(progress: SiteProgress): void;
  /** Threads to inspect sites with, beside the caller's own; none when left out. */
  threads?: number;
  /** What this run shares with others of the process; its own when left out. */
  workshop?: Workshop;
}

/** The real clock. */
export function realWatch(signal: AbortSignal, report: Watch['report']): Watch {
  return {
    now: () => new Date().toISOString(),
    wait: async (waitMs) => {
      await sleep(waitMs, undefined, { signal }).catch(() => undefined);
    },
    signal,
    report,
  };
}
