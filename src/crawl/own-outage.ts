import { setTimeout as sleep } from 'node:timers/promises';
import type { FailureReason } from '#domain/visit.ts';
import { type ControlHosts, isNetworkUp } from './control-hosts.ts';
import type { Exchange } from './exchange.ts';

/** Failures that an outage of our own network looks like. */
const LIKE_OURS: ReadonlySet<FailureReason> = new Set<FailureReason>([
  'dns',
  'refused',
  'reset',
  'timeout',
  'unreachable',
]);

export interface OutageLimits {
  /** Between two questions to the control hosts at least. Milliseconds. */
  askEveryMs: number;
  /** An outage longer than this is no longer waited for. Milliseconds. */
  patienceMs: number;
}

const USUAL: OutageLimits = { askEveryMs: 5000, patienceMs: 600_000 };

/** Tells failures of our own network from those of the sites. */
export interface OutageWatch {
  /**
   * Whether an exchange, begun at `begunMs` (by `performance.now`), failed by an outage of ours:
   * false, or true when the outage is over, or `lasting` when it was not waited for any longer.
   */
  isOurs(exchange: Exchange, begunMs: number, signal: AbortSignal): Promise<boolean | 'lasting'>;
  /** How long the network was seen to be away. Milliseconds. */
  readonly awayMs: number;
}

/**
 * Watches by control hosts. A failure counts against a site only when they answer to a question
 * that was asked after the failed request had begun; many failures wait for one question.
 */
export function watchForOutages(controls: ControlHosts, limits = USUAL): OutageWatch {
  let awayMs = 0;
  let awaySinceMs: number | null = null;
  let asked: { atMs: number; isUp: Promise<boolean> } | null = null;

  const ask = async (sinceMs: number, signal: AbortSignal): Promise<boolean> => {
    while ((asked?.atMs ?? Number.NEGATIVE_INFINITY) < sinceMs) {
      const waitMs =
        (asked?.atMs ?? Number.NEGATIVE_INFINITY) + limits.askEveryMs - performance.now();
      if (waitMs > 0) {
        await sleep(waitMs, undefined, { signal }).catch(() => undefined);
        if (signal.aborted) return true;
        continue;
      }
      asked = { atMs: performance.now(), isUp: controls.ask(-1).then(isNetworkUp) };
    }
    return (await asked?.isUp) ?? true;
  };
  const note = (isUp: boolean) => {
    if (!isUp) awaySinceMs ??= performance.now();
    else if (awaySinceMs !== null) {
      awayMs += performance.now() - awaySinceMs;
      awaySinceMs = null;
    }
  };
  return {
    get awayMs() {
      return Math.round(awayMs + (awaySinceMs === null ? 0 : performance.now() - awaySinceMs));
    },
    async isOurs({ outcome }, begunMs, signal) {
      if (outcome.kind !== 'failed' || !LIKE_OURS.has(outcome.why)) return false;
      let isUp = await ask(begunMs, signal);
      note(isUp);
      if (isUp) return false;
      const untilMs = performance.now() + limits.patienceMs;
      while (!isUp && !signal.aborted && performance.now() < untilMs) {
        isUp = await ask(performance.now(), signal);
        note(isUp);
      }
      return isUp ? true : 'lasting';
    },
  };
}
