import { Refusal } from '#base/refusal.ts';

const MINUTE_MS = 60_000;
/** More callers than this are forgotten together: a flood of addresses must not fill the memory. */
const MOST_CALLERS = 20_000;

/** Counts calls by caller; refuses `request-too-often` above so many in a window, a minute long. */
export function rateLimit(
  most: number,
  nowMs: () => number,
  windowMs = MINUTE_MS,
): (caller: string) => void {
  let counts = new Map<string, number>();
  let endsMs = 0;
  return (caller) => {
    const now = nowMs();
    // A clock that was set back must not make a window of hours.
    const isOver = now >= endsMs || now < endsMs - windowMs;
    if (isOver || counts.size > MOST_CALLERS) {
      counts = new Map();
      endsMs = now + windowMs;
    }
    const count = (counts.get(caller) ?? 0) + 1;
    counts.set(caller, count);
    if (count <= most) return;
    throw new Refusal('request-too-often', { seconds: Math.ceil((endsMs - now) / 1000) });
  };
}
