/**
 * How many requests a host gets at once, decided from its own answers: more while it stays as
 * quick as it was, half when it slows down or asks for less. Pure: state in, state out.
 */
export interface Pace {
  /** Requests at once, now. */
  limit: number;
  /** The quickest it has been, smoothed; null until it answered. Milliseconds. */
  bestMs: number | null;
  /** How quick it is lately, smoothed. Milliseconds. */
  recentMs: number;
  /** Good answers since the limit last changed. */
  calm: number;
  /** Answers to wait for before the limit may be halved again. */
  settling: number;
}

/** What one request told about its host. */
export interface PaceSample {
  /** Time to the first byte; null when nothing was answered. Milliseconds. */
  firstByteMs: number | null;
  status: number | null;
  /** The request ran out of time. */
  isTimeout: boolean;
}

const START_LIMIT = 4;
/** Below this a slow-down is noise of the network or of our own machine. */
const NOISE_MS = 200;
const SLOW_DOWN = 3;
const SMOOTHING = 0.2;

/** How a host is begun with. */
export function initialPace(): Pace {
  return { limit: START_LIMIT, bestMs: null, recentMs: 0, calm: 0, settling: 0 };
}

/** The pace after one more answer; it grows to `ceiling` requests at once, not beyond. */
export function paceAfter(pace: Pace, sample: PaceSample, ceiling: number): Pace {
  const timed = withTime(pace, sample.firstByteMs);
  if (isStrained(timed, sample)) return halved(timed);
  const settling = Math.max(0, timed.settling - 1);
  const calm = timed.calm + 1;
  if (calm < timed.limit || timed.limit >= ceiling) {
    return { ...timed, calm, settling };
  }
  return { ...timed, limit: timed.limit + 1, calm: 0, settling };
}

function withTime(pace: Pace, firstByteMs: number | null): Pace {
  if (firstByteMs === null) return pace;
  if (pace.bestMs === null) return { ...pace, bestMs: firstByteMs, recentMs: firstByteMs };
  const recentMs = pace.recentMs + SMOOTHING * (firstByteMs - pace.recentMs);
  return { ...pace, recentMs, bestMs: Math.min(pace.bestMs, recentMs) };
}

function isStrained(pace: Pace, sample: PaceSample): boolean {
  if (sample.isTimeout || sample.status === 429 || sample.status === 503) return true;
  return pace.bestMs !== null && pace.recentMs > SLOW_DOWN * pace.bestMs + NOISE_MS;
}

/** Half the limit, once for each burst: answers already under way say nothing new. */
function halved(pace: Pace): Pace {
  if (pace.settling > 0) return { ...pace, calm: 0, settling: pace.settling - 1 };
  return {
    ...pace,
    limit: Math.max(1, Math.floor(pace.limit / 2)),
    calm: 0,
    settling: pace.limit,
  };
}

/**
 * How long a Retry-After header asks to wait, in seconds or as a date; null when it says nothing
 * readable. Milliseconds from `nowMs` (Unix time), never negative.
 */
export function retryAfterMs(header: string | undefined, nowMs: number): number | null {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const at = /^[a-z]{3},? /i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? null : Math.max(0, at - nowMs);
}

const MAX_TRIES = 3;
const DEFAULT_BACKOFF_MS = 1000;

/** What a busy host's answer asks for, and what we can afford. */
export interface BusyAnswer {
  status: number | null;
  retryAfter: string | undefined;
  nowMs: number;
  /** Tries made at this address, the one just answered included. */
  tries: number;
  /** Patience left for this site, milliseconds. */
  patienceMs: number;
}

/**
 * How long to wait before an address is tried again, or null to take the answer as it is. Only
 * what asks for patience gets it: 429, and 503 with a Retry-After; a plain 503 is an answer like
 * any other, to be looked at again by the recheck. Milliseconds.
 */
export function waitBeforeRetry(answer: BusyAnswer): number | null {
  const asked = retryAfterMs(answer.retryAfter, answer.nowMs);
  const isBusy = answer.status === 429 || (answer.status === 503 && asked !== null);
  if (!isBusy || answer.tries >= MAX_TRIES) return null;
  const waitMs = asked ?? DEFAULT_BACKOFF_MS;
  return waitMs <= answer.patienceMs ? waitMs : null;
}
