/** The time a crawl may take: ends it by a signal of its own, beside the caller's. */
export interface TimeLimit {
  /** Aborted by the caller, or when the time is up. */
  signal: AbortSignal;
  /** Whether it was the time that ended it, and not the caller. */
  isUp(): boolean;
  /** To be called when the crawl has ended. */
  clear(): void;
}

/** Begins to count; without `maxMs` the caller alone ends the crawl. */
export function startTimeLimit(caller: AbortSignal, maxMs: number | undefined): TimeLimit {
  if (maxMs === undefined) return { signal: caller, isUp: () => false, clear: () => {} };
  const up = new AbortController();
  const timer = setTimeout(() => up.abort(), maxMs);
  return {
    signal: AbortSignal.any([caller, up.signal]),
    isUp: () => up.signal.aborted && !caller.aborted,
    clear: () => clearTimeout(timer),
  };
}
