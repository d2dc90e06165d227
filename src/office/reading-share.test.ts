import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { sha256 } from '#base/hash.ts';
import type { Brought } from '#crawl/courier.ts';
import { ReadingAid } from './reading-aid.ts';
import { ReadingShare } from './reading-share.ts';
import { loadLexicon } from './run-instruments.ts';

const aid = new ReadingAid(() => ({ asOf: '2019-05-27', lexicon: loadLexicon() }));

/** An answer with a page of that number, of so many bytes. */
function answer(number: number, size = 200): Brought {
  const page = `<html><head><title>第${number}页</title></head><body>${number}`.padEnd(size, ' ');
  const bytes = Buffer.from(page);
  return {
    at: '2019-05-27T01:00:00.000Z',
    waitedMs: 0,
    exchange: {
      finalUrl: `http://www.example.gov.cn/${number}.html`,
      via: [],
      outcome: {
        kind: 'answered',
        status: 200,
        contentType: 'text/html',
        bodyHash: sha256(bytes),
        bodyBytes: bytes.length,
        truncated: false,
        insecure: false,
        ms: 1,
      },
      headers: {},
      bytes,
      requestHead: '',
      responseHead: '',
      firstByteMs: 1,
    },
  };
}

function openShare(reader = aid) {
  const done = new Int32Array(new SharedArrayBuffer(4));
  const share = new ReadingShare(done);
  const sent: { number: number; isRead: boolean }[] = [];
  const take = (number: number, mayHold = true, size?: number) => {
    const send = (brought: Brought) =>
      void sent.push({ number, isRead: brought.facts !== undefined });
    share.take({ brought: answer(number, size), purpose: 'page', aid: reader, send }, mayHold);
  };
  return { share, done, sent, take };
}

test('the first answers go to the site unread, the others are read here, in order', async () => {
  const { sent, take } = openShare();
  for (let number = 0; number < 12; number++) take(number);
  assert.deepEqual(
    sent,
    Array.from({ length: 8 }, (_, number) => ({ number, isRead: false })),
  );
  for (let turns = 0; turns < 6; turns++) await turn();
  assert.deepEqual(
    sent.slice(8),
    [8, 9, 10, 11].map((number) => ({ number, isRead: true })),
  );
});

test('what the site has read makes room for the oldest that is held', async () => {
  const { done, sent, take } = openShare();
  for (let number = 0; number < 12; number++) take(number);
  Atomics.add(done, 0, 2);
  for (let turns = 0; turns < 6; turns++) await turn();
  assert.deepEqual(sent.slice(8), [
    { number: 8, isRead: false },
    { number: 9, isRead: false },
    { number: 10, isRead: true },
    { number: 11, isRead: true },
  ]);
});

test('without a core to spare all goes to the site unread', async () => {
  const { sent, take } = openShare();
  for (let number = 0; number < 30; number++) take(number, false);
  await turn();
  assert.deepEqual([sent.length, sent.filter(({ isRead }) => isRead).length], [30, 0]);
});

test('no more is held than a few answers and some megabytes: what comes then is read at once', () => {
  const many = openShare();
  for (let number = 0; number < 40; number++) many.take(number);
  assert.deepEqual([many.sent.length, many.sent.filter(({ isRead }) => isRead).length], [16, 8]);
  const large = openShare();
  for (let number = 0; number < 14; number++) large.take(number, true, 4 << 20);
  assert.deepEqual([large.sent.length, large.sent.filter(({ isRead }) => isRead).length], [11, 3]);
});

test('what was given and never read counts no more once no site is at work', () => {
  const { share, sent, take } = openShare();
  for (let number = 0; number < 8; number++) take(number);
  share.rest();
  for (let number = 8; number < 16; number++) take(number);
  assert.deepEqual([sent.length, sent.filter(({ isRead }) => isRead).length], [16, 0]);
});

test('a page that breaks the reader goes to its site unread: there it ends one inspection', async () => {
  const broken = new ReadingAid(() => {
    throw new Error('a defect of ours');
  });
  const { sent, take } = openShare(broken);
  for (let number = 0; number < 10; number++) take(number);
  for (let turns = 0; turns < 4; turns++) await turn();
  assert.deepEqual([sent.length, sent.filter(({ isRead }) => isRead).length], [10, 0]);
});
