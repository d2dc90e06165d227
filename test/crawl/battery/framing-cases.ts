import { answer, ARTICLE, type Case, page, raw } from './case.ts';

const LENGTH = Buffer.byteLength(ARTICLE);
const head = (...lines: string[]) =>
  `HTTP/1.1 200 OK\r\n${lines.map((line) => `${line}\r\n`).join('')}\r\n`;
const html = 'Content-Type: text/html; charset=utf-8';
const chunked = 'Transfer-Encoding: chunked';
const chunk = `${LENGTH.toString(16)}\r\n${ARTICLE}\r\n`;
const big = (bytes: number) => `X-Big: ${'x'.repeat(bytes)}`;

/** Answers that are not HTTP by the book; what a browser shows is there. */
export const framingCases: Case[] = [
  {
    name: 'chunks without the last one',
    serve: raw(head(html, chunked), chunk),
    expected: 'alive',
  },
  {
    name: 'a chunk size that is none',
    serve: raw(head(html, chunked), 'zz\r\n', ARTICLE),
    expected: 'alive',
  },
  {
    name: 'a second chunk size that is none',
    serve: raw(head(html, chunked), chunk, 'zz\r\nrest'),
    expected: 'alive',
  },
  {
    name: 'garbage for a trailer',
    serve: raw(head(html, chunked), chunk, '0\r\n\u0001?? \u0002\r\n'),
    expected: 'alive',
  },
  {
    name: 'chunks announced, none sent',
    serve: raw(head(html, chunked), ARTICLE),
    expected: 'alive',
  },
  {
    name: 'bare line feeds',
    serve: raw(`HTTP/1.1 200 OK\n${html}\nContent-Length: ${LENGTH}\n\n`, ARTICLE),
    expected: 'alive',
  },
  {
    name: 'a header line without a colon',
    serve: raw(head(html, 'Server nginx'), ARTICLE),
    expected: 'alive',
  },
  {
    name: 'a space before the colon',
    serve: raw(head(html, `Content-Length : ${LENGTH}`), ARTICLE),
    expected: 'alive',
  },
  {
    name: 'a header with control characters',
    serve: raw(head(html, 'X-A: \u0001\u0007b'), ARTICLE),
    expected: 'alive',
  },
  {
    name: 'a header in raw GBK',
    serve: raw(head(html, 'X-A: ').replace('X-A: ', 'X-A: \xb9\xab'), ARTICLE),
    expected: 'alive',
  },
  { name: 'no reason', serve: raw(head(html).replace(' OK', ''), ARTICLE), expected: 'alive' },
  { name: 'HTTP/0.9: a page without any head', serve: raw(ARTICLE), expected: 'alive' },
  { name: 'no HTTP at all', serve: raw('SSH-2.0-OpenSSH_9.6\r\n'), expected: 'dead protocol' },
  {
    name: 'HTTP/1.0, ended by closing',
    serve: raw(`HTTP/1.0 200 OK\r\n${html}\r\n\r\n`, ARTICLE),
    expected: 'alive',
  },
  { name: 'HTTP/1.1, ended by closing', serve: raw(head(html), ARTICLE), expected: 'alive' },
  {
    name: 'a length too short',
    serve: raw(head(html, `Content-Length: ${LENGTH - 500}`), ARTICLE),
    expected: 'alive',
  },
  {
    name: 'a length too long',
    serve: raw(head(html, `Content-Length: ${LENGTH + 500}`), ARTICLE),
    expected: 'alive',
  },
  {
    name: 'a length that is no number',
    serve: raw(head(html, 'Content-Length: many'), ARTICLE),
    expected: 'alive',
  },
  {
    name: 'a negative length',
    serve: raw(head(html, 'Content-Length: -1'), ARTICLE),
    expected: 'alive',
  },
  {
    name: 'two lengths that differ',
    serve: raw(head(html, 'Content-Length: 5', `Content-Length: ${LENGTH}`), ARTICLE),
    expected: 'alive',
  },
  {
    name: 'a length and chunks',
    serve: raw(head(html, 'Content-Length: 5', chunked), chunk, '0\r\n\r\n'),
    expected: 'alive',
  },
  { name: 'headers of 60 KB', serve: raw(head(html, big(60_000)), ARTICLE), expected: 'alive' },
  {
    name: 'headers of 200 KB, which a browser takes',
    serve: raw(head(html, big(200_000)), ARTICLE),
    expected: 'alive',
  },
  {
    name: 'headers of 400 KB, more than browsers take: our limit, not blamed',
    serve: raw(head(html, big(400_000)), ARTICLE),
    expected: 'unmeasured budget',
  },
  {
    name: 'a thousand headers',
    serve: raw(head(html, ...Array.from({ length: 1000 }, (_, index) => `X-${index}: y`)), ARTICLE),
    expected: 'alive',
  },
  {
    name: 'a version of HTTP that does not exist',
    serve: raw(head(html).replace('1.1', '1.7'), ARTICLE),
    expected: 'alive',
  },
  {
    name: 'HTTP/2 in an answer to HTTP/1.1',
    serve: raw(head(html).replace('HTTP/1.1', 'HTTP/2'), ARTICLE),
    expected: 'alive',
  },
  {
    name: 'a second answer behind the first',
    serve: raw(answer(200, ARTICLE), answer(404)),
    expected: 'alive',
  },
  {
    name: 'a Content-Type that is none',
    serve: raw(head('Content-Type: unknown'), ARTICLE),
    expected: 'alive',
  },
  {
    name: 'a charset that nobody knows',
    serve: raw(head('Content-Type: text/html; charset=x-martian'), page('通知', ARTICLE)),
    expected: 'alive',
  },
];
