import { type LookupAddress, type LookupOptions, lookup as systemLookup } from 'node:dns';
import { isIP, type LookupFunction, type Socket } from 'node:net';
import { constants } from 'node:crypto';
import type { Agent, buildConnector } from 'undici';
import { FetchError } from './failure-reason.ts';
import type { Guard } from './guard.ts';
import { HttpAgent, makeConnector } from './http-library.ts';

/** All addresses of a host name; a real resolver, or one of a test. */
export type Resolve = (
  hostname: string,
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/** Names resolved by the operating system. */
export const systemResolve: Resolve = (hostname, callback) =>
  systemLookup(hostname, { all: true, order: 'ipv4first' }, callback);

/**
 * A lookup that hands out only allowed addresses. The connection goes to exactly what was checked
 * here, so a name that answers differently a second time gains nothing.
 */
export function guardedLookup(guard: Guard, resolve: Resolve): LookupFunction {
  return (hostname, options: LookupOptions, callback) => {
    resolve(hostname, (error, addresses) => {
      if (error) return callback(error, '', 0);
      const allowed = addresses.filter(({ address }) => guard.isAllowed(address));
      const first = allowed[0];
      if (!first) return callback(forbidden(hostname, addresses[0]?.address), '', 0);
      return options.all ? callback(null, allowed) : callback(null, first.address, first.family);
    });
  };
}

/** The failure of a numeric host that may not be connected to; null for names and allowed ones. */
export function forbiddenLiteral(guard: Guard, hostname: string): FetchError | null {
  const bare = hostname.replace(/^\[|\]$/g, '');
  return isIP(bare) !== 0 && !guard.isAllowed(bare) ? forbidden(hostname, bare) : null;
}

function forbidden(hostname: string, address = 'no address'): FetchError {
  return new FetchError('forbidden-address', `${hostname}: ${address}`);
}

/** TLS as old and broken as servers come: only ever used after a proper attempt failed. */
export const LENIENT_TLS = {
  rejectUnauthorized: false,
  minVersion: 'TLSv1',
  ciphers: 'DEFAULT@SECLEVEL=0',
  secureOptions: constants.SSL_OP_LEGACY_SERVER_CONNECT,
} as const;

export interface AgentOptions {
  guard: Guard;
  lookup: LookupFunction;
  connectTimeoutMs: number;
  isLenient: boolean;
  keepAlive: boolean;
  /** Ends connections that are still being made: an agent's own end would wait for them. */
  closing: AbortSignal;
}

const MAX_HEADER_BYTES = 64 * 1024;

/** Connections for HTTP/1.1, each checked by the guard as it is opened. */
export function createAgent(options: AgentOptions): Agent {
  const { guard, lookup } = options;
  const connect = makeConnector({
    lookup,
    timeout: options.connectTimeoutMs,
    autoSelectFamily: true,
    ...(options.isLenient ? LENIENT_TLS : {}),
  } as buildConnector.BuildOptions);
  return new HttpAgent({
    connect(target, callback) {
      const refused = forbiddenLiteral(guard, target.hostname);
      if (refused) queueMicrotask(() => callback(refused, null));
      else connectUntil(options.closing, connect, target, callback);
    },
    pipelining: options.keepAlive ? 1 : 0,
    maxHeaderSize: MAX_HEADER_BYTES,
    // Our own timers bound each request; these only sweep up what they missed.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
}

/**
 * Connects, unless `closing` comes first. A signal given to undici would be listened to for as
 * long as it lives, by every connection that was ever made.
 */
function connectUntil(
  closing: AbortSignal,
  connect: buildConnector.connector,
  target: buildConnector.Options,
  callback: buildConnector.Callback,
): void {
  if (closing.aborted) {
    queueMicrotask(() => callback(closed(), null));
    return;
  }
  const end = () => socket?.destroy(closed());
  const done: buildConnector.Callback = (...outcome) => {
    closing.removeEventListener('abort', end);
    callback(...outcome);
  };
  // The connector gives its socket back, though its type does not say so.
  const socket = connect(target, done) as unknown as Socket | undefined;
  closing.addEventListener('abort', end, { once: true });
}

function closed(): FetchError {
  return new FetchError('ours', 'stopped');
}
