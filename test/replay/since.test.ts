import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { sha256 } from '#base/hash.ts';
import type { Site } from '#domain/site.ts';
import type { Visit } from '#domain/visit.ts';
import { inspectCity } from '#office/inspect-city.ts';
import { issueCircular } from '#office/issue-circular.ts';
import { verifyRun } from '#office/verify-run.ts';
import { readRecord } from '#store/read-record.ts';
import type { RunFolder } from '#store/run-folder.ts';
import { cityRequest, quietWatch } from '../city/inspect-simulated-city.ts';

// One site inspected three times: whole, then with conditions, then with conditions after one
// page has changed and another has gone.

const pages = new Map([
  [
    '/',
    '<title>某局</title><a href="/a.html">甲</a><a href="/b.html">乙</a><a href="/f.pdf">文件</a>',
  ],
  ['/a.html', '<title>甲</title><p>第一版</p>'],
  ['/b.html', '<title>乙</title><p>一直如此</p>'],
  ['/f.pdf', '%PDF-1.4 文件'],
]);
const answered: [path: string, status: number][] = [];
let parent: string;
let site: Site;

function answer(request: IncomingMessage, response: ServerResponse): void {
  const path = request.url ?? '';
  const page = pages.get(path);
  const etag = `"${sha256(page ?? '').slice(-12)}"`;
  const isSame = page !== undefined && request.headers['if-none-match'] === etag;
  const status = page === undefined ? 404 : isSame ? 304 : 200;
  answered.push([path, status]);
  const type = path.endsWith('.pdf') ? 'application/pdf' : 'text/html; charset=utf-8';
  response.writeHead(status, page === undefined ? {} : { etag, 'content-type': type });
  response.end(status === 200 ? page : '');
}

const server = createServer(answer);

before(async () => {
  parent = mkdtempSync(join(tmpdir(), 'xunwang-since-'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const homepage = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  site = { key: 'site', unit: '某局', homepage, siteIdCode: null, kind: 'department' };
});
after(() => {
  server.closeAllConnections();
  server.close();
  rmSync(parent, { recursive: true, force: true });
});

async function inspect(name: string, since?: string): Promise<RunFolder> {
  answered.length = 0;
  const request = { ...cityRequest, sites: [site], out: join(parent, name), asOf: '2019-05-27' };
  const conditional = since === undefined ? {} : { since: join(parent, since) };
  const { folder, result } = await inspectCity({ ...request, ...conditional }, quietWatch());
  assert.ok(result);
  await issueCircular(folder, result, { brief: null, pdf: false });
  return folder;
}

function visitsOf(folder: RunFolder): Visit[] {
  const lines = readFileSync(folder.path('sites/site/visits.jsonl'), 'utf8').trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as Visit);
}

function visitOf(folder: RunFolder, path: string): Visit {
  const ours = visitsOf(folder).filter(({ url, look }) => look === 0 && url.endsWith(path));
  assert.equal(ours.length, 1, path);
  return ours[0] as Visit;
}

test('what has not changed is not sent again, and all is judged as if it had been', async () => {
  const first = await inspect('first');
  const second = await inspect('second', 'first');
  for (const path of pages.keys()) {
    assert.ok(
      answered.some(([asked, status]) => asked === path && status === 304),
      path,
    );
    const [before, now] = [visitOf(first, path), visitOf(second, path)];
    assert.ok((now.unchangedSince ?? '') >= before.at, 'the newest visit is asked by');
    assert.ok(before.outcome.kind === 'answered' && now.outcome.kind === 'answered');
    assert.deepEqual({ ...now.outcome, ms: 0 }, { ...before.outcome, ms: 0 });
    const record = readRecord(second, 'site', now.id);
    assert.ok(!('problem' in record));
    assert.equal(record.body?.toString(), pages.get(path));
    assert.match(record.responseHead ?? '', /^HTTP\/1\.1 304/);
  }
  const stateOf = (folder: RunFolder) =>
    folder.readResult()?.sites[0]?.findings.map(({ id, state, reason }) => [id, state, reason]);
  assert.deepEqual(stateOf(second), stateOf(first));
  // The folder tells all by itself, also when the earlier one is gone.
  rmSync(join(parent, 'first'), { recursive: true });
  assert.deepEqual(verifyRun(second.dir).doubts, []);
});

test('what has changed or gone is seen as it is, and a chain of runs goes on', async () => {
  pages.set('/a.html', '<title>甲</title><p>第二版</p>');
  pages.delete('/b.html');
  const third = await inspect('third', 'second');
  assert.equal(visitOf(third, '/').unchangedSince !== undefined, true);
  const changed = visitOf(third, '/a.html');
  assert.equal(changed.unchangedSince, undefined);
  assert.ok(changed.outcome.kind === 'answered');
  assert.equal(changed.outcome.bodyHash, sha256(pages.get('/a.html') ?? ''));
  const gone = third.readResult()?.sites[0]?.findings.find(({ url }) => url.endsWith('/b.html'));
  assert.deepEqual([gone?.kind, gone?.state], ['link-dead', 'confirmed']);
  assert.deepEqual(verifyRun(third.dir).doubts, []);
});
