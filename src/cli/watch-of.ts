import { availableParallelism } from 'node:os';
import { realWatch, type Watch } from '#office/watch.ts';
import type { ProgressView } from './progress.ts';
import type { Terminal } from './terminal.ts';

/** The real clock, with the terminal's Ctrl-C and progress, on all the machine's cores. */
export function watchOf(terminal: Terminal, view: ProgressView): Watch {
  const watch = realWatch(terminal.signal, (progress) => view.report(progress));
  return { ...watch, threads: availableParallelism() };
}
