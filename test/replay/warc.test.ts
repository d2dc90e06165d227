import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { WARCRecord } from 'warcio';
import { sha256 } from '#base/hash.ts';
import type { Visit } from '#domain/visit.ts';
import { verifyRun } from '#office/verify-run.ts';
import { makeSmallRun, type SmallRun } from './small-city.ts';
import { warcRecords } from './warc-records.ts';

// The archives of a whole run, read by a program that is not ours.

let run: SmallRun;
before(async () => {
  run = await makeSmallRun();
});
after(() => run.remove());

function recordsOf(key: string, parseHttp: boolean): AsyncIterable<WARCRecord> {
  return warcRecords(join(run.dir, 'sites', key, 'archive.warc.gz'), parseHttp);
}

function visitsOf(key: string): Visit[] {
  const text = readFileSync(join(run.dir, 'sites', key, 'visits.jsonl'), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Visit);
}

test('warcio reads every record of a run, and each block is what its digest says', async (one) => {
  let count = 0;
  for (const { key } of run.result.sites) {
    const ids = new Set<string | null | undefined>();
    const types = new Map<string, number>();
    for await (const record of recordsOf(key, false)) {
      const block = await record.readFully(false);
      assert.equal(record.warcHeader('WARC-Block-Digest'), sha256(block));
      assert.equal(record.warcHeader('Content-Length'), String(block.length));
      const type = record.warcType ?? '';
      types.set(type, (types.get(type) ?? 0) + 1);
      ids.add(record.warcHeader('WARC-Record-ID'));
      count += 1;
    }
    const visits = visitsOf(key);
    const answered = visits.filter(({ outcome }) => outcome.kind === 'answered').length;
    assert.equal(types.get('warcinfo'), 1);
    assert.equal(types.get('response'), answered);
    assert.equal(types.get('metadata') ?? 0, visits.length - answered);
    assert.equal(types.get('request'), visits.length);
    assert.equal(ids.size, 1 + 2 * visits.length, 'no id is used twice');
  }
  one.diagnostic(`${count} records`);
});

test('warcio finds in the responses what the visits say, byte by byte', async () => {
  for (const { key } of run.result.sites) {
    const answered = visitsOf(key).filter(({ outcome }) => outcome.kind === 'answered');
    let next = 0;
    for await (const record of recordsOf(key, true)) {
      const stored = (await record.readFully(false)) ?? new Uint8Array();
      if (record.warcType !== 'response') continue;
      const body = await record.readFully(true);
      const visit = answered[next++];
      assert.ok(visit?.outcome.kind === 'answered');
      assert.equal(record.warcTargetURI, visit.finalUrl);
      assert.equal(record.warcHeader('WARC-Date'), visit.at);
      assert.equal(record.httpHeaders?.statusCode, visit.outcome.status);
      assert.equal(sha256(body), visit.outcome.bodyHash);
      assert.equal(record.warcHeader('WARC-Payload-Digest'), sha256(stored));
    }
    assert.equal(next, answered.length);
  }
});

test('a run is verified from its archives without a doubt', () => {
  assert.deepEqual(verifyRun(run.dir).doubts, []);
});
