import type { Courier } from './courier.ts';

/** The time a crawl may take: ends it by a signal of its own, beside the caller's. */
export interface TimeLimit {
  /** Aborted by the caller, or when the time is up. */
  signal: AbortSignal;
  /** Begins to count with the first order: what an interrupted run kept takes no time. */
  courier: Courier;
  /** Whether it was the time that ended it, and not the caller. */
  isUp(): boolean;
  /** To be called when the crawl has ended. */
  clear(): void;
}

/** Limits a crawl to `maxMs` from its first order; without it the caller alone ends the crawl. */
export function limitTime(
  caller: AbortSignal,
  courier: Courier,
  maxMs: number | undefined,
): TimeLimit {
  if (maxMs === undefined) return { signal: caller, courier, isUp: () => false, clear: () => {} };
  const up = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const begin = () => {
    if (maxMs <= 0) up.abort();
    else timer ??= setTimeout(() => up.abort(), maxMs);
  };
  return {
    signal: AbortSignal.any([caller, up.signal]),
    courier: {
      userAgent: courier.userAgent,
      get mayOpen() {
        return courier.mayOpen;
      },
      bring(order, signal) {
        begin();
        return up.signal.aborted ? Promise.resolve(null) : courier.bring(order, signal);
      },
      open(opening, signal) {
        begin();
        return up.signal.aborted ? Promise.resolve(null) : courier.open(opening, signal);
      },
      space: (host, delayMs) => courier.space(host, delayMs),
      noteRead: () => courier.noteRead?.(),
    },
    isUp: () => up.signal.aborted && !caller.aborted,
    clear: () => clearTimeout(timer),
  };
}

/** Between two visits further apart nothing was crawled: the run was interrupted. Milliseconds. */
const MAX_GAP_MS = 60_000;

/** How long earlier calls crawled, told by the instants of what they kept. Milliseconds. */
export function crawledMs(visits: Iterable<{ at: string; look: number }>): number {
  let total = 0;
  let lastMs = Number.NaN;
  for (const { at, look } of visits) {
    if (look !== 0) continue;
    const atMs = Date.parse(at);
    if (atMs > lastMs) total += Math.min(MAX_GAP_MS, atMs - lastMs);
    if (!(atMs < lastMs)) lastMs = atMs;
  }
  return total;
}
