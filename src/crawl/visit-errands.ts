import { assert } from '#base/assert.ts';
import { hostOf, type Url } from '#base/url.ts';
import type { Instant } from '#base/civil-date.ts';
import type { Visit } from '#domain/visit.ts';
import type { CrawlContext, Errand, KeptVisit } from './crawl-context.ts';
import type { Exchange, FetchRequest, Reader } from './exchange.ts';
import { gatesOf, type HostGates } from './host-gates.ts';
import { inOrder } from './in-order.ts';
import { waitBeforeRetry } from './politeness.ts';
import { readVisit } from './read-visit.ts';
import { MAX_ROBOTS_BYTES } from './robots.ts';

/** Requests at once to a host of the site itself, and to one it only links to. */
const OWN_CEILING = 16;
const FOREIGN_CEILING = 2;
/** As much of a link's target as tells whether it is there. */
const TARGET_BYTES = 64 * 1024;

/** One look at a site: its visits get ids one after the other. */
export interface Round {
  context: CrawlContext;
  gates: HostGates;
  look: number;
  lastId: number;
  patienceLeftMs: number;
  /** Visits of this look that an interrupted run kept, in order of their ids. */
  recalled: Map<Url, Visit[]>;
  /** The addresses are fetched as this reader would. */
  reader?: Reader;
  /** Ends with the context's signal, or when keeping fails. */
  stop: AbortController;
}

/** Begins (or resumes) a look; what was kept before is recalled instead of fetched. */
export function openRound(context: CrawlContext, look: number): Round {
  const recalled = new Map<Url, Visit[]>();
  let lastId = 0;
  for (const visit of context.done.visits) {
    lastId = Math.max(lastId, Number(visit.id.slice(1)));
    if (visit.look !== look || visit.method !== undefined) continue;
    const before = recalled.get(visit.url);
    if (before) before.push(visit);
    else recalled.set(visit.url, [visit]);
  }
  assert(Number.isSafeInteger(lastId), 'a kept visit has no numbered id');
  const stop = new AbortController();
  return {
    context,
    gates: gatesOf(context.net),
    look,
    lastId,
    patienceLeftMs: context.limits.patienceMs,
    recalled,
    stop,
  };
}

/** The id of the next visit that is kept. */
export function nextVisitId(round: Round): string {
  round.lastId += 1;
  return `v${String(round.lastId).padStart(6, '0')}`;
}

interface Looked {
  at: Instant;
  exchange: Exchange;
}

/**
 * Visits addresses side by side, as politeness allows, and hands each on in the given order: kept,
 * then to `onVisit`. False when stopped. A visit broken off by the stop is not kept.
 */
export async function visitErrands<E extends Errand>(
  round: Round,
  errands: readonly E[],
  onVisit: (kept: KeptVisit, errand: E) => void,
): Promise<boolean> {
  const { context, stop } = round;
  const onAbort = () => stop.abort();
  if (context.signal.aborted) onAbort();
  context.signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await inOrder<E, Looked | Visit>(errands, {
      begin: async (errand) =>
        round.recalled.get(errand.url)?.shift() ?? (await look(round, errand)),
      finish: async (errand, result) => onVisit(await keep(round, errand, result), errand),
      weigh: (result) => ('exchange' in result ? result.exchange.bytes.length : 0),
    });
  } catch (error) {
    stop.abort();
    throw error;
  } finally {
    context.signal.removeEventListener('abort', onAbort);
  }
}

async function keep(round: Round, errand: Errand, result: Looked | Visit): Promise<KeptVisit> {
  const { context } = round;
  if (!('exchange' in result)) {
    return { visit: result, exchange: null, facts: context.done.facts[result.id] ?? null };
  }
  const visit = visitOf(round, errand, result);
  const facts = readVisit(visit, result.exchange.bytes, context);
  const kept: KeptVisit = { visit, exchange: result.exchange, facts };
  await context.keep(kept);
  return kept;
}

function visitOf(round: Round, errand: Errand, { at, exchange }: Looked): Visit {
  return {
    id: nextVisitId(round),
    url: errand.url,
    finalUrl: exchange.finalUrl,
    at,
    look: round.look,
    purpose: errand.purpose,
    via: exchange.via,
    outcome: exchange.outcome,
    headers: exchange.headers,
  };
}

/** Fetches an address in its host's turn, waiting and trying again where the host asks for it. */
async function look(round: Round, errand: Errand): Promise<Looked | null> {
  const { context, gates } = round;
  const { signal } = round.stop;
  const host = hostOf(errand.url);
  const ceiling = errand.isOwn ? OWN_CEILING : FOREIGN_CEILING;
  for (let tries = 1; ; tries++) {
    try {
      await gates.enter(host, ceiling, signal);
    } catch {
      return null;
    }
    const at = context.now();
    const exchange = await context.net.fetch(requestFor(round, errand));
    if (signal.aborted) {
      gates.leave(host, ceiling, null);
      return null;
    }
    const waitMs = waitBeforeRetry({
      status: exchange.outcome.kind === 'answered' ? exchange.outcome.status : null,
      retryAfter: exchange.headers['retry-after'],
      nowMs: Date.parse(at),
      tries,
      patienceMs: round.patienceLeftMs,
    });
    if (waitMs !== null) round.patienceLeftMs -= gates.pause(host, waitMs);
    gates.leave(host, ceiling, sampleOf(exchange));
    if (waitMs === null) return { at, exchange };
  }
}

function sampleOf({ outcome, firstByteMs }: Exchange): Parameters<HostGates['leave']>[2] {
  if (outcome.kind === 'failed') {
    return { firstByteMs: null, status: null, isTimeout: outcome.why === 'timeout' };
  }
  return { firstByteMs, status: outcome.status, isTimeout: false };
}

function requestFor(round: Round, { url, purpose }: Errand): FetchRequest {
  const { limits } = round.context;
  const { timeoutMs, maxBytes } = limits;
  const { reader } = round;
  const common = {
    url,
    timeoutMs,
    fresh: round.look > 0,
    signal: round.stop.signal,
    // A reader sees what is there of a page that never ends.
    ...(reader && { reader, partial: true }),
  };
  switch (purpose) {
    case 'robots':
      return { ...common, maxBytes: MAX_ROBOTS_BYTES, partial: true };
    case 'target':
      return { ...common, maxBytes: Math.min(TARGET_BYTES, maxBytes), partial: true };
    case 'endpoint':
      return { ...common, maxBytes };
    default:
      return { ...common, maxBytes, maxOtherBytes: Math.min(TARGET_BYTES, maxBytes) };
  }
}
