import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A site of one page on a loopback address. */
export interface TinySite {
  homepage: string;
  /** How often anything was asked for. */
  requests(): number;
  /** What was last said of who asks. */
  visitor(): string;
  close(): Promise<void>;
}

const page =
  '<!doctype html><html><head><meta charset="utf-8"><title>样例局</title></head>' +
  '<body><h1>样例局</h1><p>欢迎访问</p></body></html>';

/** Serves one page at `/` and nothing else. */
export async function serveTinySite(): Promise<TinySite> {
  let requests = 0;
  let visitor = '';
  const server = createServer((request, response) => {
    requests++;
    visitor = request.headers['user-agent'] ?? '';
    const isHome = request.url === '/';
    response.writeHead(isHome ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' });
    response.end(isHome ? page : '<title>404</title>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    homepage: `http://127.0.0.1:${port}/`,
    requests: () => requests,
    visitor: () => visitor,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
