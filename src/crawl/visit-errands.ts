import { assert } from '#base/assert.ts';
import type { Url } from '#base/url.ts';
import type { PageFacts } from '#domain/page.ts';
import { isModelPage, shareParts } from '#domain/shared-parts.ts';
import type { Visit } from '#domain/visit.ts';
import type { CrawlContext, Errand, KeptVisit } from './crawl-context.ts';
import { type Brought, isUnread, type Order } from './courier.ts';
import type { Reader } from './exchange.ts';
import { bringIfChanged } from './earlier-visits.ts';
import { inOrder } from './in-order.ts';
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
  look: number;
  lastId: number;
  patienceLeftMs: number;
  /** Visits of this look that an interrupted run kept, in order of their ids. */
  recalled: Map<Url, Visit[]>;
  /** The addresses are fetched as this reader would. */
  reader?: Reader;
  /** The page whose links and navigation the next ones share where they repeat them. */
  model: PageFacts | null;
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
    look,
    lastId,
    patienceLeftMs: context.limits.patienceMs,
    recalled,
    model: null,
    stop,
  };
}

/** The id of the next visit that is kept. */
export function nextVisitId(round: Round): string {
  round.lastId += 1;
  return `v${String(round.lastId).padStart(6, '0')}`;
}

/**
 * Visits addresses side by side, as politeness allows, and hands each on in the given order: kept,
 * then to `onVisit`. False when stopped. A visit broken off by the stop is not kept.
 */
export async function visitErrands<E extends Errand>(
  round: Round,
  errands: Iterable<E>,
  onVisit: (kept: KeptVisit, errand: E) => void,
): Promise<boolean> {
  const { context, stop } = round;
  const onAbort = () => stop.abort();
  if (context.signal.aborted) onAbort();
  context.signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await inOrder<E, Brought | Visit>(errands, {
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

async function keep(round: Round, errand: Errand, result: Brought | Visit): Promise<KeptVisit> {
  const { context } = round;
  if (!('exchange' in result)) {
    return { visit: result, exchange: null, facts: context.done.factsOf(result) };
  }
  const visit = visitOf(round, errand, result);
  const read =
    result.facts === undefined ? readVisit(visit, result.exchange.bytes, context) : result.facts;
  if (isUnread(result)) context.courier.noteRead?.();
  const facts = read && shareParts(read, round.model);
  if (facts && isModelPage(facts)) round.model = facts;
  const kept: KeptVisit = { visit, exchange: result.exchange, facts };
  await context.keep(kept);
  return kept;
}

function visitOf(round: Round, errand: Errand, { at, exchange, unchangedSince }: Brought): Visit {
  return {
    id: nextVisitId(round),
    url: errand.url,
    finalUrl: exchange.finalUrl,
    at,
    look: round.look,
    purpose: errand.purpose,
    ...(unchangedSince && { unchangedSince }),
    via: exchange.via,
    outcome: exchange.outcome,
    headers: exchange.headers,
  };
}

/** Fetches an address in its host's turn; null when all is to stop. */
async function look(round: Round, errand: Errand): Promise<Brought | null> {
  const { courier, earlier } = round.context;
  const bring = (order: Order) => courier.bring(order, round.stop.signal);
  // Only the crawl: who looks again wants to see for himself.
  const known = round.look === 0 ? earlier : undefined;
  const brought = await bringIfChanged(orderFor(round, errand), known, bring);
  if (brought) round.patienceLeftMs -= brought.waitedMs;
  return brought;
}

function orderFor(round: Round, { url, purpose, isOwn }: Errand): Order {
  const { limits } = round.context;
  const { timeoutMs, maxBytes } = limits;
  const { reader } = round;
  const common = {
    url,
    purpose,
    timeoutMs,
    fresh: round.look > 0,
    // A reader sees what is there of a page that never ends.
    ...(reader && { reader, partial: true }),
    ceiling: isOwn ? OWN_CEILING : FOREIGN_CEILING,
    patienceMs: round.patienceLeftMs,
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
