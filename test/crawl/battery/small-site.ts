import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { answer, type Asked, type Case, page, send, type Serve, TARGET } from './case.ts';

/** A site whose homepage shows the link of a case. */
export interface SmallSite {
  homepage: string;
  /** The link as the reader resolves it. */
  target: string;
  /** What the servers have handed to their sockets so far. */
  sentBytes(): number;
  close(): Promise<void>;
}

/** Serves a case on loopback sockets. */
export async function serveSmallSite(one: Case): Promise<SmallSite> {
  const secure = one.secure ? await listen(createTlsServer(one.secure), () => one.serve) : null;
  const other = one.isElsewhere ? await listen(createServer(), () => one.serve) : null;
  let href = one.link ?? (secure ? 'SECURE/' : TARGET);
  if (other) href = `http://127.0.0.1:${other.port}${href}`;
  const site = await listen(createServer(), (path) => routeOf(one, path, () => href));
  const origin = `http://127.0.0.1:${site.port}`;
  const secureOrigin = `https://127.0.0.1:${secure?.port ?? 0}`;
  href = href
    .replaceAll('ORIGIN', origin)
    .replaceAll('SECURE', secureOrigin)
    .replaceAll('PORT', String(secure?.port ?? site.port));
  return {
    homepage: `${origin}/`,
    target: new URL(href, `${origin}/`).href.replace(/#.*$/, ''),
    sentBytes: () => site.sentBytes() + (secure?.sentBytes() ?? 0) + (other?.sentBytes() ?? 0),
    close: async () => {
      await site.close();
      await secure?.close();
      await other?.close();
    },
  };
}

function routeOf(one: Case, path: string, href: () => string): Serve | undefined {
  if (path === '/') return one.homepage ?? send(200, homepageWith(href(), one));
  if (path === '/robots.txt') return undefined;
  return path.startsWith('/xunwang-') ? one.missing : one.serve;
}

function homepageWith(href: string, { text = '某通知', beside = '' }: Case): string {
  const words = '<p>本局负责全市样例工作，欢迎访问本网站。</p>'.repeat(5);
  return page('某局', `<h1>某局</h1>${words}<p><a href="${href}">${text}</a></p>${beside}`);
}

interface Listening {
  port: number;
  sentBytes(): number;
  close(): Promise<void>;
}

/** Reads the requests of each connection and has them answered; 404 for what has no route. */
async function listen(
  server: Server,
  route: (path: string) => Serve | undefined,
): Promise<Listening> {
  const times = new Map<string, number>();
  const sockets = new Set<Socket>();
  let sentBytes = 0;
  let origin = '';
  const onSocket = (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => {
      sockets.delete(socket);
      sentBytes += socket.bytesWritten;
    });
    socket.on('error', () => {});
    let waiting = '';
    socket.on('data', (bytes: Buffer) => {
      // The first byte of a TLS handshake: what servers answer to https on their http port.
      if (waiting === '' && bytes[0] === 0x16) return void socket.end(answer(400));
      waiting += bytes.toString('latin1');
      for (let end = waiting.indexOf('\r\n\r\n'); end >= 0; end = waiting.indexOf('\r\n\r\n')) {
        const asked = parseHead(waiting.slice(0, end), origin, times);
        waiting = waiting.slice(end + 4);
        const serve = route(asked.path) ?? send(404, '<title>404</title>');
        serve(asked, socket);
      }
    });
  };
  server.on('connection', (socket: Socket) => socket.on('error', () => {}));
  server.on('tlsClientError', () => {});
  server.on('secureConnection', onSocket);
  if (!('setSecureContext' in server)) server.on('connection', onSocket);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  origin = `http://127.0.0.1:${port}`;
  const close = () =>
    new Promise<void>((resolve) => {
      for (const socket of sockets) socket.destroy();
      server.close(() => resolve());
    });
  const open = () => [...sockets].reduce((sum, { bytesWritten }) => sum + bytesWritten, 0);
  return { port, sentBytes: () => sentBytes + open(), close };
}

function parseHead(head: string, origin: string, times: Map<string, number>): Asked {
  const [first = '', ...lines] = head.split('\r\n');
  const [method = '', path = '', version = ''] = first.split(' ');
  const headers: Record<string, string> = {};
  for (const line of lines) {
    const colon = line.indexOf(':');
    headers[line.slice(0, colon).toLowerCase()] = line.slice(colon + 1).trim();
  }
  const count = (times.get(path) ?? 0) + 1;
  times.set(path, count);
  return { method, path, version, headers, times: count, origin };
}
