import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
} from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import fc from 'fast-check';
import { WARCParser } from 'warcio';
import { sha256 } from '#base/hash.ts';
import { Refusal } from '#base/refusal.ts';
import { archiveName, archivePath, parseIndexLine } from './archive-index.ts';
import { checkArchive } from './check-archive.ts';
import { loadObservation } from './load-observation.ts';
import { type FactsModel, nextModel, writeFactsLine } from './facts-line.ts';
import { readLines } from './read-lines.ts';
import { readRecord } from './read-record.ts';
import { recoverSiteArchive } from './recover-site-archive.ts';
import { isSiteSealed, openSiteArchive, SiteArchive } from './site-archive.ts';
import { keepSampleVisits, sampleRun, sampleSite, sampleVisit } from './testing/sample-run.ts';

const key = sampleSite.key;
const files = ['warc', 'visits', 'facts', 'index'] as const;

test('an observation comes back as it was kept', async (context) => {
  const folder = sampleRun(context);
  await keepSampleVisits(folder, 40);
  const observation = loadObservation(folder, sampleSite, '2019-05-27');
  const kept = Array.from({ length: 40 }, (_, order) => sampleVisit(order + 1));
  assert.deepEqual(
    observation.visits,
    kept.map(({ visit }) => visit),
  );
  const withFacts = kept.filter(({ facts }) => facts !== null);
  assert.deepEqual(
    observation.facts,
    Object.fromEntries(withFacts.map(({ visit, facts }) => [visit.id, facts])),
  );
  assert.equal(observation.cut.length, 1);
  assert.ok(isSiteSealed(folder, key));
});

test('a site that was never saved is refused', (context) => {
  const folder = sampleRun(context);
  assert.throws(
    () => loadObservation(folder, sampleSite, '2019-05-27'),
    (error) => error instanceof Refusal && error.code === 'site-not-saved',
  );
});

test('a record is read by its visit, its head true for the decoded body', async (context) => {
  const folder = sampleRun(context);
  await keepSampleVisits(folder, 6);
  const record = readRecord(folder, key, 'v000004');
  assert.ok(!('problem' in record));
  assert.equal(record.requestHead, sampleVisit(4).requestHead);
  assert.deepEqual(record.body, sampleVisit(4).bytes);
  assert.match(record.responseHead ?? '', /^HTTP\/1\.1 200 OK\r\n/);
  assert.match(record.responseHead ?? '', /\r\nX-Orig-Content-Encoding: gzip\r\n/);
  assert.match(
    record.responseHead ?? '',
    new RegExp(`\\r\\nContent-Length: ${record.body?.length}\\r\\n`),
  );
  assert.equal(record.outcome, undefined);
});

test('a failed visit keeps its outcome', async (context) => {
  const folder = sampleRun(context);
  await keepSampleVisits(folder, 6);
  const record = readRecord(folder, key, 'v000005');
  assert.ok(!('problem' in record));
  assert.deepEqual(record.outcome, sampleVisit(5).visit.outcome);
  assert.equal(record.body, null);
});

test('a record that is missing or damaged is a problem, not an exception', async (context) => {
  const folder = sampleRun(context);
  await keepSampleVisits(folder, 6);
  const unknown = readRecord(folder, key, 'v999999');
  assert.equal('problem' in unknown && unknown.problem, 'missing');
  const path = archivePath(folder, key, 'warc');
  flipByte(path, statSync(path).size - 30);
  const damaged = readRecord(folder, key, 'v000006');
  assert.equal('problem' in damaged && damaged.problem, 'damaged');
  truncateSync(path, 10);
  const gone = readRecord(folder, key, 'v000006');
  assert.equal('problem' in gone && gone.problem, 'missing');
});

test('another reader of web archives reads back every record and its digests', async (context) => {
  const folder = sampleRun(context);
  await keepSampleVisits(folder, 12);
  const seen: string[] = [];
  const stream = Readable.toWeb(Readable.from([readFileSync(archivePath(folder, key, 'warc'))]));
  for await (const record of new WARCParser(stream as ReadableStream<Uint8Array>)) {
    seen.push(record.warcType ?? '');
    const id = record.warcHeader('WARC-Record-ID') ?? '';
    assert.match(
      id,
      /^<urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}>$/,
    );
    const body = await record.readFully(true);
    if (record.warcType !== 'response') continue;
    assert.equal(record.warcHeader('WARC-Date'), '2019-05-27T01:30:01.250Z');
    assert.equal(record.httpHeaders?.statusCode, 200);
    assert.equal(record.warcHeader('WARC-Payload-Digest'), sha256(body));
    const number = Number(/(\d+)\.html$/.exec(record.warcTargetURI ?? '')?.[1]);
    assert.deepEqual(Buffer.from(body), sampleVisit(number).bytes);
  }
  assert.deepEqual(
    ['warcinfo', 'response', 'metadata', 'request'].map(
      (type) => seen.filter((one) => one === type).length,
    ),
    [1, 10, 2, 12],
  );
});

test('the same visits give the same bytes', async (context) => {
  const [one, two] = [sampleRun(context), sampleRun(context)];
  await keepSampleVisits(one, 50);
  const archive = openSiteArchive(two, key);
  for (let number = 1; number <= 50; number++) {
    await archive.keep(sampleVisit(number));
    if (number % 7 === 0) await archive.flush();
  }
  await archive.close();
  for (const file of files) {
    assert.deepEqual(two.read(archiveName(key, file)), one.read(archiveName(key, file)));
  }
});

test('visits kept all at once are all written, in order', async (context) => {
  const folder = sampleRun(context);
  const archive = openSiteArchive(folder, key);
  const large = Buffer.alloc(3 << 20, 'x');
  const waits = Array.from({ length: 20 }, (_, order) => {
    const kept = sampleVisit(order * 5 + 1);
    return archive.keep({ ...kept, bytes: large, facts: null });
  });
  await Promise.all(waits);
  await archive.flush();
  await archive.keep(sampleVisit(1000));
  await archive.close();
  assert.equal(recoverSiteArchive(folder, key).visits.length, 21);
});

test('whatever a crash leaves, the complete visits are kept and work goes on', async (context) => {
  const whole = sampleRun(context);
  await keepSampleVisits(whole, 14, false);
  const sizes = files.map((file) => statSync(archivePath(whole, key, file)).size);
  const torn = sampleRun(context);
  const cuts = fc.tuple(...sizes.map((size) => fc.integer({ min: 0, max: size })));
  await fc.assert(
    fc.asyncProperty(cuts, fc.boolean(), async (lengths, garbage) => {
      for (const [order, file] of files.entries()) {
        const bytes = whole.read(archiveName(key, file))?.subarray(0, lengths[order]);
        torn.write(archiveName(key, file), bytes ?? '');
        if (garbage) appendFileSync(archivePath(torn, key, file), '\0\0{"');
      }
      const expected = keptAfter(lengths, archivePath(whole, key, 'index'));
      const recovered = recoverSiteArchive(torn, key);
      assert.deepEqual(
        recovered.visits.map((visit) => visit.id),
        Array.from({ length: expected }, (_, order) => sampleVisit(order + 1).visit.id),
      );
      const archive = openSiteArchive(torn, key);
      for (let number = expected + 1; number <= 14; number++)
        await archive.keep(sampleVisit(number));
      await archive.finish();
      for (const file of files) {
        assert.deepEqual(torn.read(archiveName(key, file)), whole.read(archiveName(key, file)));
      }
      assert.deepEqual([...checkArchive(torn, key)], []);
      torn.remove(archiveName(key, 'seal'));
    }),
    { numRuns: 60 },
  );
});

/** How many visits lie wholly within files of these lengths, worked out from the sizes alone. */
function keptAfter(lengths: number[], index: string): number {
  const [warc = 0, visits = 0, facts = 0, indexBytes = 0] = lengths;
  let [count, visitEnd, factsEnd] = [-1, 0, 0];
  let model: FactsModel | null = null;
  for (const line of readLines(index)) {
    const entry = parseIndexLine(line.bytes);
    assert.ok(entry);
    const kept = entry.visit ? sampleVisit(Number(entry.visit.slice(1))) : null;
    visitEnd += kept ? jsonLineBytes(kept.visit) : 0;
    if (kept?.facts) {
      factsEnd += Buffer.byteLength(writeFactsLine(kept.visit.id, kept.facts, model));
      model = nextModel(kept.visit.id, kept.facts, model);
    }
    const last = entry.records.at(-1);
    const warcEnd = last ? last.offset + last.length : 0;
    const isKept =
      line.offset + line.bytes.length <= indexBytes &&
      warcEnd <= warc &&
      visitEnd <= visits &&
      factsEnd <= facts;
    if (!isKept) break;
    count++;
  }
  return Math.max(0, count);
}

function jsonLineBytes(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value)) + 1;
}

test('after a kill -9 at work, at least what was flushed is kept, whole', async (context) => {
  const folder = sampleRun(context);
  const script = join(import.meta.dirname, 'testing', 'keep-until-killed.ts');
  const child = spawn(process.execPath, [script, folder.dir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'exit');
  const { visits } = recoverSiteArchive(folder, key);
  assert.ok(visits.length >= 300);
  assert.deepEqual(visits.at(-1), sampleVisit(visits.length).visit);
  await openSiteArchive(folder, key).finish();
  assert.deepEqual([...checkArchive(folder, key)], []);
});

const needsFullDisk = { skip: existsSync('/dev/full') ? false : 'this system has no /dev/full' };

test(
  'a full disk is a refusal, then and later, and what was kept before stays',
  needsFullDisk,
  async (context) => {
    const folder = sampleRun(context);
    await keepSampleVisits(folder, 10, false);
    const archive = openSiteArchive(folder, key);
    const facts = archivePath(folder, key, 'facts');
    copyFileSync(facts, `${facts}.saved`);
    rmSync(facts);
    symlinkSync('/dev/full', facts);
    await archive.keep(sampleVisit(11));
    const isFull = (error: unknown) => error instanceof Refusal && error.code === 'disk-full';
    await assert.rejects(archive.flush(), isFull);
    await assert.rejects(archive.keep(sampleVisit(12)), isFull);
    await assert.rejects(archive.close(), isFull);
    rmSync(facts);
    copyFileSync(`${facts}.saved`, facts);
    assert.equal(recoverSiteArchive(folder, key).visits.length, 10);
  },
);

test('a site without a single visit can be sealed, checked and loaded', async (context) => {
  const folder = sampleRun(context);
  await openSiteArchive(folder, key).finish();
  assert.deepEqual([...checkArchive(folder, key)], []);
  assert.deepEqual(loadObservation(folder, sampleSite, '2019-05-27').visits, []);
});

test('a sealed archive and a visit kept twice are mistakes of ours', async (context) => {
  const folder = sampleRun(context);
  const archive = openSiteArchive(folder, key);
  assert.ok(archive instanceof SiteArchive);
  await archive.keep(sampleVisit(1));
  await assert.rejects(archive.keep(sampleVisit(1)), /kept before/);
  await archive.finish();
  await archive.close();
  await assert.rejects(archive.keep(sampleVisit(2)), /closed/);
  assert.throws(() => openSiteArchive(folder, key), /sealed/);
});

function flipByte(path: string, at: number): void {
  const bytes = readFileSync(path);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  truncateSync(path, 0);
  appendFileSync(path, bytes);
}
