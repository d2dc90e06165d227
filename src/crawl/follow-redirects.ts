import type { Url } from '#base/url.ts';
import type { Hop } from '#domain/visit.ts';
import { createCookies } from './cookies.ts';
import type { FetchRequest } from './exchange.ts';
import { FetchError } from './failure-reason.ts';
import {
  type Answer,
  headerValue,
  headerValues,
  isRedirectStatus,
  type Sending,
  type Sent,
} from './net-answer.ts';
import type { Attempted, Clocked } from './net-attempt.ts';
import { nextAddress } from './next-address.ts';

/** The most redirects followed: as many as browsers follow. */
export const MAX_REDIRECTS = 20;

/** Where a chain of redirects ended, and what came there. */
export interface Chain {
  finalUrl: Url;
  via: Hop[];
  sent: Sent;
  /** Headers of the last request, names and values in turn. */
  requestHeaders: string[];
  isInsecure: boolean;
  /** Version of HTTP asked for; 1.1 when left out. */
  version?: '1.0';
  /** Whether any answer on the way set a cookie. */
  sawCookie: boolean;
}

/** Asks one address; see `attempt`. */
export type Ask = (sending: Sending, clocked: Clocked) => Promise<Attempted>;

/**
 * Follows the redirects of an address. A loop, or too long a chain, in which cookies were offered
 * is walked once more with the cookies kept, as a browser would: only what loops then loops.
 */
export async function followRedirects(
  request: FetchRequest,
  headers: string[],
  ask: Ask,
): Promise<Chain> {
  const startedAt = performance.now();
  const clocked: Clocked = (sending) => {
    const goneMs = performance.now() - startedAt;
    const openMs = request.timeoutMs - goneMs;
    return { ...sending, openMs, totalMs: 2 * request.timeoutMs - goneMs };
  };
  const keepsCookies = request.cookies === true || request.reader !== undefined;
  const plain = await walk(request, headers, ask, clocked, keepsCookies);
  if (keepsCookies || !plain.sawCookie || !isEndless(plain.sent)) return plain;
  return await walk(request, headers, ask, clocked, true);
}

async function walk(
  request: FetchRequest,
  headers: string[],
  ask: Ask,
  clocked: Clocked,
  keepsCookies: boolean,
): Promise<Chain> {
  const cookies = keepsCookies ? createCookies() : null;
  if (request.reader) cookies?.take(request.reader.from, request.reader.setCookies);
  const seen = new Set<string>();
  const chain: Omit<Chain, 'sent'> = {
    finalUrl: request.url,
    via: [],
    requestHeaders: headers,
    isInsecure: false,
    sawCookie: false,
  };
  for (;;) {
    const cookie = cookies?.headerFor(chain.finalUrl) ?? '';
    const step = `${chain.finalUrl} ${cookie}`;
    if (seen.has(step)) return { ...chain, sent: endless('redirect-loop', chain.finalUrl) };
    seen.add(step);
    chain.requestHeaders = [
      ...headers,
      ...(chain.via.length === 0 ? (request.conditions ?? []) : []),
      ...(cookie === '' ? [] : ['cookie', cookie]),
    ];
    const attempted = await ask(clocked(sendingOf(request, chain)), clocked);
    chain.isInsecure ||= attempted.isInsecure;
    const next = nextHop(attempted.sent, chain.finalUrl);
    if (next.cookies.length > 0) chain.sawCookie = true;
    cookies?.take(chain.finalUrl, next.cookies);
    if (!next.hop) return { ...chain, sent: attempted.sent };
    chain.via.push(next.hop);
    if (!next.url) return { ...chain, sent: astray(next.hop.location, chain.finalUrl) };
    chain.finalUrl = next.url;
    if (chain.via.length > MAX_REDIRECTS) {
      return { ...chain, sent: endless('too-many-redirects', chain.finalUrl) };
    }
  }
}

function sendingOf(request: FetchRequest, chain: Omit<Chain, 'sent'>): Sending {
  return {
    url: chain.finalUrl,
    headers: chain.requestHeaders,
    maxBytes: request.maxBytes,
    maxOtherBytes: request.maxOtherBytes ?? request.maxBytes,
    openMs: request.timeoutMs,
    totalMs: request.timeoutMs,
    signal: request.signal,
  };
}

function nextHop(sent: Sent, at: Url): { hop: Hop | null; url: Url | null; cookies: string[] } {
  if ('error' in sent) return { hop: null, url: null, cookies: [] };
  const { status, rawHeaders } = sent.answer;
  const cookies = headerValues(rawHeaders, 'set-cookie');
  const location = locationOf(sent.answer);
  if (location === null) return { hop: null, url: null, cookies };
  const hop: Hop = { url: at, status, location };
  return { hop, url: nextAddress(location, at), cookies };
}

function locationOf({ status, rawHeaders }: Answer): string | null {
  return isRedirectStatus(status) ? headerValue(rawHeaders, 'location') : null;
}

function endless(why: 'redirect-loop' | 'too-many-redirects', url: Url): Sent {
  return { error: new FetchError(why, url) };
}

/** An address of an app or of mail leads out of the web: whether it opens is not ours to see. */
function astray(location: string, at: Url): Sent {
  const why = URL.canParse(location, at) ? 'unreachable' : 'protocol';
  return { error: new FetchError(why, `redirected to no web address: ${location}`) };
}

function isEndless(sent: Sent): boolean {
  if (!('error' in sent) || !(sent.error instanceof FetchError)) return false;
  return sent.error.why === 'redirect-loop' || sent.error.why === 'too-many-redirects';
}
