import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { LenientParser } from './lenient-parser.ts';
import { Receiver } from './net-receiver.ts';

const PAGE = '<!doctype html><title>通知公告</title>';
const BODY = Buffer.from(PAGE);
const ok = 'HTTP/1.1 200 OK\r\n';

/** What a receiver makes of bytes that come in pieces, then the end of the connection. */
async function parse(pieces: readonly (string | Buffer)[]) {
  const receiver = new Receiver({
    url: 'http://127.0.0.1/',
    headers: [],
    maxBytes: 1_000_000,
    maxOtherBytes: 1_000_000,
    openMs: 5000,
    totalMs: 5000,
    signal: undefined,
  });
  const parser = new LenientParser(receiver);
  for (const piece of pieces) parser.feed(Buffer.from(piece as string, 'utf8'));
  parser.end();
  return await receiver.sent;
}

/** Name, the whole answer as sent, the body that a browser shows. */
const readable: [name: string, answer: string, body: string][] = [
  ['bare line feeds', `HTTP/1.1 200 OK\nContent-Length: ${BODY.length}\n\n${PAGE}`, PAGE],
  ['no reason', `HTTP/1.1 200\r\nContent-Length: ${BODY.length}\r\n\r\n${PAGE}`, PAGE],
  ['empty lines before it', `\r\n\r\n${ok}\r\n${PAGE}`, PAGE],
  ['a line without a colon', `${ok}nonsense\r\n\r\n${PAGE}`, PAGE],
  ['a space before the colon', `${ok}Content-Length : ${BODY.length}\r\n\r\n${PAGE}xx`, PAGE],
  ['a continued line', `${ok}X-A: b\r\n c\r\n\r\n${PAGE}`, PAGE],
  ['a length too short', `${ok}Content-Length: 4\r\n\r\n${PAGE}`, '<!do'],
  ['two lengths', `${ok}Content-Length: 4\r\nContent-Length: 9\r\n\r\n${PAGE}`, PAGE],
  ['100 before it', `HTTP/1.1 100 Continue\r\n\r\n${ok}\r\n${PAGE}`, PAGE],
  ['103 before it', `HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n${ok}\r\n${PAGE}`, PAGE],
  ['no head at all', PAGE, PAGE],
  [
    'chunks',
    `${ok}Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n`,
    'abcde',
  ],
  ['chunks with bare line feeds', `${ok}Transfer-Encoding: chunked\r\n\r\n3\nabc\n0\n\n`, 'abc'],
  ['chunks that are none', `${ok}Transfer-Encoding: chunked\r\n\r\n${PAGE}`, PAGE],
  ['a trailer of garbage', `${ok}Transfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n???`, 'a'],
];

for (const [name, answer, body] of readable) {
  test(`an answer with ${name} is read, in one piece or byte by byte`, async () => {
    const bytes = Buffer.from(answer);
    for (const pieces of [[bytes], [...bytes].map((byte) => Buffer.of(byte))]) {
      const sent = await parse(pieces);
      assert.ok('answer' in sent);
      assert.equal(sent.answer.status, 200);
      assert.equal(sent.answer.cut, null);
      assert.equal(sent.answer.body.toString(), body);
    }
  });
}

test('chunks that break are a body broken off', async () => {
  const sent = await parse([`${ok}Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nzz\r\n`]);
  assert.ok('answer' in sent);
  assert.equal(sent.answer.cut, 'broken');
  assert.equal(sent.answer.body.toString(), 'abc');
});

test('what is no answer is a failure', async () => {
  for (const [answer, why] of [
    ['', 'reset'],
    ['HTTP/1.1 200 OK\r\nContent-T', 'reset'],
    ['SSH-2.0-OpenSSH_9.6\r\n', 'protocol'],
    [`HTTP/1.1 200 OK\r\nX: ${'x'.repeat(300_000)}`, 'budget'],
    ['HTTP/1.1 100 Continue\r\n\r\n'.repeat(20_000), 'budget'],
    ['HTTP/1.1 OK\r\n\r\n', 'protocol'],
  ] as const) {
    const sent = await parse([answer]);
    assert.ok('error' in sent && sent.error instanceof Error && 'why' in sent.error);
    assert.equal(sent.error.why, why, answer.slice(0, 30));
  }
});

test('any bytes, in any pieces, come to one end', async () => {
  const piece = fc.oneof(
    fc.string({ maxLength: 30 }),
    fc.constantFrom(ok, '\r\n\r\n', '\n', 'Transfer-Encoding: chunked\r\n', '5\r\n', '0\r\n\r\n'),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
      const sent = await parse(pieces);
      assert.ok('answer' in sent || 'error' in sent);
    }),
    { numRuns: 300 },
  );
});
