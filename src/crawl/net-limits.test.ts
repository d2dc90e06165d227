import assert from 'node:assert/strict';
import { it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { fetchOnce, outcomeOf, serveHttp, serveRaw } from './testing/loopback.ts';

it('a body longer than the limit is cut there and the answer stands', async () => {
  const server = await serveHttp((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    const write = () => {
      while (!response.destroyed && response.write('x'.repeat(10_000)));
    };
    response.on('drain', write);
    write();
  });
  const { outcome, bytes } = await fetchOnce(server.url, { maxBytes: 50_000 });
  await server.close();
  assert.ok(outcome.kind === 'answered' && outcome.truncated);
  assert.equal(bytes.length, 50_000);
});

it('a gzip bomb is cut at the limit after decoding', async () => {
  const bomb = gzipSync(Buffer.alloc(100_000_000));
  const server = await serveHttp((_request, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
  });
  const { outcome, bytes } = await fetchOnce(server.url, { maxBytes: 200_000 });
  await server.close();
  assert.ok(outcome.kind === 'answered' && outcome.truncated);
  assert.equal(bytes.length, 200_000);
});

it('what is no text gets the smaller limit', async () => {
  const server = await serveHttp((request, response) => {
    const type = request.url === '/film' ? 'video/mp4' : 'text/html';
    response.writeHead(200, { 'content-type': type }).end('x'.repeat(100_000));
  });
  const limits = { maxBytes: 1_000_000, maxOtherBytes: 1000 };
  assert.equal((await fetchOnce(`${server.url}film`, limits)).bytes.length, 1000);
  assert.equal((await fetchOnce(`${server.url}page`, limits)).bytes.length, 100_000);
  await server.close();
});

it('a body cut in the middle of its gzip is read as far as it goes', async () => {
  const page = Array.from({ length: 50_000 }, (_, index) => `<p>${index}</p>`).join('');
  const packed = gzipSync(page);
  const server = await serveHttp((_request, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed);
  });
  const { bytes } = await fetchOnce(server.url, { maxBytes: Math.floor(packed.length / 2) });
  await server.close();
  assert.ok(bytes.length > 0 && page.startsWith(Buffer.from(bytes).toString()));
});

it('a body that stalls is an answer for a target, a time-out for a page', async () => {
  const server = await serveRaw((socket) => {
    socket.write('HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n<html>');
  });
  assert.equal(outcomeOf(await fetchOnce(server.url, { timeoutMs: 80 })), 'timeout');
  const target = await fetchOnce(server.url, { timeoutMs: 80, partial: true });
  await server.close();
  assert.ok(target.outcome.kind === 'answered' && target.outcome.truncated);
});

it('headers that come drop by drop run out of time', async () => {
  const server = await serveRaw((socket) => {
    socket.write('HTTP/1.1 200 OK\r\n');
    const timer = setInterval(() => socket.write('X-A: b\r\n'), 10);
    socket.on('close', () => clearInterval(timer));
  });
  assert.equal(outcomeOf(await fetchOnce(server.url, { timeoutMs: 100 })), 'timeout');
  await server.close();
});

it('endless headers are refused, not gathered, and that is our own limit', async () => {
  const server = await serveRaw((socket) => {
    socket.write('HTTP/1.1 200 OK\r\n');
    const write = () => {
      while (socket.writable && socket.write(`X-A: ${'b'.repeat(1000)}\r\n`));
    };
    socket.on('drain', write);
    write();
  });
  assert.equal(outcomeOf(await fetchOnce(server.url)), 'budget');
  await server.close();
});
