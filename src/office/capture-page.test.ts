import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { present } from '#base/assert.ts';
import { serveHttp } from '#crawl/testing/loopback.ts';
import { answerReport } from './answer-report.ts';
import { askByReceipt } from './ask-by-receipt.ts';
import { askCapture } from './ask-capture.ts';
import { assignMatter } from './assign-matter.ts';
import { listDueCaptures } from './attach-capture.ts';
import { captureForReport } from './capture-for-report.ts';
import { capturePage, type CaptureTerms } from './capture-page.ts';
import { submitErrorReport } from './submit-error-report.ts';
import { publicDesk } from './testing/matter-desks.ts';
import { openSampleOffice } from './testing/sample-office.ts';
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

test('a report is captured when it comes in and after the answer, and a failure blocks nobody', async (t) => {
  const office = await openSampleOffice();
  t.after(() => office.close());
  const job = { ...office.desk({ job: 'capture-page' }), evidenceDir };
  const citizen = { ...publicDesk(office), allowNet: ['127.0.0.0/8'] };
  const report = { pageUrl: `${site.url}list`, fault: 'typo' as const, text: '有错字' };
  const { reportId, receipt } = await submitErrorReport(citizen, report);
  const gone = { ...report, pageUrl: 'http://nowhere.invalid/', text: '打不开' };
  const failing = await submitErrorReport(citizen, gone);
  const due = await listDueCaptures(job, { limit: 10 });
  assert.deepEqual(
    due.map(({ when }) => when),
    ['submitted', 'submitted'],
  );
  const way = { terms: { ...terms, browser: 'off' as const }, watch };
  const looked = [];
  for (const one of due) looked.push(await captureForReport(job, one, way));
  assert.deepEqual(looked.toSorted(), ['captured', 'failed']);
  assert.deepEqual(await listDueCaptures(job, { limit: 10 }), []);
  const { unit } = office.places;
  await assignMatter(
    office.desk('inspector'),
    { thing: 'error-report', id: reportId },
    { unitId: unit.id },
  );
  await answerReport(office.desk('editor'), reportId, { truth: 'true', text: '已改' });
  const [again] = await listDueCaptures(job, { limit: 10 });
  assert.equal(again?.when, 'answered');
  await captureForReport(job, present(again, 'a look'), way);
  const seen = await askByReceipt(citizen, receipt);
  assert.ok(seen.thing === 'error-report');
  assert.deepEqual(
    seen.captures.map(({ when, status }) => [when, status]),
    [
      ['submitted', 200],
      ['answered', 200],
    ],
  );
  const other = await askByReceipt(citizen, failing.receipt);
  assert.ok(other.thing === 'error-report');
  assert.equal(other.captures[0]?.failure, 'dns');
  assert.equal(other.state, 'received', 'and it is handled all the same');
  const { folder } = await askCapture(office.db, seen.captures[0]?.id ?? 0);
  assert.deepEqual(verifyRun(join(evidenceDir, present(folder, 'a folder'))).doubts, []);
});
