import { setTimeout as sleep } from 'node:timers/promises';
import type { FailureReason } from '#domain/visit.ts';
import type { KeptVisit } from './crawl-context.ts';

const PASSING: ReadonlySet<FailureReason> = new Set<FailureReason>([
  'refused',
  'reset',
  'timeout',
  'unreachable',
]);

/**
 * Whether an address may open in a moment: what hangs on it (a whole site on its homepage, the
 * articles on their list) is worth asking for again within the crawl. Not for what says that it
 * is not there, or will not have us.
 */
export function mayPass({ visit: { outcome, headers }, facts }: KeptVisit): boolean {
  if (outcome.kind === 'failed') return PASSING.has(outcome.why);
  // A server that asked for patience was given what we have of it, or wants more.
  if (headers['retry-after'] !== undefined) return false;
  return outcome.status >= 500 && outcome.status < 600 && facts?.blocked !== true;
}

/** Waits; false when it was stopped. */
export async function waitFor(waitMs: number, signal: AbortSignal): Promise<boolean> {
  try {
    await sleep(waitMs, undefined, { signal });
    return true;
  } catch {
    return false;
  }
}
