import { setTimeout as sleep } from 'node:timers/promises';
import { isConnectionLost } from './connect.ts';

/** A database that recovers reads its log again first; who starts beside it waits for so long. */
const MAX_LOSS_MS = 120_000;
const AGAIN_MS = 250;

/**
 * Takes a step of a start, and takes it anew when the database went away meanwhile, for two
 * minutes at most: a process that starts lives through what one that runs lives through. The step
 * must bear being taken twice. Errors of any other kind are thrown as they are.
 */
export async function throughLoss<T>(step: () => Promise<T>): Promise<T> {
  const until = performance.now() + MAX_LOSS_MS;
  for (;;) {
    try {
      return await step();
    } catch (error) {
      if (!isConnectionLost(error) || performance.now() > until) throw error;
    }
    await sleep(AGAIN_MS);
  }
}
