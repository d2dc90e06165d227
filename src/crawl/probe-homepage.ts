import { chinaDate, type Instant } from '#base/civil-date.ts';
import type { Url } from '#base/url.ts';
import type { ControlState, Probe } from '#domain/availability.ts';
import type { Visit } from '#domain/visit.ts';
import type { Lexicon } from '#read/lexicon.ts';
import type { ControlHosts } from './control-hosts.ts';
import type { Exchange, Net } from './net.ts';
import { readVisit } from './read-visit.ts';

/** What a visit of a series needs besides the address. */
export interface ProbeContext {
  net: Net;
  lexicon: Lexicon;
  controls: ControlHosts | null;
  timeoutMs: number;
  now: () => Instant;
  wait: (waitMs: number) => Promise<void>;
  signal: AbortSignal;
}

/** What one visit of a series saw. */
export type Probed = Omit<Probe, 'id' | 'due' | 'isLost'>;

/** Pause before a homepage that did not open is asked for again, within the same visit. */
const PAUSE_MS = 5000;
const MAX_BYTES = 1 << 20;
/** Sites visited at the same moment share one look at the control hosts. */
const CONTROLS_FRESH_MS = 10_000;

/**
 * Visits a homepage once. The rule gives it `timeoutMs` to open: while that lasts, what failed at
 * once is tried again on a new connection. The control hosts are asked at its beginning, and once
 * more after a failure. Null when stopped.
 */
export async function probeHomepage(url: Url, context: ProbeContext): Promise<Probed | null> {
  const { controls, now, signal } = context;
  const at = now();
  const before = controls?.ask(CONTROLS_FRESH_MS) ?? null;
  const tried = await tryToOpen(url, at, context);
  if (signal.aborted) return null;
  const after = isSettled(tried) ? null : ((await controls?.ask(0)) ?? null);
  if (signal.aborted) return null;
  return { at, ...tried, controls: worse(await before, after) };
}

type Tried = Omit<Probed, 'at' | 'controls'>;

async function tryToOpen(url: Url, at: Instant, context: ProbeContext): Promise<Tried> {
  const { net, timeoutMs, signal, wait } = context;
  let goneMs = 0;
  for (let tries = 1; ; tries++) {
    const limits = { maxBytes: MAX_BYTES, timeoutMs: timeoutMs - goneMs, fresh: true, signal };
    const exchange = await net.fetch({ url, ...limits });
    goneMs += exchange.outcome.ms;
    const { outcome, finalUrl, firstByteMs } = exchange;
    const marks = marksOf(url, at, exchange, context);
    const tried = { tries, outcome, finalUrl, openMs: goneMs, firstByteMs, ...marks };
    if (isSettled(tried) || goneMs + PAUSE_MS >= timeoutMs || signal.aborted) return tried;
    await wait(PAUSE_MS);
    goneMs += PAUSE_MS;
  }
}

/** Whether trying again would change nothing: it opened, or the server said why it does not. */
function isSettled({ outcome, isBlocked, saysMissing }: Tried): boolean {
  if (outcome.kind === 'failed') return false;
  return isBlocked || (outcome.status < 500 && !saysMissing);
}

function marksOf(
  url: Url,
  at: Instant,
  exchange: Exchange,
  { lexicon }: ProbeContext,
): Pick<Tried, 'isBlocked' | 'saysMissing'> {
  const { finalUrl, outcome, via, headers, bytes } = exchange;
  const purpose = 'homepage' as const;
  const visit: Visit = { id: '', url, finalUrl, at, look: 0, purpose, via, outcome, headers };
  const facts = readVisit(visit, bytes, { asOf: chinaDate(at), lexicon });
  return { isBlocked: facts?.blocked ?? false, saysMissing: facts?.saysMissing ?? false };
}

function worse(a: ControlState | null, b: ControlState | null): ControlState | null {
  if (a === null || b === null) return a ?? b;
  return a.answered <= b.answered ? a : b;
}
