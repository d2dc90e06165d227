import { ACCEPTED_ENCODINGS } from './decode-body.ts';
import type { Exchange, FetchRequest } from './exchange.ts';
import { fetchAsReader } from './fetch-as-reader.ts';
import { followRedirects } from './follow-redirects.ts';
import { createGuard } from './guard.ts';
import { attempt, type Lines, type Ways } from './net-attempt.ts';
import { createAgent, guardedLookup, type Resolve, systemResolve } from './net-connect.ts';
import { toExchange } from './to-exchange.ts';

export type { Exchange, FetchRequest } from './exchange.ts';

export interface NetOptions {
  /** Ranges of addresses opened beyond the public ones, in CIDR notation. */
  allowNet: readonly string[];
  /** Says who we are. Our name in it (see `parseRobots`) is the one robots.txt knows us by. */
  userAgent: string;
  /** Limit of a TCP and TLS handshake; a fetch has its own, shorter or not. */
  connectTimeoutMs?: number;
  /** Resolves host names; the operating system when left out. */
  resolve?: Resolve;
}

/** The one way out to the world. */
export interface Net {
  readonly userAgent: string;
  /** Fetches an address by GET. What the world does wrong stands in the outcome: never rejects. */
  fetch(request: FetchRequest): Promise<Exchange>;
  /** Drops all connections; fetches under way end as `ours`. */
  close(): Promise<void>;
}

const CONNECT_TIMEOUT_MS = 20_000;

/**
 * Opens a net of its own connections.
 * @throws Refusal `allow-net-malformed`.
 */
export function createNet(options: NetOptions): Net {
  const headers = headersOf(options.userAgent);
  const closing = new AbortController();
  const guard = createGuard(options.allowNet);
  const ways: Ways = {
    guard,
    lookup: guardedLookup(guard, options.resolve ?? systemResolve),
    connectTimeoutMs: options.connectTimeoutMs ?? CONNECT_TIMEOUT_MS,
    closing: closing.signal,
  };
  const shared = openLines(ways);
  return {
    userAgent: options.userAgent,
    async fetch(request) {
      const startedAt = performance.now();
      const lines = request.fresh ? openLines(ways) : shared;
      const chain = request.reader
        ? await fetchAsReader(request, request.reader, lines)
        : await followRedirects(request, headers, attempt.bind(null, lines));
      if (lines !== shared) await closeLines(lines);
      return await toExchange(request, chain, performance.now() - startedAt);
    },
    async close() {
      closing.abort();
      await closeLines(shared);
    },
  };
}

function openLines(ways: Ways): Lines {
  return {
    ...ways,
    strict: createAgent({ ...ways, isLenient: false, keepAlive: true }),
    lenientTls: createAgent({ ...ways, isLenient: true, keepAlive: true }),
    insecure: new Set(),
    garbled: new Set(),
  };
}

async function closeLines(lines: Lines): Promise<void> {
  await Promise.all([lines.strict.destroy(), lines.lenientTls.destroy()]);
}

function headersOf(userAgent: string): string[] {
  return [
    'user-agent',
    userAgent,
    'accept',
    'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
    'accept-language',
    'zh-CN,zh;q=0.9,en;q=0.5',
    'accept-encoding',
    ACCEPTED_ENCODINGS,
  ];
}
