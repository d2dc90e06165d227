import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Site } from '#domain/site.ts';
import type { ServeOptions } from './serve-city.ts';
import type { CityTruth } from './truth-model.ts';

/** A city served by a thread of its own. */
export interface CityInThread {
  sites: Site[];
  truth: CityTruth;
  close(): Promise<void>;
}

/** Serves a city beside the caller. A mistake in the options rejects as it does in `serveCity`. */
export async function serveInThread(options: ServeOptions): Promise<CityInThread> {
  const worker = new Worker(new URL('./city-thread.ts', import.meta.url), { workerData: options });
  const [{ sites, truth }] = (await once(worker, 'message')) as [Omit<CityInThread, 'close'>];
  const close = async () => {
    const ended = once(worker, 'exit');
    worker.postMessage('close');
    await ended;
  };
  return { sites, truth, close };
}
