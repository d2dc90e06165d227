import { createServer, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import {
  type AddressInfo,
  createServer as createRawServer,
  type Server,
  type Socket,
} from 'node:net';
import type { Url } from '#base/url.ts';
import { createNet, type Exchange, type FetchRequest, type Net } from '../net.ts';

/** A server on the loopback address, for the tests of this room. */
export interface Loopback {
  /** `http://127.0.0.1:port/` (or https). */
  url: Url;
  port: number;
  close(): Promise<void>;
}

/** Serves HTTP by a listener of node. */
export function serveHttp(listener: RequestListener): Promise<Loopback> {
  return listen(createServer(listener), 'http');
}

/** Serves HTTPS with a certificate nobody signed. */
export function serveSelfSigned(listener: RequestListener): Promise<Loopback> {
  return listen(createTlsServer({ key: TEST_KEY, cert: TEST_CERTIFICATE }, listener), 'https');
}

/** Serves whatever `answer` writes into the bare connection once a request has come. */
export function serveRaw(answer: (socket: Socket, requestHead: string) => void): Promise<Loopback> {
  const server = createRawServer((socket) => {
    socket.on('error', () => {});
    socket.on('data', (chunk) => answer(socket, chunk.toString('latin1')));
  });
  return listen(server, 'http');
}

async function listen(server: Server, protocol: string): Promise<Loopback> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket.unref());
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  server.unref();
  const { port } = server.address() as AddressInfo;
  return {
    url: `${protocol}://127.0.0.1:${port}/`,
    port,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

/** A net that may reach loopback servers. */
export function loopbackNet(): Net {
  return createNet({ allowNet: ['127.0.0.0/8'], userAgent: 'Xunwang/0 (+https://example.org)' });
}

/** Fetches once, on a net of its own, with short limits unless told otherwise. */
export async function fetchOnce(url: Url, more: Partial<FetchRequest> = {}): Promise<Exchange> {
  const net = loopbackNet();
  try {
    return await net.fetch({ url, maxBytes: 1_000_000, timeoutMs: 5_000, ...more });
  } finally {
    await net.close();
  }
}

/** `200`, or why nothing was answered. */
export function outcomeOf({ outcome }: Exchange): number | string {
  return outcome.kind === 'answered' ? outcome.status : outcome.why;
}

/** For tests only: it signs nothing but itself and guards nothing. */
const TEST_KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgQNZoyFgaVW0IqK8K
D5AQhWcJrgIVNPghXSHV8exR3NOhRANCAARw3hQS/nGinZNznWx/CTojB4FFGtDU
QAUeXH74PY2BgudEuuibZyx6CACYJPo+eQaXr3i2fMSnqrmjFM2Jb8rd
-----END PRIVATE KEY-----`;

const TEST_CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBhzCCAS2gAwIBAgIUK8jppynH+b4zhXXg5OgPPzveLI8wCgYIKoZIzj0EAwIw
GDEWMBQGA1UEAwwNbG9vcGJhY2sudGVzdDAgFw0yNjExMjMyMTM5MzNaGA8yMTI2
MTAzMDIxMzkzM1owGDEWMBQGA1UEAwwNbG9vcGJhY2sudGVzdDBZMBMGByqGSM49
AgEGCCqGSM49AwEHA0IABHDeFBL+caKdk3OdbH8JOiMHgUUa0NRABR5cfvg9jYGC
50S66JtnLHoIAJgk+j55BpeveLZ8xKequaMUzYlvyt2jUzBRMB0GA1UdDgQWBBTO
1MAcxJYaOzqrh3yKnNjEq2dk0jAfBgNVHSMEGDAWgBTO1MAcxJYaOzqrh3yKnNjE
q2dk0jAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0gAMEUCIQChNCuBA0Ka
mvzNkxXzu93o2EAMnJScV8j831ES8BGuRgIgXxlkDb5zogilHhyU5FOfUnig5Squ
Oo21Gqra4pFVcY8=
-----END CERTIFICATE-----`;
