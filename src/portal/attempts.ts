/** More addresses than this are forgotten together: a flood must not fill the memory. */
const MOST_KEPT = 20_000;

/** Counts what went wrong, by caller, within a window. */
export interface Attempts {
  /** Seconds until a caller may try again; 0: now. */
  waitOf(caller: string): number;
  note(caller: string): void;
}

/** A caller may fail so often in a window; then even what is right is not looked at. */
export function countAttempts(most: number, windowMs: number, nowMs: () => number): Attempts {
  let counts = new Map<string, number>();
  let endsMs = 0;
  const renew = () => {
    const now = nowMs();
    if (now < endsMs && counts.size <= MOST_KEPT) return;
    counts = new Map();
    endsMs = now + windowMs;
  };
  return {
    waitOf(caller) {
      renew();
      const isOver = (counts.get(caller) ?? 0) >= most;
      return isOver ? Math.ceil((endsMs - nowMs()) / 1000) : 0;
    },
    note(caller) {
      renew();
      counts.set(caller, (counts.get(caller) ?? 0) + 1);
    },
  };
}
