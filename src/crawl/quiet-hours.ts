import { setTimeout as sleep } from 'node:timers/promises';
import type { Instant } from '#base/civil-date.ts';
import type { QuietHours } from '#domain/run-settings.ts';

const DAY_MS = 86_400_000;
/** China keeps one time all year round. */
const CHINA_MS = 8 * 3_600_000;
/** A clock may be set meanwhile: it is looked at again at least so often. */
const LOOK_MS = 30_000;

/** How long, from an instant, no request may begin; 0 outside the quiet hours. Milliseconds. */
export function quietMs(hours: readonly QuietHours[], nowMs: number): number {
  let longest = 0;
  const at = (nowMs + CHINA_MS) % DAY_MS;
  for (const { from, to } of hours) {
    const [start, end] = [msOf(from), msOf(to)];
    const isQuiet = start < end ? at >= start && at < end : at >= start || at < end;
    if (isQuiet) longest = Math.max(longest, (end - at + DAY_MS) % DAY_MS || DAY_MS);
  }
  return longest;
}

function msOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return (hours * 60 + minutes) * 60_000;
}

/** Returns when requests may begin; false when stopped before. */
export async function awaitOpenHours(
  hours: readonly QuietHours[],
  now: () => Instant,
  signal: AbortSignal,
): Promise<boolean> {
  for (;;) {
    const waitMs = quietMs(hours, Date.parse(now()));
    if (waitMs === 0 || signal.aborted) return !signal.aborted;
    await sleep(Math.min(waitMs, LOOK_MS), undefined, { signal }).catch(() => undefined);
  }
}
