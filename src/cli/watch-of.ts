import { availableParallelism } from 'node:os';
import { realWatch, type Watch } from '#office/watch.ts';
import type { ProgressView } from './progress.ts';
import type { Terminal } from './terminal.ts';

/** The real clock, with the terminal's Ctrl-C. */
export function clockOf(terminal: Terminal): Pick<Watch, 'now' | 'wait' | 'signal'> {
  const { now, wait, signal } = realWatch(terminal.signal, () => {});
  return { now, wait, signal };
}

/** The same with the terminal's progress, on all the machine's cores. */
export function watchOf(terminal: Terminal, view: ProgressView): Watch {
  const watch = realWatch(terminal.signal, (progress) => view.report(progress));
  return { ...watch, threads: availableParallelism() };
}
