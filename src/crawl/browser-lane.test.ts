import assert from 'node:assert/strict';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { after, before, test } from 'node:test';
import { openRenderingLane, type Rendering, type RenderingLane } from './browser-lane.ts';
import type { Resolve } from './net-connect.ts';
import { type Loopback, serveHttp } from './testing/loopback.ts';

// Hostile pages on a real Chromium. 127.0.0.1 is allowed, and nothing else: what listens on
// 127.0.0.2 must never hear of us, whatever a page tries.

const skip =
  process.platform === 'linux' && process.arch === 'x64' ? false : 'no packaged browser here';
const FORBIDDEN = '127.0.0.2';
const PAGE_MS = 3000;

let lane: RenderingLane;
let server: Loopback;
let trap: Awaited<ReturnType<typeof listenForbidden>>;

/** Whoever connects, or sends a datagram, to the forbidden address is counted. */
async function listenForbidden() {
  const heard: string[] = [];
  const tcp = createServer((socket) => {
    heard.push('connection');
    socket.on('error', () => {});
    socket.end('HTTP/1.1 200 OK\r\ncontent-length: 6\r\n\r\nsecret');
  }).listen(0, FORBIDDEN);
  await once(tcp, 'listening');
  const { port } = tcp.address() as { port: number };
  const udp = createSocket('udp4').on('message', () => heard.push('datagram'));
  udp.bind(port, FORBIDDEN);
  await once(udp, 'listening');
  const close = async () => {
    udp.close();
    tcp.close();
  };
  return { port, heard, close };
}

/** `turning.test` is allowed when the page asks for it first, and forbidden from then on. */
const resolve = (): Resolve => {
  let asked = 0;
  return (name, callback) => {
    const address = name === 'turning.test' && asked++ === 0 ? '127.0.0.1' : FORBIDDEN;
    callback(null, [{ address, family: 4 }]);
  };
};

const rows = '<ul><li><a href="/1.html">一行</a> 2019-05-20</li></ul>';
const scripts: Record<string, string> = {
  good: `setTimeout(() => fetch('/rows').then((r) => r.text()).then((t) => { box.innerHTML = t; }), 100)`,
  'endless loop': 'for (;;);',
  'windows in a loop': `for (let i = 0; i < 500; i++) window.open('/good?' + i);
    setInterval(() => window.open('/good'), 1)`,
  'alerts in a loop': 'for (;;) alert(1);',
  'buffers without end': 'const all = []; for (;;) all.push(new Uint8Array(1 << 25).fill(7));',
  'nodes without end': `for (;;) document.body.append(document.createElement('p'), 'x'.repeat(999));`,
  'requests without end': `for (;;) fetch('/rows?' + Math.random());`,
  'requests one after the other': `(async () => { for (;;) await (await fetch('/rows?' + Math.random())).text(); })()`,
  'reloads without end': 'location.reload()',
  download: `location.href = '/download'`,
  'endless answer': `fetch('/download').then((r) => r.blob())`,
  'meta refresh': `document.write('<meta http-equiv="refresh" content="0;url=http://169.254.169.254/latest/">')`,
  'a file': `location.href = 'file:///etc/passwd'`,
  'a page of the browser': `location.href = 'chrome://version'`,
};

/** All the ways to the forbidden address that a page has without leaving. */
function insideJob(port: number): string {
  const hosts = [FORBIDDEN, '2130706434', '0x7f000002', '0177.0.0.2', '127.2', 'any.test'];
  const targets = [...hosts, '[::ffff:127.0.0.2]', '[::ffff:7f00:2]'].map((h) => `${h}:${port}`);
  return `const said = (word) => { out.textContent += word + ' '; };
    for (const host of ${JSON.stringify(targets)}) {
      fetch('http://' + host + '/', { mode: 'no-cors' }).then(() => said('fetched'), () => {});
      for (const scheme of ['ws:', 'wss:']) {
        try { new WebSocket(scheme + '//' + host + '/').onopen = () => said('opened'); } catch {}
      }
      navigator.sendBeacon('http://' + host + '/', 'x');
      new EventSource('http://' + host + '/').onopen = () => said('streamed');
      const add = (name, values) =>
        document.body.append(Object.assign(document.createElement(name), values));
      for (const name of ['script', 'iframe', 'img']) add(name, { src: 'http://' + host + '/' });
      for (const rel of ['stylesheet', 'preconnect', 'dns-prefetch', 'prefetch', 'preload', 'prerender']) {
        add('link', { rel, href: 'http://' + host + '/', as: 'fetch' });
      }
    }
    fetch('/to-forbidden').then(() => said('redirected'), () => {});
    fetch('http://turning.test:' + location.port + '/rows', { mode: 'no-cors' }).then(() =>
      fetch('http://turning.test:${port}/', { mode: 'no-cors' })).then(() => said('rebound'), () => {});
    try { new WebTransport('https://${FORBIDDEN}:${port}/').ready.then(() => said('transported'), () => {}); } catch {}
    const peer = new RTCPeerConnection({ iceServers: [
      { urls: 'stun:${FORBIDDEN}:${port}' },
      { urls: 'turn:${FORBIDDEN}:${port}?transport=tcp', username: 'a', credential: 'b' }] });
    peer.createDataChannel('x');
    peer.createOffer().then((offer) => peer.setLocalDescription(offer));`;
}

before(async () => {
  if (skip) return;
  trap = await listenForbidden();
  server = await serveHttp((request, response) => {
    const [path = '', query = ''] = (request.url ?? '').split('?');
    if (path === '/rows') return void response.end(rows);
    if (path === '/download') return endlessly(response);
    if (path === '/to-forbidden') {
      const location = `http://${FORBIDDEN}:${trap.port}/`;
      return void response.writeHead(302, { location }).end();
    }
    response.setHeader('content-type', 'text/html; charset=utf-8');
    const script = path === '/inside' ? insideJob(trap.port) : scripts[decodeURIComponent(query)];
    response.end(`<body><p id="out"></p><div id="box">加载中</div><script>${script}</script>`);
  });
  lane = openRenderingLane({
    allowNet: ['127.0.0.1/32'],
    userAgent: 'Mozilla/5.0 (compatible; Xunwang/test)',
    limits: { pageMs: PAGE_MS, settleMs: 2000, maxTrafficBytes: 8 << 20 },
    resolve: resolve(),
  });
});

after(async () => {
  if (skip) return;
  await lane.close();
  await server.close();
  await trap.close();
});

function endlessly(response: import('node:http').ServerResponse): void {
  response.writeHead(200, {
    'content-type': 'application/octet-stream',
    'content-disposition': 'attachment; filename=big.bin',
  });
  const timer = setInterval(() => response.write(Buffer.alloc(1 << 20)), 10);
  response.on('close', () => clearInterval(timer));
}

async function render(path: string): Promise<Rendering> {
  const url = new URL(path, server.url).href;
  const rendering = await lane.render({
    url,
    picture: false,
    signal: new AbortController().signal,
  });
  assert.ok(rendering, String(lane.absence));
  return rendering;
}

const scripted = (name: string) => render(`/?${encodeURIComponent(name)}`);

test('a list that a script fetches is in the document that comes back', { skip }, async () => {
  const good = await scripted('good');
  assert.ok(good.kind === 'rendered', JSON.stringify(good));
  assert.equal(good.status, 200);
  assert.equal(good.missing, null);
  assert.match(good.html, /<div id="box"><ul><li><a href="\/1\.html">一行<\/a>/);
});

test('no page reaches a forbidden address in any way it may try', { skip }, async () => {
  const inside = await render('/inside');
  assert.ok(inside.kind === 'rendered', JSON.stringify(inside));
  assert.match(inside.html, /<p id="out"><\/p>/);
  assert.match(inside.missing ?? '', /net::ERR/);
  assert.deepEqual(trap.heard, []);
  for (const path of ['/to-forbidden', '/?meta refresh']) {
    const left = await render(path);
    assert.ok(left.kind === 'failed' && left.why === 'forbidden-address', JSON.stringify(left));
  }
  assert.deepEqual(trap.heard, []);
});

const bounded: [name: string, detail: RegExp][] = [
  ['endless loop', /not done in \d+ ms/],
  ['alerts in a loop', /not done in/],
  ['buffers without end', /out of memory|not done in/],
  ['nodes without end', /out of memory|not done in/],
  ['requests without end', /not done in|requests/],
  ['requests one after the other', /more than 300 requests|not done in/],
  ['reloads without end', /documents one after the other|not done in/],
  ['endless answer', /bytes|not done in/],
];

test('pages without end are given up in time, side by side, and the next one is read', {
  skip,
}, async () => {
  const renderings = await Promise.all(bounded.map(([name]) => scripted(name)));
  for (const [index, [name, detail]] of bounded.entries()) {
    const rendering = renderings[index];
    assert.ok(rendering?.kind === 'failed', `${name}: ${JSON.stringify(rendering).slice(0, 300)}`);
    assert.equal(rendering.why, 'budget', name);
    assert.match(rendering.detail, detail, name);
  }
  const next = await scripted('good');
  assert.ok(next.kind === 'rendered' && /一行/.test(next.html), JSON.stringify(next));
});

const harmless = ['windows in a loop', 'download', 'a file', 'a page of the browser'];

test('what leads nowhere leaves the page as it was', { skip }, async () => {
  const renderings = await Promise.all(harmless.map(scripted));
  for (const [index, name] of harmless.entries()) {
    const rendering = renderings[index];
    assert.ok(rendering?.kind === 'rendered', `${name}: ${JSON.stringify(rendering)}`);
    assert.match(rendering.html, /加载中/, name);
    assert.doesNotMatch(rendering.html, /root:/, name);
    assert.equal(new URL(rendering.finalUrl).origin, new URL(server.url).origin, name);
  }
});

test('an address that is a download, and one where nobody answers, are values', {
  skip,
}, async () => {
  for (const url of ['/download', 'http://127.0.0.1:1/']) {
    const rendering = await render(url);
    assert.ok(rendering.kind === 'failed' && rendering.why === 'unreachable');
  }
});

test('a lane without a browser says why and gives nothing', { skip }, async () => {
  const closed = openRenderingLane({ allowNet: [], userAgent: 'x' });
  await closed.close();
  const { signal } = new AbortController();
  assert.equal(await closed.render({ url: server.url, picture: false, signal }), null);
  assert.equal(closed.absence, 'closed');
});
