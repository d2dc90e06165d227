import assert from 'node:assert/strict';
import type { LookupAddress } from 'node:dns';
import { once } from 'node:events';
import { connect } from 'node:net';
import { it } from 'node:test';
import { type BrowserProxy, openBrowserProxy, type ProxyOptions } from './browser-proxy.ts';
import { createGuard } from './guard.ts';
import { guardedLookup } from './net-connect.ts';
import { type Loopback, serveHttp } from './testing/loopback.ts';

/** Names of this file's own: the second time `rebinding.test` answers otherwise. */
function resolver() {
  let asked = 0;
  return (name: string, callback: (error: null, addresses: LookupAddress[]) => void) => {
    const address = name === 'rebinding.test' && asked++ > 0 ? '10.9.8.7' : '127.0.0.1';
    callback(null, [{ address, family: 4 }]);
  };
}

async function proxyFor(more: Partial<ProxyOptions> = {}): Promise<BrowserProxy> {
  const guard = createGuard(['127.0.0.1/32']);
  return await openBrowserProxy({
    guard,
    lookup: guardedLookup(guard, resolver()),
    connectMs: 2000,
    maxBytes: 1 << 20,
    isOurPort: () => false,
    onExhausted: () => {},
    ...more,
  });
}

/** Sends bytes to a proxy and gives all that comes back until it closes. */
async function say(proxy: BrowserProxy, text: string): Promise<string> {
  const socket = connect(proxy.port, '127.0.0.1');
  let heard = '';
  socket.on('data', (chunk) => {
    heard += chunk.toString('latin1');
  });
  socket.on('error', () => {});
  socket.write(text);
  await once(socket, 'close');
  return heard;
}

const get = (proxy: BrowserProxy, url: string) =>
  say(proxy, `GET ${url} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);

async function withServer(act: (server: Loopback, asked: string[]) => Promise<void>) {
  const asked: string[] = [];
  const server = await serveHttp((request, response) => {
    asked.push(`${request.headers.host} ${request.url}`);
    response.end('x'.repeat(1000));
  });
  try {
    await act(server, asked);
  } finally {
    await server.close();
  }
}

it('a page gets through its proxy what the guard allows, by address and by name', async () => {
  await withServer(async (server, asked) => {
    const proxy = await proxyFor();
    assert.match(await get(proxy, `${server.url}a?b=c`), /^HTTP\/1\.1 200 .*x{1000}/s);
    assert.match(await get(proxy, `http://any.test:${server.port}/`), /^HTTP\/1\.1 200 /);
    const inside = 'GET /in HTTP/1.1\r\nHost: y\r\nConnection: close\r\n\r\n';
    const heard = await say(proxy, `CONNECT any.test:${server.port} HTTP/1.1\r\n\r\n${inside}`);
    assert.match(heard, /^HTTP\/1\.1 200 Connection established\r\n\r\nHTTP\/1\.1 200 OK/);
    assert.deepEqual(asked, ['x /a?b=c', 'x /', 'y /in']);
    assert.equal(proxy.refused.size, 0);
    proxy.close();
  });
});

it('what the guard forbids is never connected to, in any notation', async () => {
  const proxy = await proxyFor();
  const forbidden = ['127.0.0.2', '0x7f.2', '2130706434', '0177.2', '[::ffff:127.0.0.2]', '[::1]'];
  for (const host of [...forbidden, '169.254.169.254', '10.0.0.1']) {
    assert.equal(await get(proxy, `http://${host}:9/`), '', host);
    assert.match(await say(proxy, `CONNECT ${host}:9 HTTP/1.1\r\n\r\n`), /^HTTP\/1\.1 403 /, host);
  }
  assert.equal(proxy.refused.size, 5);
  for (const url of ['ftp://127.0.0.1/', 'file:///etc/passwd', '/local', 'http://']) {
    assert.doesNotMatch(await get(proxy, url), /^HTTP\/1\.1 2/, url);
  }
  proxy.close();
});

it('a name that turns to another address is checked again at each connection', async () => {
  await withServer(async (server, asked) => {
    const proxy = await proxyFor();
    const url = `http://rebinding.test:${server.port}/`;
    assert.match(await get(proxy, url), /^HTTP\/1\.1 200 /);
    const connection = `CONNECT rebinding.test:${server.port} HTTP/1.1\r\n\r\n`;
    assert.doesNotMatch(await say(proxy, connection), /200/);
    assert.equal(asked.length, 1);
    assert.ok(proxy.refused.has(`rebinding.test:${server.port}`));
    proxy.close();
  });
});

it('the ports of our own servers are out of reach, whatever the guard allows', async () => {
  await withServer(async (server, asked) => {
    const proxy = await proxyFor({ isOurPort: (port) => port === server.port });
    assert.equal(await get(proxy, server.url), '');
    assert.deepEqual(asked, []);
    proxy.close();
  });
});

it('nothing passes any more once the budget of bytes is spent', async () => {
  await withServer(async (server) => {
    let exhausted = 0;
    const proxy = await proxyFor({ maxBytes: 2500, onExhausted: () => (exhausted += 1) });
    for (let count = 0; count < 2; count++) assert.match(await get(proxy, server.url), /200 OK/);
    await get(proxy, server.url);
    await get(proxy, server.url);
    assert.equal(exhausted, 1);
    proxy.close();
  });
});

it('closing a proxy ends the connections through it', async () => {
  const server = await serveHttp(() => {});
  const proxy = await proxyFor();
  const hanging = [
    get(proxy, server.url),
    say(proxy, `CONNECT 127.0.0.1:${server.port} HTTP/1.1\r\n\r\n`),
  ];
  await new Promise((resolve) => setTimeout(resolve, 50));
  proxy.close();
  await Promise.all(hanging);
  await server.close();
});
