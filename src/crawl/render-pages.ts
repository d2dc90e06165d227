import { sha256 } from '#base/hash.ts';
import { targetKey, type Url } from '#base/url.ts';
import type { Outcome, Visit } from '#domain/visit.ts';
import type { Rendering } from './browser-lane.ts';
import type { KeptVisit } from './crawl-context.ts';
import type { Exchange } from './exchange.ts';
import { inOrder } from './in-order.ts';
import { readVisit } from './read-visit.ts';
import { nextVisitId, type Round } from './visit-errands.ts';

/** Statuses by which a wall turns a program away that would let a browser in. */
const WALL_STATUSES = new Set([403, 405, 406, 412, 418]);
const PAGE_PURPOSES: ReadonlySet<Visit['purpose']> = new Set(['page', 'homepage', 'frame']);
/** Pages of one site and look that are opened in the browser. */
const MAX_PAGES = 300;
/** Of one host at once. */
const CEILING = 2;

/** A page to be opened in the browser. */
export interface UnreadPage<From> {
  visit: Visit;
  /** Handed back with what the browser makes of the page. */
  from: From;
}

interface Waiting<From> extends UnreadPage<From> {
  /** Frames and data addresses of the page, any of which may tell what it does not. */
  parts: string[];
}

/** Pages that were fetched and did not tell enough, and the parts of pages that may tell more. */
export interface Unread<From> {
  /** Notes a visit to the site itself that was kept. */
  note(kept: KeptVisit, from: From): void;
  /** Adds a visit that the browser is to make whatever it told; right after it was noted, that counts once. */
  add(kept: KeptVisit, from: From): void;
  /** The pages noted since that no data address and no frame makes up for. */
  take(): UnreadPage<From>[];
}

/** Begins to gather the pages of one look. */
export function gatherUnread<From>(): Unread<From> {
  let waiting: Waiting<From>[] = [];
  const told = new Set<string>();
  let taken = 0;
  return {
    note(kept, from) {
      const { visit, facts } = kept;
      const isPart = visit.purpose === 'endpoint' || visit.purpose === 'frame';
      if (isPart && facts !== null && !isTurnedAway(kept)) told.add(targetKey(visit.url));
      if (needsBrowser(kept)) waiting.push({ visit, from, parts: partsOf(kept) });
    },
    add({ visit }, from) {
      if (waiting.at(-1)?.visit !== visit) waiting.push({ visit, from, parts: [] });
    },
    take() {
      const open = waiting.filter(({ parts }) => !parts.some((part) => told.has(part)));
      const pages = open.slice(0, MAX_PAGES - taken);
      taken += pages.length;
      waiting = [];
      return pages;
    },
  };
}

function partsOf(kept: KeptVisit): string[] {
  const { facts } = kept;
  if (facts === null || isTurnedAway(kept)) return [];
  return [...facts.endpoints.map(({ url }) => url), ...facts.frames].map(targetKey);
}

function needsBrowser(kept: KeptVisit): boolean {
  const { visit, facts } = kept;
  if (!PAGE_PURPOSES.has(visit.purpose) || visit.outcome.kind !== 'answered') return false;
  if (isTurnedAway(kept)) return true;
  return visit.outcome.status < 300 && facts !== null && facts.needsRendering;
}

function isTurnedAway({ visit: { outcome }, facts }: KeptVisit): boolean {
  if (outcome.kind !== 'answered') return false;
  return facts?.blocked === true || WALL_STATUSES.has(outcome.status);
}

interface Rendered {
  at: string;
  rendering: Rendering;
}

/**
 * Opens pages in the browser, side by side and in their hosts' turns, and keeps each as a visit
 * of its own, in order. Does nothing without a browser. False when stopped.
 */
export async function renderPages<From>(
  round: Round,
  pages: readonly UnreadPage<From>[],
  onVisit: (kept: KeptVisit, from: From) => void,
): Promise<boolean> {
  if (!round.context.courier.mayOpen || pages.length === 0) return true;
  const known = recalledRenderings(round);
  return await inOrder<UnreadPage<From>, Rendered | Visit | 'absent'>(pages, {
    begin: async ({ visit }) => known.get(visit.url) ?? (await render(round, visit)),
    finish: async ({ visit, from }, result) => {
      if (result === 'absent') return;
      onVisit(await keep(round, visit, result), from);
    },
    weigh: (result) =>
      typeof result === 'object' && 'rendering' in result && result.rendering.kind === 'rendered'
        ? 2 * result.rendering.html.length
        : 0,
  });
}

/** What an interrupted run kept of this look. */
function recalledRenderings({ context, look }: Round): Map<Url, Visit> {
  const ours = new Map<Url, Visit>();
  for (const visit of context.done.visits) {
    const isRendering = visit.method === 'browser' && visit.purpose !== 'picture';
    if (visit.look === look && isRendering) ours.set(visit.url, visit);
  }
  return ours;
}

async function render(round: Round, { url }: Visit): Promise<Rendered | 'absent' | null> {
  const { courier, signal } = round.context;
  const opened = await courier.open({ url, picture: false, ceiling: CEILING }, signal);
  if (opened === null || round.stop.signal.aborted) return null;
  const { at, rendering } = opened;
  return rendering === null ? 'absent' : { at, rendering };
}

async function keep(round: Round, fetched: Visit, result: Rendered | Visit): Promise<KeptVisit> {
  const { context } = round;
  if (!('rendering' in result)) {
    return { visit: result, exchange: null, facts: context.done.factsOf(result) };
  }
  const bytes = bytesOf(result.rendering);
  const base = visitOf(nextVisitId(round), fetched, result, bytes);
  const facts = readVisit(base, bytes, context);
  // Rows that did not come because something of ours or of the network failed are not missing.
  const { rendering } = result;
  const missing = rendering.kind === 'rendered' ? rendering.missing : null;
  const isHollow = missing !== null && facts?.entries.length === 0;
  const visit = isHollow ? { ...base, outcome: withheld(missing, rendering.ms) } : base;
  const kept: KeptVisit = isHollow
    ? { visit, exchange: exchangeOf(visit, new Uint8Array()), facts: null }
    : { visit, exchange: exchangeOf(visit, bytes), facts };
  await context.keep(kept);
  return kept;
}

function withheld(missing: string, ms: number): Outcome {
  return { kind: 'failed', why: 'ours', detail: `not loaded: ${missing}`, ms };
}

function bytesOf(rendering: Rendering): Uint8Array {
  return rendering.kind === 'rendered' ? Buffer.from(rendering.html) : new Uint8Array();
}

function visitOf(
  id: string,
  fetched: Visit,
  { at, rendering }: Rendered,
  bytes: Uint8Array,
): Visit {
  const isRendered = rendering.kind === 'rendered';
  return {
    id,
    url: fetched.url,
    finalUrl: isRendered ? rendering.finalUrl : fetched.url,
    at,
    look: fetched.look,
    purpose: fetched.purpose,
    method: 'browser',
    via: [],
    outcome: isRendered
      ? {
          kind: 'answered',
          status: rendering.status,
          contentType: 'text/html; charset=utf-8',
          bodyHash: sha256(bytes),
          bodyBytes: bytes.length,
          truncated: false,
          insecure: fetched.outcome.kind === 'answered' && fetched.outcome.insecure,
          ms: rendering.ms,
        }
      : rendering,
    headers: {},
  };
}

/** What is saved of a page from the browser: there is no message, only the document. */
function exchangeOf({ finalUrl, outcome }: Visit, bytes: Uint8Array): Exchange {
  const heads = { requestHead: '', responseHead: '', headers: {}, firstByteMs: null };
  return { finalUrl, via: [], outcome, bytes, ...heads };
}
