import {
  ARTICLE,
  answer,
  atFirst,
  type Case,
  gone,
  page,
  raw,
  send,
  there,
  toRobots,
} from './case.ts';

const broken = send(500, page('错误', '服务器内部错误'));
const busy = send(503, 'busy');

/** What the status says, at every look or only at some. */
export const statusCases: Case[] = [
  { name: '200', serve: there, expected: 'alive' },
  { name: '404', serve: gone, expected: 'dead not-found' },
  { name: '410', serve: send(410), expected: 'dead gone' },
  { name: '500', serve: broken, expected: 'dead server-error' },
  { name: '501 to a method it does not know', serve: send(501), expected: 'dead server-error' },
  { name: '502 of a gateway', serve: send(502), expected: 'dead server-error' },
  { name: '503 that never ends', serve: busy, expected: 'dead server-error' },
  { name: '503 that recovers between looks', serve: atFirst(1, busy, there), expected: 'alive' },
  { name: '500 at the first look only', serve: atFirst(1, broken, there), expected: 'alive' },
  { name: '404 at the first two looks only', serve: atFirst(2, gone, there), expected: 'alive' },
  {
    name: '503 with a Retry-After that is worth waiting for',
    serve: atFirst(1, send(503, '', { 'Retry-After': '0' }), there),
    expected: 'alive',
  },
  {
    name: '503 with a Retry-After, for ever',
    serve: send(503, '', { 'Retry-After': '0' }),
    expected: 'dead server-error',
  },
  {
    name: 'flapping between 500 and 200',
    serve: (asked, socket) => (asked.times % 2 === 1 ? broken : there)(asked, socket),
    expected: 'alive',
  },
  {
    name: '400, which the design leaves open: dead',
    serve: send(400),
    expected: 'dead client-error',
  },
  { name: '401', serve: send(401), expected: 'unmeasured blocked' },
  { name: '403', serve: send(403), expected: 'unmeasured blocked' },
  { name: '405', serve: send(405), expected: 'unmeasured blocked' },
  { name: '406', serve: send(406), expected: 'unmeasured blocked' },
  { name: '407', serve: send(407), expected: 'unmeasured blocked' },
  { name: '412', serve: send(412), expected: 'unmeasured blocked' },
  { name: '429', serve: send(429, '', { 'Retry-After': '0' }), expected: 'unmeasured blocked' },
  { name: '451', serve: send(451), expected: 'unmeasured blocked' },
  {
    name: '999, by which some servers refuse robots',
    serve: send(999),
    expected: 'unmeasured blocked',
  },
  { name: '299', serve: send(299, ARTICLE), expected: 'alive' },
  { name: '204, which shows nothing and is there', serve: send(204), expected: 'alive' },
  { name: '206 that nobody asked for', serve: send(206, ARTICLE), expected: 'alive' },
  {
    name: '304 that nobody asked for',
    serve: raw('HTTP/1.1 304 Not Modified\r\n\r\n'),
    expected: 'alive',
  },
  { name: '200 with an empty body', serve: send(200), expected: 'alive' },
  {
    name: '100 and 103 before the answer',
    serve: raw(
      'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n',
      answer(200, ARTICLE),
    ),
    expected: 'alive',
  },
  {
    name: '404 to HEAD only',
    serve: (asked, socket) => (asked.method === 'HEAD' ? gone : there)(asked, socket),
    expected: 'alive',
  },
  { name: '404 to robots by name only', serve: toRobots(gone), expected: 'alive' },
  { name: '500 to robots by name only', serve: toRobots(broken), expected: 'alive' },
  {
    name: '404 without the headers of a browser',
    serve: (asked, socket) =>
      ('upgrade-insecure-requests' in asked.headers ? there : gone)(asked, socket),
    expected: 'alive',
  },
  {
    name: '404 to visitors who do not come from the site itself',
    serve: (asked, socket) =>
      (asked.headers.referer?.startsWith(asked.origin) ? there : gone)(asked, socket),
    expected: 'alive',
  },
  {
    name: '404 to all but HTTP/1.1, and to robots: a reader has HTTP/1.1',
    serve: (asked, socket) => (asked.version === 'HTTP/1.1' ? toRobots(gone) : gone)(asked, socket),
    expected: 'alive',
  },
  {
    name: '400 to HTTP/1.0, after a 503 at the first look',
    serve: (asked, socket) =>
      (asked.version === 'HTTP/1.0' ? send(400) : atFirst(1, busy, there))(asked, socket),
    expected: 'alive',
  },
];
