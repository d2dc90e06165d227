import assert from 'node:assert/strict';
import { createReadStream } from 'node:fs';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { WARCParser } from 'warcio';
import { sha256 } from '#base/hash.ts';
import { archivePath } from './archive-index.ts';
import { checkArchive } from './check-archive.ts';
import { readRecord } from './read-record.ts';
import { type KeptVisit, openSiteArchive } from './site-archive.ts';
import { sampleRun, sampleSite, sampleVisit } from './testing/sample-run.ts';

const { key } = sampleSite;

/** Two bodies that came gzipped; the packed form of the second fills several stored blocks. */
const bodies = [
  Buffer.from('<title>一</title>'.repeat(200)),
  Buffer.from(Array.from({ length: 60_000 }, (_, n) => (n * 2654435761) >>> 3).join(' ')),
];

function packedVisits(): KeptVisit[] {
  return bodies.map((bytes, index) => {
    const kept = sampleVisit(index + 1);
    const { outcome } = kept.visit;
    assert.ok(outcome.kind === 'answered');
    const visit = {
      ...kept.visit,
      outcome: { ...outcome, bodyHash: sha256(bytes), bodyBytes: bytes.length },
    };
    return { ...kept, visit, bytes, wire: new Uint8Array(gzipSync(bytes)) };
  });
}

test('what came gzipped is archived as it came, and read back as it is', async (context) => {
  const folder = sampleRun(context);
  const archive = openSiteArchive(folder, key);
  const visits = packedVisits();
  for (const kept of visits) await archive.keep(kept);
  archive.keepCut([]);
  await archive.finish();

  assert.ok((visits[1]?.wire?.length ?? 0) > 0xffff);
  for (const [index, { visit, wire }] of visits.entries()) {
    const record = readRecord(folder, key, visit.id);
    assert.ok(!('problem' in record));
    assert.deepEqual(record.body, bodies[index]);
    assert.match(record.responseHead ?? '', new RegExp(`Content-Length: ${wire?.length}\r\n`));
  }
  assert.deepEqual([...checkArchive(folder, key)], []);

  let next = 0;
  for await (const record of new WARCParser(createReadStream(archivePath(folder, key, 'warc')))) {
    const isResponse = record.warcType === 'response';
    const payload = await record.readFully(isResponse);
    if (!isResponse) continue;
    assert.deepEqual(Buffer.from(payload), bodies[next]);
    const packed = visits[next]?.wire ?? new Uint8Array();
    assert.equal(record.warcHeader('WARC-Payload-Digest'), sha256(packed));
    next += 1;
  }
  assert.equal(next, bodies.length);
});
