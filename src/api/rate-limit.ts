import { Refusal } from '#base/refusal.ts';

const WINDOW_MS = 60_000;
/** More callers than this are forgotten together: a flood of addresses must not fill the memory. */
const MOST_CALLERS = 20_000;

/** Counts calls by caller; refuses `request-too-often` above so many a minute. */
export function rateLimit(mostAMinute: number, nowMs: () => number): (caller: string) => void {
  let counts = new Map<string, number>();
  let endsMs = 0;
  return (caller) => {
    const now = nowMs();
    // A clock that was set back must not make a window of hours.
    const isOver = now >= endsMs || now < endsMs - WINDOW_MS;
    if (isOver || counts.size > MOST_CALLERS) {
      counts = new Map();
      endsMs = now + WINDOW_MS;
    }
    const count = (counts.get(caller) ?? 0) + 1;
    counts.set(caller, count);
    if (count <= mostAMinute) return;
    throw new Refusal('request-too-often', { seconds: Math.ceil((endsMs - now) / 1000) });
  };
}
