import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, it } from 'node:test';
import { brotliCompressSync, deflateRawSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { sha256 } from '#base/hash.ts';
import {
  fetchOnce,
  loopbackNet,
  outcomeOf,
  serveHttp,
  serveRaw,
  serveSelfSigned,
} from './testing/loopback.ts';
import { createNet } from './net.ts';

const PAGE = '<!doctype html><title>通知公告</title>';

describe('a fetch of a sound server', () => {
  it('gives status, headers, body, hash and both heads', async () => {
    const server = await serveHttp((_request, response) => {
      response.writeHead(200, 'OK', { 'Content-Type': 'text/html', 'X-Two': ['a', 'b'] }).end(PAGE);
    });
    const exchange = await fetchOnce(`${server.url}a?b=1`);
    await server.close();
    assert.equal(exchange.outcome.kind, 'answered');
    assert.ok(exchange.outcome.kind === 'answered');
    const { ms: _ms, ...outcome } = exchange.outcome;
    assert.deepEqual(outcome, {
      kind: 'answered',
      status: 200,
      contentType: 'text/html',
      bodyHash: sha256(PAGE),
      bodyBytes: Buffer.byteLength(PAGE),
      truncated: false,
      insecure: false,
    });
    assert.equal(Buffer.from(exchange.bytes).toString(), PAGE);
    assert.equal(exchange.headers['x-two'], 'a, b');
    assert.match(exchange.requestHead, /^GET \/a\?b=1 HTTP\/1\.1\r\nhost: 127\.0\.0\.1:\d+\r\n/);
    assert.match(exchange.responseHead, /^HTTP\/1\.1 200 OK\r\nContent-Type: text\/html\r\n/);
    assert.ok(exchange.responseHead.endsWith('\r\n\r\n'));
  });

  it('undoes every content encoding we accept', async () => {
    const encodings = {
      gzip: gzipSync,
      deflate: deflateRawSync,
      br: brotliCompressSync,
      zstd: zstdCompressSync,
    };
    const server = await serveHttp((request, response) => {
      const coding = (request.url ?? '').slice(1) as keyof typeof encodings;
      response.writeHead(200, { 'content-encoding': coding }).end(encodings[coding](PAGE));
    });
    for (const coding of Object.keys(encodings)) {
      const { bytes } = await fetchOnce(`${server.url}${coding}`);
      assert.equal(Buffer.from(bytes).toString(), PAGE, coding);
    }
    await server.close();
  });

  it('keeps the status of any answer, errors included', async () => {
    const server = await serveHttp((request, response) => {
      response.writeHead(Number((request.url ?? '').slice(1))).end();
    });
    for (const status of [204, 304, 403, 404, 410, 429, 500, 503]) {
      assert.equal(outcomeOf(await fetchOnce(`${server.url}${status}`)), status);
    }
    await server.close();
  });
});

describe('a fetch that fails says why', () => {
  it('refused, when nobody listens', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    assert.ok(address !== null && typeof address === 'object');
    server.close();
    assert.equal(outcomeOf(await fetchOnce(`http://127.0.0.1:${address.port}/`)), 'refused');
  });

  it('reset, when the connection is closed without an answer', async () => {
    const server = await serveRaw((socket) => socket.destroy());
    assert.equal(outcomeOf(await fetchOnce(server.url)), 'reset');
    await server.close();
  });

  it('timeout, when no headers come, and when a page does not end', async () => {
    const silent = await serveRaw(() => {});
    assert.equal(outcomeOf(await fetchOnce(silent.url, { timeoutMs: 100 })), 'timeout');
    await silent.close();
    const slow = await serveRaw((socket) => socket.write('HTTP/1.1 200 OK\r\n\r\n<html>'));
    assert.equal(outcomeOf(await fetchOnce(slow.url, { timeoutMs: 100 })), 'timeout');
    await slow.close();
  });

  it('dns, when no such host exists, and ours, when our own name server fails', async () => {
    const codes = new Map([
      ['gone.test', 'ENOTFOUND'],
      ['flaky.test', 'EAI_AGAIN'],
    ]);
    const net = createNet({
      allowNet: [],
      userAgent: 'x',
      resolve: (hostname, callback) =>
        callback(Object.assign(new Error('no'), { code: codes.get(hostname) }), []),
    });
    const request = { maxBytes: 1000, timeoutMs: 1000 };
    assert.equal(outcomeOf(await net.fetch({ ...request, url: 'http://gone.test/' })), 'dns');
    assert.equal(outcomeOf(await net.fetch({ ...request, url: 'http://flaky.test/' })), 'ours');
    await net.close();
  });

  it('protocol, when the answer is no HTTP at all', async () => {
    const server = await serveRaw((socket) => socket.end('SSH-2.0-OpenSSH_9.6\r\n'));
    assert.equal(outcomeOf(await fetchOnce(server.url)), 'protocol');
    await server.close();
  });

  it('tls, when not even a lenient handshake succeeds', async () => {
    const server = await serveRaw((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    const url = server.url.replace('http:', 'https:');
    assert.equal(outcomeOf(await fetchOnce(url)), 'tls');
    await server.close();
  });

  it('ours, when it is stopped', async () => {
    const server = await serveRaw(() => {});
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 50);
    assert.equal(outcomeOf(await fetchOnce(server.url, { signal: stop.signal })), 'ours');
    assert.equal(outcomeOf(await fetchOnce(server.url, { signal: stop.signal })), 'ours');
    await server.close();
  });
});

describe('a fetch of a broken server that browsers understand', () => {
  const answers: Record<string, string> = {
    'bare line feeds': `HTTP/1.1 200 OK\nContent-Type: text/html\nContent-Length: 42\n\n${PAGE}`,
    'a length too long': `HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n${PAGE}`,
    'broken chunking': `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2a\r\n${PAGE}`,
    'length and chunks': [
      'HTTP/1.1 200 OK\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n',
      `2a\r\n${PAGE}\r\n0\r\n\r\n`,
    ].join(''),
    'huge headers': [
      `HTTP/1.1 200 OK\r\nX-Big: ${'x'.repeat(100_000)}\r\n`,
      `Content-Length: 42\r\n\r\n${PAGE}`,
    ].join(''),
    'answers before the answer': [
      'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n',
      `HTTP/1.1 200 OK\r\nContent-Length: 42\r\n\r\n${PAGE}`,
    ].join(''),
    'no length': `HTTP/1.1 200 OK\r\n\r\n${PAGE}`,
    'HTTP/1.0': `HTTP/1.0 200 OK\r\n\r\n${PAGE}`,
  };
  for (const [name, answer] of Object.entries(answers)) {
    it(`reads ${name}`, async () => {
      const server = await serveRaw((socket) => socket.end(answer));
      const exchange = await fetchOnce(server.url);
      await server.close();
      assert.equal(outcomeOf(exchange), 200);
      assert.equal(Buffer.from(exchange.bytes).toString(), PAGE);
    });
  }

  it('opens a site whose certificate does not verify, and says so', async () => {
    const server = await serveSelfSigned((_request, response) => response.end(PAGE));
    const net = loopbackNet();
    for (let times = 0; times < 2; times++) {
      const request = { url: server.url, maxBytes: 1000, timeoutMs: 5000 };
      const { outcome } = await net.fetch(request);
      assert.ok(outcome.kind === 'answered' && outcome.insecure);
    }
    await net.close();
    await server.close();
  });

  it('asks again when a kept connection was closed under it', async () => {
    let connections = 0;
    const server = await serveRaw((socket) => {
      if (socket.bytesWritten > 0) return socket.destroy();
      connections += 1;
      return socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok');
    });
    const net = loopbackNet();
    const request = { url: server.url, maxBytes: 1000, timeoutMs: 5000 };
    assert.equal(outcomeOf(await net.fetch(request)), 200);
    assert.equal(outcomeOf(await net.fetch(request)), 200);
    assert.equal(connections, 2);
    await net.close();
    await server.close();
  });
});
