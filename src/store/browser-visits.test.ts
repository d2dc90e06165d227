import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import { WARCParser } from 'warcio';
import { sha256 } from '#base/hash.ts';
import { archivePath, pictureName } from './archive-index.ts';
import { checkArchive, checkRun } from './check-archive.ts';
import { readRecord } from './read-record.ts';
import { type KeptVisit, openSiteArchive } from './site-archive.ts';
import { sealRun } from './seal.ts';
import { sampleRun, sampleSite, sampleVisit } from './testing/sample-run.ts';
import type { RunFolder } from './run-folder.ts';

const key = sampleSite.key;
const picture = Buffer.from('a picture');

/** A sample visit as the browser made it. */
function inBrowser(number: number, purpose: 'page' | 'picture', bytes: Uint8Array): KeptVisit {
  const { visit } = sampleVisit(number);
  assert.ok(visit.outcome.kind === 'answered');
  const contentType = purpose === 'page' ? 'text/html; charset=utf-8' : 'image/jpeg';
  const body = { contentType, bodyHash: sha256(bytes), bodyBytes: bytes.length };
  const outcome = { ...visit.outcome, ...body };
  return {
    visit: { ...visit, purpose, method: 'browser', headers: {}, outcome },
    requestHead: '',
    responseHead: '',
    bytes,
    facts: null,
  };
}

async function keepAll(folder: RunFolder): Promise<void> {
  const archive = openSiteArchive(folder, key);
  await archive.keep(sampleVisit(1));
  await archive.keep(inBrowser(2, 'page', Buffer.from('<p>行</p>')));
  folder.write(pictureName(key, 'v000003'), picture);
  await archive.keep(inBrowser(3, 'picture', picture));
  await archive.finish();
}

test('a document from the browser is a resource that other readers of archives read', async (context) => {
  const folder = sampleRun(context);
  await keepAll(folder);
  const seen: string[] = [];
  const stream = Readable.toWeb(Readable.from([readFileSync(archivePath(folder, key, 'warc'))]));
  for await (const record of new WARCParser(stream as ReadableStream<Uint8Array>)) {
    seen.push(record.warcType ?? '');
    const body = await record.readFully(true);
    if (record.warcType !== 'resource') continue;
    assert.equal(record.warcContentType, 'text/html; charset=utf-8');
    assert.equal(record.warcHeader('WARC-Payload-Digest'), sha256(body));
    assert.equal(Buffer.from(body).toString(), '<p>行</p>');
  }
  assert.deepEqual(seen, ['warcinfo', 'response', 'request', 'resource', 'metadata']);
  const record = readRecord(folder, key, 'v000002');
  assert.ok(!('problem' in record));
  assert.equal(record.body?.toString(), '<p>行</p>');
  assert.equal(record.responseHead, null);
});

test('a picture that was changed or removed is named with its visit', async (context) => {
  const folder = sampleRun(context);
  await keepAll(folder);
  sealRun(folder);
  const problems = () => [...checkArchive(folder, key), ...checkRun(folder)];
  assert.deepEqual(problems(), []);
  const file = pictureName(key, 'v000003');
  const common = { siteKey: key, visit: 'v000003', file, detail: 'not the picture that was taken' };
  folder.write(file, 'another picture');
  assert.deepEqual(problems(), [{ ...common, problem: 'changed' }]);
  folder.remove(file);
  assert.deepEqual(problems(), [{ ...common, problem: 'missing' }]);
});
