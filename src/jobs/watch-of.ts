import { setTimeout as sleep } from 'node:timers/promises';
import type { Watch } from '#office/watch.ts';
import type { Hand } from './job-kind.ts';

/** The real clock, stopped with the worker or when the job is no longer this worker's. */
export function watchOf({ bench, desk }: Hand, jobSignal: AbortSignal): Watch {
  const signal = AbortSignal.any([bench.signal, jobSignal]);
  return {
    now: desk('watch').now,
    wait: async (waitMs) => {
      await sleep(waitMs, undefined, { signal }).catch(() => undefined);
    },
    signal,
    report: () => undefined,
    workshop: bench.workshop,
  };
}
