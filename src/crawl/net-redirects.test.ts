import assert from 'node:assert/strict';
import type { RequestListener } from 'node:http';
import { it } from 'node:test';
import { fetchOnce, type Loopback, outcomeOf, serveHttp, serveRaw } from './testing/loopback.ts';

async function serving(listener: RequestListener, test: (server: Loopback) => Promise<void>) {
  const server = await serveHttp(listener);
  try {
    await test(server);
  } finally {
    await server.close();
  }
}

/** Serves redirects by a function of the path and the cookie; null ends with 200. */
function redirecting(lead: (path: string, cookie: string) => Record<string, string> | null) {
  const listener: RequestListener = (request, response) => {
    const headers = lead(request.url ?? '', request.headers.cookie ?? '');
    response.writeHead(headers ? 302 : 200, headers ?? {}).end('there');
  };
  return listener;
}

it('redirects are followed and recorded as hops', async () => {
  const lead = (path: string) => (path === '/c' ? null : { location: path === '/a' ? 'b' : '/c' });
  await serving(redirecting(lead), async ({ url }) => {
    const exchange = await fetchOnce(`${url}a`);
    assert.equal(outcomeOf(exchange), 200);
    assert.equal(exchange.finalUrl, `${url}c`);
    assert.deepEqual(exchange.via, [
      { url: `${url}a`, status: 302, location: 'b' },
      { url: `${url}b`, status: 302, location: '/c' },
    ]);
  });
});

it('twenty redirects are followed, as browsers do, and one more is too many', async () => {
  const lead = (path: string) => {
    const left = Number(path.slice(1));
    return left === 0 ? null : { location: `/${left - 1}` };
  };
  await serving(redirecting(lead), async ({ url }) => {
    assert.equal(outcomeOf(await fetchOnce(`${url}20`)), 200);
    assert.equal(outcomeOf(await fetchOnce(`${url}21`)), 'too-many-redirects');
  });
});

it('a loop that a cookie ends is no loop', async () => {
  const lead = (_path: string, cookie: string) =>
    cookie === 'seen=1' ? null : { location: '/', 'set-cookie': 'seen=1; Path=/; HttpOnly' };
  await serving(redirecting(lead), async ({ url }) => {
    const exchange = await fetchOnce(url);
    assert.equal(outcomeOf(exchange), 200);
    assert.equal(exchange.via.length, 1);
    assert.match(exchange.requestHead, /cookie: seen=1/);
    assert.equal(outcomeOf(await fetchOnce(url, { cookies: true })), 200);
  });
});

it('a loop without a cookie, or one that no cookie ends, is a loop', async () => {
  await serving(
    redirecting((path) => ({ location: path === '/a' ? '/b' : '/a' })),
    async ({ url }) => {
      assert.equal(outcomeOf(await fetchOnce(`${url}a`)), 'redirect-loop');
    },
  );
  const stubborn = redirecting(() => ({ location: '/', 'set-cookie': 'seen=1' }));
  await serving(stubborn, async ({ url }) => {
    assert.equal(outcomeOf(await fetchOnce(url)), 'redirect-loop');
  });
});

it('a Location in raw UTF-8 leads where a browser would go', async () => {
  const server = await serveRaw((socket, head) => {
    if (head.startsWith('GET / ')) {
      const answer = 'HTTP/1.1 302 Found\r\nLocation: /公告\r\nContent-Length: 0\r\n\r\n';
      socket.end(Buffer.from(answer, 'utf8'));
    } else socket.end('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n');
  });
  const exchange = await fetchOnce(server.url);
  await server.close();
  assert.equal(outcomeOf(exchange), 200);
  assert.equal(exchange.finalUrl, `${server.url}%E5%85%AC%E5%91%8A`);
});

it('a redirect to no web address, or without an address, ends there', async () => {
  const lead = (path: string): Record<string, string> => {
    if (path === '/none') return {};
    return { location: path === '/app' ? 'weixin://dl/business' : 'http://[' };
  };
  await serving(redirecting(lead), async ({ url }) => {
    assert.equal(outcomeOf(await fetchOnce(url)), 'protocol');
    assert.equal(outcomeOf(await fetchOnce(`${url}app`)), 'unreachable');
    assert.equal(outcomeOf(await fetchOnce(`${url}none`)), 302);
  });
});

it('a redirect is followed though its own body never ends', async () => {
  const server = await serveRaw((socket, head) => {
    if (head.startsWith('GET / ')) socket.write('HTTP/1.1 302 Found\r\nLocation: /b\r\n\r\nx');
    else socket.end('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n');
  });
  const exchange = await fetchOnce(server.url);
  await server.close();
  assert.equal(outcomeOf(exchange), 200);
});
