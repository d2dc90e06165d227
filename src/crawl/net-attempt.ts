import type { LookupFunction } from 'node:net';
import type { Agent } from 'undici';
import { partsOfUrl } from '#base/url.ts';
import { failureOf, isParserError } from './failure-reason.ts';
import type { Guard } from './guard.ts';
import type { Sending, Sent } from './net-answer.ts';
import { createAgent } from './net-connect.ts';
import { sendLeniently } from './net-lenient.ts';
import { sendBy } from './net-send.ts';

/** What came of one address after all honest ways of asking were tried. */
export interface Attempted {
  sent: Sent;
  /** The certificate did not verify. */
  isInsecure: boolean;
}

/** How names are resolved and connections opened. */
export interface Ways {
  guard: Guard;
  lookup: LookupFunction;
  connectTimeoutMs: number;
  closing: AbortSignal;
}

/** Connections to servers, and what was learnt about these. */
export interface Lines extends Ways {
  strict: Agent;
  lenientTls: Agent;
  /** Origins whose certificate does not verify. */
  insecure: Set<string>;
  /** Origins that do not speak HTTP by the book. */
  garbled: Set<string>;
}

/** Time left for an attempt, counted from the start of its fetch. */
export type Clocked = (sending: Sending) => Sending;

/**
 * Asks one address: strictly first; with a forgiving TLS when the certificate does not verify,
 * on a new connection when a kept one was closed under us, with a forgiving parser when the
 * answer is not HTTP by the book. `clocked` sets what time is left before each of these.
 */
export async function attempt(
  lines: Lines,
  sending: Sending,
  clocked: Clocked,
): Promise<Attempted> {
  const { origin } = partsOfUrl(sending.url);
  let isInsecure = lines.insecure.has(origin);
  if (lines.garbled.has(origin)) return await attemptGarbled(lines, sending, isInsecure);

  const agent = () => (isInsecure ? lines.lenientTls : lines.strict);
  let sent = await sendBy(agent())(sending);
  if (whyOf(sent) === 'tls' && !isInsecure) {
    isInsecure = true;
    sent = await sendBy(agent())(clocked(sending));
    if ('answer' in sent) lines.insecure.add(origin);
  }
  if (whyOf(sent) === 'reset') {
    sent = await sendFresh(lines, clocked(sending), isInsecure);
  }
  if (!isParserError(errorOf(sent))) return { sent, isInsecure };

  const garbled = await attemptGarbled(lines, clocked(sending), isInsecure);
  if ('error' in garbled.sent) return 'answer' in sent ? { sent, isInsecure } : garbled;
  lines.garbled.add(origin);
  return garbled;
}

async function attemptGarbled(
  lines: Lines,
  sending: Sending,
  isInsecure: boolean,
): Promise<Attempted> {
  const way = { ...lines, isLenientTls: isInsecure, version: '1.1' as const };
  return { sent: await sendLeniently(way)(sending), isInsecure };
}

/** On a connection of its own: a kept one may have been closed by the server just then. */
async function sendFresh(lines: Lines, sending: Sending, isLenient: boolean): Promise<Sent> {
  const agent = createAgent({ ...lines, isLenient, keepAlive: false });
  const sent = await sendBy(agent)(sending);
  void agent.destroy();
  return sent;
}

function whyOf(sent: Sent): string {
  return 'error' in sent ? failureOf(sent.error).why : '';
}

/** What broke an attempt, or the body of its answer. */
function errorOf(sent: Sent): unknown {
  return 'error' in sent ? sent.error : sent.answer.error;
}
