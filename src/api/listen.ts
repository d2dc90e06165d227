import { createAdaptorServer } from '@hono/node-server';
import type { AddressInfo } from 'node:net';

/** What answers requests: a hono application, or anything like it. */
export interface App {
  /** `env` has the socket that the request came by. */
  fetch(request: Request, env?: object): Response | Promise<Response>;
}

/** A web server that listens. */
export interface WebServer {
  /** Where it is reached: `http://127.0.0.1:8600/`. */
  address: string;
  /** Takes no more requests and waits for those at hand, but no longer than so. */
  close(drainMs: number): Promise<void>;
}

/** How long a caller may take to send its headers, and all of its request: slow ones hold a socket. */
const HEADERS_MS = 15_000;
const REQUEST_MS = 120_000;
/**
 * The address and the headers of a request, together. The longest address of a page that may be
 * reported is 25 KB where each of its characters takes twelve. What is longer is answered 431.
 */
const HEADERS_BYTES = 64 << 10;

/** Listens with an application. What the system refuses (a port that is taken) is thrown as it is. */
export async function listen(
  app: App,
  { host, port }: { host: string; port: number },
): Promise<WebServer> {
  const server = createAdaptorServer({
    fetch: app.fetch,
    serverOptions: { maxHeaderSize: HEADERS_BYTES },
  });
  if ('headersTimeout' in server) {
    server.headersTimeout = HEADERS_MS;
    server.requestTimeout = REQUEST_MS;
  }
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const at = server.address() as AddressInfo;
  const shown = at.family === 'IPv6' ? `[${at.address}]` : at.address;
  return {
    address: `http://${shown}:${at.port}/`,
    async close(drainMs) {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      if ('closeIdleConnections' in server) server.closeIdleConnections();
      const late = setTimeout(() => {
        if ('closeAllConnections' in server) server.closeAllConnections();
      }, drainMs);
      await closed;
      clearTimeout(late);
    },
  };
}
