import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { present } from '#base/assert.ts';
import { serveHttp } from '#crawl/testing/loopback.ts';
import { capturePage, type CaptureTerms } from './capture-page.ts';
import { verifyRun } from './verify-run.ts';

const evidenceDir = mkdtempSync(join(tmpdir(), 'xunwang-capture-'));
const terms: CaptureTerms = { allowNet: ['127.0.0.0/8'], contact: null, browser: 'auto' };
const desk = { evidenceDir, now: () => new Date().toISOString() };
const watch = {
  now: desk.now,
  wait: () => Promise.resolve(),
  signal: new AbortController().signal,
  report: () => undefined,
};
const asked: string[] = [];
const site = await serveHttp((request, response) => {
  asked.push(request.url ?? '');
  const isBrowser = /Chrome/.test(request.headers['user-agent'] ?? '');
  if (request.url === '/wall' && !isBrowser) return void response.writeHead(412).end('');
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(`<!doctype html><title>招商动态</title><h1>招商动态</h1><p>电话0715-0000000，
    ${'本页内容较长。'.repeat(40)}</p><a href="/other">其他</a>`);
});
after(async () => {
  await site.close();
  rmSync(evidenceDir, { recursive: true, force: true });
});

const take = async (url: string, more: Partial<CaptureTerms> = {}) =>
  present(await capturePage(desk, url, { terms: { ...terms, ...more }, watch }), 'a capture');

test('a page is captured with its text, its picture and a seal that verify holds', async () => {
  const seen = await take(`${site.url}list`);
  assert.equal(seen.failure, null);
  assert.equal(seen.title, '招商动态');
  assert.match(seen.text ?? '', /0715-0000000/);
  assert.deepEqual([...(seen.picture ?? [])].slice(0, 2), [0xff, 0xd8]);
  assert.ok(!asked.includes('/other') && !asked.includes('/robots.txt'), 'nothing else is asked');
  const dir = join(evidenceDir, seen.folder);
  const { doubts, visits } = verifyRun(dir);
  assert.deepEqual(doubts, []);
  assert.ok(visits >= 1);
  const warc = join(dir, 'sites/page/archive.warc.gz');
  const bytes = readFileSync(warc);
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
  writeFileSync(warc, bytes);
  assert.notDeepEqual(verifyRun(dir).doubts, [], 'a changed byte is noticed');
});

test('a page that answers only to browsers is rendered', async () => {
  const seen = await take(`${site.url}wall`);
  assert.equal(seen.visit?.method, 'browser');
  assert.equal(seen.failure, null);
  assert.equal(seen.title, '招商动态');
  assert.deepEqual(verifyRun(join(evidenceDir, seen.folder)).doubts, []);
});

test('what cannot be seen says why: no such host, and an address that is private', async () => {
  const gone = await take('http://nowhere.invalid/');
  assert.equal(gone.failure, 'dns');
  assert.equal(gone.picture, null);
  const before = asked.length;
  const inner = await take(`${site.url}list`, { allowNet: [] });
  assert.equal(inner.failure, 'forbidden-address');
  assert.equal(inner.text, null);
  assert.equal(asked.length, before, 'the private host was not asked');
  assert.deepEqual(verifyRun(join(evidenceDir, inner.folder)).doubts, []);
});
