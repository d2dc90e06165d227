import { setTimeout as sleep } from 'node:timers/promises';
import type { Watch } from '#office/watch.ts';
import type { ProgressView } from './progress.ts';
import type { Terminal } from './terminal.ts';

/** The real clock, with the terminal's Ctrl-C. */
export function clockOf(terminal: Terminal): Pick<Watch, 'now' | 'wait' | 'signal'> {
  return {
    now: () => new Date().toISOString(),
    wait: async (waitMs) => {
      await sleep(waitMs, undefined, { signal: terminal.signal }).catch(() => undefined);
    },
    signal: terminal.signal,
  };
}

/** The same with the terminal's progress. */
export function watchOf(terminal: Terminal, view: ProgressView): Watch {
  return { ...clockOf(terminal), report: (progress) => view.report(progress) };
}
