import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type LookupFunction, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Guard } from './guard.ts';
import { forbiddenLiteral } from './net-connect.ts';

/** What a proxy lets through, and how much. */
export interface ProxyOptions {
  guard: Guard;
  /** Hands out only addresses the guard allows. */
  lookup: LookupFunction;
  connectMs: number;
  /** Of all answers together. */
  maxBytes: number;
  /** Ports of this program's own servers: never connected to, whatever the guard allows. */
  isOurPort: (port: number) => boolean;
  /** Called once, when `maxBytes` have passed; nothing more passes then. */
  onExhausted: () => void;
}

/** The one way out of one page in the browser. */
export interface BrowserProxy {
  /** On 127.0.0.1. */
  readonly port: number;
  /** Hosts (with port) that the guard refused. */
  readonly refused: ReadonlySet<string>;
  /** Ends it with every connection through it. */
  close(): void;
}

interface Passage {
  options: ProxyOptions;
  agent: Agent;
  sockets: Set<Duplex>;
  refused: Set<string>;
  bytes: number;
}

/** True of one connection only, not of the message: never passed on. */
const HOP_BY_HOP =
  /^(?:connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|content-length)$/i;
const OF_CONNECTION = /^(?:connection|keep-alive|proxy-.*|te|trailer|upgrade)$/i;
const MAX_SOCKETS = 16;

/**
 * Opens a forward proxy for one page: plain HTTP in absolute form, everything else by CONNECT.
 * Names are resolved here, once a connection, and the connection goes to the address that was
 * checked; so neither a redirect nor a changing answer of a name server leads past the guard.
 */
export async function openBrowserProxy(options: ProxyOptions): Promise<BrowserProxy> {
  const agent = new Agent({ keepAlive: true, maxSockets: MAX_SOCKETS });
  const passage: Passage = { options, agent, sockets: new Set(), refused: new Set(), bytes: 0 };
  const server = createServer({ insecureHTTPParser: true }, (asked, answer) =>
    forward(passage, asked, answer),
  );
  server.on('connect', (asked, client, head) => tunnel(passage, asked, client, head));
  server.on('upgrade', (_, client) => client.destroy());
  server.on('clientError', (_, client) => client.destroy());
  server.on('connection', (socket) => hold(passage, socket));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    refused: passage.refused,
    close() {
      server.close();
      agent.destroy();
      for (const socket of passage.sockets) socket.destroy();
    },
  };
}

function hold({ sockets }: Passage, socket: Duplex): void {
  sockets.add(socket);
  socket.once('close', () => sockets.delete(socket));
  socket.on('error', () => socket.destroy());
}

/** Where a request leads; null when it may not be made. */
function targetOf(passage: Passage, text: string): URL | null {
  const { guard, isOurPort } = passage.options;
  const url = URL.parse(text);
  if (url === null || url.protocol !== 'http:') return null;
  const isOurs = isOurPort(portOf(url));
  if (!isOurs && forbiddenLiteral(guard, url.hostname) === null) return url;
  passage.refused.add(url.host);
  return null;
}

function portOf({ port }: URL): number {
  return port === '' ? 80 : Number(port);
}

/** The name without the brackets of an IPv6 address. */
function nameOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, '');
}

function noteFailure(passage: Passage, url: URL, error: Error): void {
  if ('why' in error && error.why === 'forbidden-address') passage.refused.add(url.host);
}

function count(passage: Passage, bytes: number): void {
  const { maxBytes, onExhausted } = passage.options;
  const before = passage.bytes;
  passage.bytes += bytes;
  if (passage.bytes <= maxBytes || before > maxBytes) return;
  for (const socket of passage.sockets) socket.destroy();
  passage.agent.destroy();
  onExhausted();
}

function tunnel(passage: Passage, asked: IncomingMessage, client: Duplex, head: Buffer): void {
  hold(passage, client);
  const url = targetOf(passage, `http://${asked.url}`);
  if (url === null) return void client.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  const upstream = connectTo(passage, url);
  upstream.once('connect', () => {
    upstream.setTimeout(0);
    client.write('HTTP/1.1 200 Connection established\r\n\r\n');
    upstream.write(head);
    client.pipe(upstream).pipe(client);
  });
  upstream.on('data', (chunk: Buffer) => count(passage, chunk.length));
  client.once('close', () => upstream.destroy());
  upstream.once('close', () => client.destroy());
}

function connectTo(passage: Passage, url: URL): Socket {
  const { lookup, connectMs } = passage.options;
  const upstream = connect({ host: nameOf(url), port: portOf(url), lookup, timeout: connectMs });
  upstream.once('timeout', () => upstream.destroy());
  upstream.once('error', (error) => noteFailure(passage, url, error));
  hold(passage, upstream);
  return upstream;
}

function forward(passage: Passage, asked: IncomingMessage, answer: ServerResponse): void {
  const url = targetOf(passage, asked.url ?? '');
  if (url === null) return void answer.destroy();
  const { lookup, connectMs } = passage.options;
  const sent = request({
    host: nameOf(url),
    port: portOf(url),
    path: url.pathname + url.search,
    method: asked.method,
    headers: kept(asked.rawHeaders, OF_CONNECTION),
    setHost: false,
    lookup,
    agent: passage.agent,
    insecureHTTPParser: true,
  });
  const waiting = setTimeout(() => sent.destroy(), connectMs);
  sent.once('socket', (socket) => {
    if (!passage.sockets.has(socket)) hold(passage, socket);
  });
  sent.once('response', (came) => {
    clearTimeout(waiting);
    pass(passage, came, answer);
  });
  sent.once('error', (error) => {
    clearTimeout(waiting);
    noteFailure(passage, url, error);
    answer.destroy();
  });
  answer.once('close', () => sent.destroy());
  asked.pipe(sent);
}

function pass(passage: Passage, came: IncomingMessage, answer: ServerResponse): void {
  try {
    answer.writeHead(came.statusCode ?? 502, came.statusMessage, kept(came.rawHeaders, HOP_BY_HOP));
  } catch {
    // Characters that no header may hold.
    answer.destroy();
    came.destroy();
    return;
  }
  came.on('data', (chunk: Buffer) => count(passage, chunk.length));
  came.once('error', () => answer.destroy());
  came.once('aborted', () => answer.destroy());
  came.pipe(answer);
}

/** Names and values in turn, without those of a pattern. */
function kept(rawHeaders: readonly string[], without: RegExp): string[] {
  return rawHeaders.filter((_, index) => !without.test(rawHeaders[index - (index % 2)] ?? ''));
}
