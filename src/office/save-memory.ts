import { setFlagsFromString } from 'node:v8';
import { defaultLimits } from '#crawl/crawl-context.ts';
import type { CrawlLimits } from '#domain/run-settings.ts';
import { giveBackMemory } from './give-back-memory.ts';

/** Whether a site may be larger than the usual budget allows: then memory counts before time. */
export function isLargeSite({ maxPages }: CrawlLimits): boolean {
  return maxPages > defaultLimits.maxPages;
}

/**
 * Has the engine clear up early, for sites larger than the usual budget allows: left to itself it
 * takes some 300 MB more before it does, whatever is held. Costs up to a tenth more time, for the
 * whole process, so small runs do without.
 */
export function saveMemory(limits: CrawlLimits): void {
  if (!isLargeSite(limits)) return;
  // The old part of the heap is gone through when it has grown by so much since the last time.
  setFlagsFromString('--heap-growing-percent=20');
  // The young part stays as small as it began, and what the start took is given back: 30 MB.
  setFlagsFromString('--semi-space-growth-factor=1');
  giveBackMemory();
}

/**
 * Does work that makes and drops much at once, as judging a large site does. Its garbage is cleared
 * up in one go, when there is enough of it: bit by bit takes half a second each time, and all that
 * is dropped meanwhile stays, half as much again as is held. Not while fetching: what lies outside
 * the engine's heap is only looked at bit by bit.
 */
export function keepLittle<T>(limits: CrawlLimits, work: () => T): T {
  if (!isLargeSite(limits)) return work();
  setTriggers(NEVER);
  try {
    return work();
  } finally {
    setTriggers(BY_ITSELF);
  }
}

/** From which part of the way to its limit on the heap is gone through bit by bit. Percent. */
const NEVER = 100;
const BY_ITSELF = 0;

function setTriggers(percent: number): void {
  setFlagsFromString(`--incremental-marking-soft-trigger=${percent}`);
  setFlagsFromString(`--incremental-marking-hard-trigger=${percent}`);
}
