import type { Instant } from '#base/civil-date.ts';
import { hostOf } from '#base/url.ts';
import type { Rendering, RenderingLane, RenderRequest } from './browser-lane.ts';
import type { Exchange, FetchRequest } from './exchange.ts';
import { gatesOf, type HostGates } from './host-gates.ts';
import type { Net } from './net.ts';
import { waitBeforeRetry } from './politeness.ts';

/** One address to be fetched when its host's turn comes. */
export interface Order extends Omit<FetchRequest, 'signal'> {
  /** Requests at once that its host is given at most. */
  ceiling: number;
  /** How long the site may still have us wait, by Retry-After and the like. Milliseconds. */
  patienceMs: number;
}

/** What an order brought. */
export interface Brought {
  /** When the request that was answered began. */
  at: Instant;
  exchange: Exchange;
  /** By how much the site's patience shrank. Milliseconds. */
  waitedMs: number;
}

/** One page to be opened in the browser when its host's turn comes. */
export interface Opening extends Omit<RenderRequest, 'signal'> {
  /** Pages at once that its host is asked for at most. */
  ceiling: number;
}

/** What an opening came to. */
export interface Opened {
  at: Instant;
  /** Null where there is no browser after all. */
  rendering: Rendering | null;
}

/** Fetches addresses, each in its host's turn: a net with manners. */
export interface Courier {
  /** How it introduces itself; the first word is its name in robots.txt. */
  readonly userAgent: string;
  /** Null when `signal` was aborted before the answer was there. Never rejects. */
  bring(order: Order, signal: AbortSignal): Promise<Brought | null>;
  /** Whether pages can be opened in a browser, as far as is known. */
  readonly mayOpen: boolean;
  /** Null when `signal` was aborted first. Never rejects. */
  open(opening: Opening, signal: AbortSignal): Promise<Opened | null>;
  /** From now on at least so long between the starts of two requests to a host. */
  space(host: string, delayMs: number): void;
}

/**
 * A courier over a net, and a browser where there is one. Those of one net share each host's pace.
 */
export function createCourier(
  net: Net,
  now: () => Instant,
  lane: RenderingLane | null = null,
): Courier {
  const gates = gatesOf(net);
  return {
    userAgent: net.userAgent,
    get mayOpen() {
      return lane !== null && lane.absence === null;
    },
    open: (opening, signal) => open({ lane, gates, now }, opening, signal),
    bring: (order, signal) => bring({ net, gates, now }, order, signal),
    space: (host, delayMs) => gates.space(host, delayMs),
  };
}

interface Means {
  net: Net;
  gates: HostGates;
  now: () => Instant;
}

async function open(
  { lane, gates, now }: Pick<Means, 'gates' | 'now'> & { lane: RenderingLane | null },
  { url, picture, ceiling }: Opening,
  signal: AbortSignal,
): Promise<Opened | null> {
  const host = hostOf(url);
  try {
    await gates.enter(host, ceiling, signal);
  } catch {
    return null;
  }
  const at = now();
  const rendering = (await lane?.render({ url, picture, signal })) ?? null;
  gates.leave(host, ceiling, null);
  return signal.aborted ? null : { at, rendering };
}

/** Fetches in turn, waiting and trying again where the host asks for it. */
async function bring(
  { net, gates, now }: Means,
  order: Order,
  signal: AbortSignal,
): Promise<Brought | null> {
  const { ceiling, patienceMs, ...request } = order;
  const host = hostOf(order.url);
  let waitedMs = 0;
  for (let tries = 1; ; tries++) {
    try {
      await gates.enter(host, ceiling, signal);
    } catch {
      return null;
    }
    const at = now();
    const exchange = await net.fetch({ ...request, signal });
    if (signal.aborted) {
      gates.leave(host, ceiling, null);
      return null;
    }
    const waitMs = waitBeforeRetry({
      status: exchange.outcome.kind === 'answered' ? exchange.outcome.status : null,
      retryAfter: exchange.headers['retry-after'],
      nowMs: Date.parse(at),
      tries,
      patienceMs: patienceMs - waitedMs,
    });
    if (waitMs !== null) waitedMs += gates.pause(host, waitMs);
    gates.leave(host, ceiling, sampleOf(exchange));
    if (waitMs === null) return { at, exchange, waitedMs };
  }
}

function sampleOf({ outcome, firstByteMs }: Exchange): Parameters<HostGates['leave']>[2] {
  if (outcome.kind === 'failed') {
    return { firstByteMs: null, status: null, isTimeout: outcome.why === 'timeout' };
  }
  return { firstByteMs, status: outcome.status, isTimeout: false };
}
