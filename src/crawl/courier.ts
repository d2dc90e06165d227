import type { Instant } from '#base/civil-date.ts';
import { hostOf } from '#base/url.ts';
import type { PageFacts } from '#domain/page.ts';
import type { QuietHours } from '#domain/run-settings.ts';
import type { VisitPurpose } from '#domain/visit.ts';
import type { Rendering, RenderingLane, RenderRequest } from './browser-lane.ts';
import type { Exchange, FetchRequest } from './exchange.ts';
import { gatesOf, type HostGates } from './host-gates.ts';
import type { Net } from './net.ts';
import type { OutageWatch } from './own-outage.ts';
import { waitBeforeRetry } from './politeness.ts';
import { awaitOpenHours, quietMs } from './quiet-hours.ts';

/** One address to be fetched when its host's turn comes. */
export interface Order extends Omit<FetchRequest, 'signal'> {
  /** Requests at once that its host is given at most. */
  ceiling: number;
  /** How long the site may still have us wait, by Retry-After and the like. Milliseconds. */
  patienceMs: number;
  /** What for: who brings it may read it already, where that spares the one who ordered it. */
  purpose?: VisitPurpose;
}

/** What an order brought. */
export interface Brought {
  /** When the request that was answered began. */
  at: Instant;
  exchange: Exchange;
  /** By how much the site's patience shrank. Milliseconds. */
  waitedMs: number;
  /** What was read of it, where the one who brought it had the time; null: it is no page. */
  facts?: PageFacts | null;
  /** See `Visit.unchangedSince`. */
  unchangedSince?: Instant;
}

/** Whether an answer is still to be read. A server that says that nothing has changed sends nothing. */
export function isUnread({ exchange: { outcome }, facts }: Brought): boolean {
  return facts === undefined && outcome.kind === 'answered' && outcome.status !== 304;
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
  /** Told of each answer it brought unread (`isUnread`), once that was read: it may have others read elsewhere. */
  noteRead?: () => void;
}

/**
 * A courier over a net, and a browser where there is one. Those of one net share each host's pace.
 */
export function createCourier(
  net: Net,
  now: () => Instant,
  lane: RenderingLane | null = null,
  manners: Manners = {},
): Courier {
  const gates = gatesOf(net);
  return {
    userAgent: net.userAgent,
    get mayOpen() {
      return lane !== null && lane.absence === null;
    },
    open: (opening, signal) => open({ lane, gates, now, manners }, opening, signal),
    bring: (order, signal) => bring({ net, gates, now, manners }, order, signal),
    space: (host, delayMs) => gates.space(host, delayMs),
  };
}

/** What an office asks of all that is fetched. */
export interface Manners {
  /** No request begins then. */
  quietHours?: readonly QuietHours[];
  /** Tells our own outages; null: nobody does. */
  outages?: OutageWatch | null;
}

interface Means {
  net: Net;
  gates: HostGates;
  now: () => Instant;
  manners: Manners;
}

/** Waits for a host's turn, outside the quiet hours; false when stopped. */
async function enter(
  { gates, now, manners: { quietHours = [] } }: Omit<Means, 'net'>,
  host: string,
  ceiling: number,
  signal: AbortSignal,
): Promise<boolean> {
  for (;;) {
    if (quietHours.length > 0 && !(await awaitOpenHours(quietHours, now, signal))) return false;
    try {
      await gates.enter(host, ceiling, signal);
    } catch {
      return false;
    }
    // The turn may have come late.
    if (quietHours.length === 0 || quietMs(quietHours, Date.parse(now())) === 0) return true;
    gates.leave(host, ceiling, null);
  }
}

async function open(
  means: Omit<Means, 'net'> & { lane: RenderingLane | null },
  { url, picture, ceiling }: Opening,
  signal: AbortSignal,
): Promise<Opened | null> {
  const { lane, gates, now } = means;
  const host = hostOf(url);
  if (!(await enter(means, host, ceiling, signal))) return null;
  const at = now();
  const rendering = (await lane?.render({ url, picture, signal })) ?? null;
  gates.leave(host, ceiling, null);
  return signal.aborted ? null : { at, rendering };
}

/** Times that an address is asked for anew after an outage of ours. */
const MOST_OUTAGES = 3;

/** Fetches in turn, waiting and trying again where the host asks for it. */
async function bring(means: Means, order: Order, signal: AbortSignal): Promise<Brought | null> {
  const { net, gates, now, manners } = means;
  const { ceiling, patienceMs, purpose: _, ...request } = order;
  const host = hostOf(order.url);
  let waitedMs = 0;
  let outages = 0;
  for (let tries = 1; ; tries++) {
    if (!(await enter(means, host, ceiling, signal))) return null;
    const at = now();
    const begunMs = performance.now();
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
    if (waitMs !== null) continue;
    const isOurs = (await manners.outages?.isOurs(exchange, begunMs, signal)) ?? false;
    if (signal.aborted) return null;
    if (isOurs === true && ++outages < MOST_OUTAGES) continue;
    return { at, exchange: isOurs === false ? exchange : takenOnUs(exchange), waitedMs };
  }
}

/** What failed while our network was away says nothing of the site. */
function takenOnUs(exchange: Exchange): Exchange {
  const { outcome } = exchange;
  if (outcome.kind === 'answered') return exchange;
  const detail = `no control host answered either (${outcome.why}: ${outcome.detail})`;
  return { ...exchange, outcome: { ...outcome, why: 'ours', detail } };
}

function sampleOf({ outcome, firstByteMs }: Exchange): Parameters<HostGates['leave']>[2] {
  if (outcome.kind === 'failed') {
    return { firstByteMs: null, status: null, isTimeout: outcome.why === 'timeout' };
  }
  return { firstByteMs, status: outcome.status, isTimeout: false };
}
