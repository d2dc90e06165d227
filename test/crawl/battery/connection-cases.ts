import type { Socket } from 'node:net';
import { answer, ARTICLE, type Case, gone, type Serve, there } from './case.ts';

const reset: Serve = (_asked, socket) => socket.resetAndDestroy();
const head = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: ${Buffer.byteLength(ARTICLE)}\r\n`;
const half = ARTICLE.slice(0, ARTICLE.length / 2);

const later = (waitMs: number, serve: Serve): Serve => {
  return (asked, socket) => void setTimeout(() => serve(asked, socket), waitMs).unref();
};

/** Bytes with pauses between them, as long as somebody listens. */
const dripping = (bytes: Buffer, size: number, everyMs: number): Serve => {
  return (_asked, socket) => {
    let at = 0;
    const timer = setInterval(() => {
      if (at >= bytes.length || !socket.writable) return clearInterval(timer);
      socket.write(bytes.subarray(at, (at += size)));
    }, everyMs);
    socket.on('close', () => clearInterval(timer));
  };
};

const resetAfter = (text: string): Serve => {
  return (_asked, socket: Socket) => {
    socket.write(text);
    setTimeout(() => socket.resetAndDestroy(), 20).unref();
  };
};

/** Connections that break, stall or crawl. The limit of the battery is two seconds. */
export const connectionCases: Case[] = [
  { name: 'reset before an answer', serve: reset, expected: 'dead reset' },
  {
    name: 'reset before an answer, at the first look only',
    serve: (asked, socket) => (asked.times <= 2 ? reset : there)(asked, socket),
    expected: 'alive',
  },
  {
    name: 'closed before an answer',
    serve: (_asked, socket) => socket.end(),
    expected: 'dead reset',
  },
  {
    name: 'reset in the head',
    serve: resetAfter('HTTP/1.1 200 OK\r\nContent-T'),
    expected: 'dead reset',
  },
  { name: 'reset between head and body', serve: resetAfter(`${head}\r\n`), expected: 'dead reset' },
  {
    name: 'reset in the body, of which a reader sees half',
    serve: resetAfter(`${head}\r\n${half}`),
    expected: 'alive',
  },
  {
    name: 'half closed right after the request',
    serve: (_asked, socket) => void later(50, there)(_asked, socket),
    expected: 'alive',
  },
  {
    name: 'half closed after the answer, kept open otherwise',
    serve: (_asked, socket) => {
      socket.write(`HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${ARTICLE}`);
      socket.end();
    },
    expected: 'alive',
  },
  { name: 'a slow first byte within the limit', serve: later(600, there), expected: 'alive' },
  { name: 'a first byte that never comes', serve: () => {}, expected: 'dead timeout' },
  { name: 'a first byte that comes too late', serve: later(2600, there), expected: 'dead timeout' },
  {
    name: 'a first byte too late at the first look only',
    serve: (asked, socket) => later(asked.times === 1 ? 2600 : 0, there)(asked, socket),
    expected: 'alive',
  },
  {
    name: 'headers byte by byte, without end',
    serve: dripping(Buffer.from(`HTTP/1.1 200 OK\r\n${'X-A: b\r\n'.repeat(2000)}`), 1, 20),
    expected: 'dead timeout',
  },
  {
    name: 'a slow body that ends in time',
    serve: dripping(answer(200, ARTICLE), 200, 30),
    expected: 'alive',
  },
  {
    name: 'a slow body that does not end in time: a reader sees what is there',
    serve: dripping(answer(200, ARTICLE.repeat(50)), 100, 50),
    expected: 'alive',
  },
  {
    name: 'a whole page on a connection that is never closed',
    serve: (_asked, socket) =>
      void socket.write(`HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${ARTICLE}`),
    expected: 'alive',
  },
  {
    name: 'a head and then nothing',
    serve: (_asked, socket) => void socket.write(`${head}\r\n`),
    expected: 'dead timeout',
  },
  {
    name: 'an endless body',
    serve: (_asked, socket) => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n');
      const more = () => {
        while (socket.writable && socket.write('<p>无尽</p>'.repeat(1000)));
      };
      socket.on('drain', more);
      more();
    },
    expected: 'alive',
  },
  {
    name: 'a connection that serves one answer and dies on the second',
    serve: (asked, socket) => {
      if (socket.bytesWritten > 0) socket.destroy();
      else there(asked, socket);
    },
    expected: 'alive',
  },
  {
    name: '404 on a kept connection only',
    serve: (asked, socket) => (socket.bytesWritten > 0 ? gone : there)(asked, socket),
    expected: 'alive',
  },
];
