import { assert } from '#base/assert.ts';
import type { ClockPause } from './clock.ts';

/** A stretch of time in milliseconds, its end not in it. */
export interface Stretch {
  fromMs: number;
  toMs: number;
}

/**
 * The paused stretches, in order and none touching another, so that time paused twice is paused
 * once. A pause that is still open takes no time yet.
 */
export function mergePauses(pauses: readonly ClockPause[]): Stretch[] {
  const stretches = pauses
    .map(({ from, to }) => ({ fromMs: Date.parse(from), toMs: Date.parse(to ?? from) }))
    .sort((a, b) => a.fromMs - b.fromMs);
  const merged: Stretch[] = [];
  for (const { fromMs, toMs } of stretches) {
    assert(fromMs <= toMs, `a pause from ${fromMs} to ${toMs}`);
    if (fromMs === toMs) continue;
    const last = merged.at(-1);
    if (last && fromMs <= last.toMs) last.toMs = Math.max(last.toMs, toMs);
    else merged.push({ fromMs, toMs });
  }
  return merged;
}

/** Milliseconds of a stretch that were paused. */
export function pausedWithin(within: Stretch, pauses: readonly Stretch[]): number {
  return pauses.reduce((sum, { fromMs, toMs }) => {
    const shared = Math.min(toMs, within.toMs) - Math.max(fromMs, within.fromMs);
    return sum + Math.max(0, shared);
  }, 0);
}

/** The moment by which a clock started at `startMs` has run for `runMs` outside its pauses. */
export function runFor(startMs: number, runMs: number, pauses: readonly Stretch[]): number {
  let end = startMs + runMs;
  for (const { fromMs, toMs } of pauses) {
    if (fromMs >= end) break;
    end += Math.max(0, toMs - Math.max(fromMs, startMs));
  }
  return end;
}
