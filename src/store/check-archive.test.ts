import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { archiveFiles, archiveName, parseIndexLine } from './archive-index.ts';
import { type ArchiveProblem, checkArchive, checkRun } from './check-archive.ts';
import type { RunFolder } from './run-folder.ts';
import { sealRun } from './seal.ts';
import { openSiteArchive } from './site-archive.ts';
import { keepSampleVisits, sampleRun, sampleSite, sampleVisit } from './testing/sample-run.ts';

const key = sampleSite.key;
const fileKeys = Object.keys(archiveFiles) as (keyof typeof archiveFiles)[];

function bytesOf(folder: RunFolder, name: string): Buffer {
  const bytes = folder.read(name);
  assert.ok(bytes);
  return bytes;
}

/** The problems while one file holds other bytes. */
function problemsWith(folder: RunFolder, name: string, bytes: Uint8Array): ArchiveProblem[] {
  const before = bytesOf(folder, name);
  folder.write(name, bytes);
  const problems = [...checkArchive(folder, key), ...checkRun(folder)];
  folder.write(name, before);
  return problems;
}

async function sealedRun(context: Parameters<typeof sampleRun>[0], visits: number) {
  const folder = sampleRun(context);
  await keepSampleVisits(folder, visits);
  folder.write('result.json', '{"schema":"made up"}\n');
  folder.write(`sites/${key}/findings.json`, '[]\n');
  folder.finish({ finishedAt: '2019-05-27T02:00:00.000Z', seal: sealRun(folder) });
  return folder;
}

test('an untouched run has no problems', async (context) => {
  const folder = await sealedRun(context, 30);
  assert.deepEqual([...checkArchive(folder, key), ...checkRun(folder)], []);
});

test('any flipped bit in any file is noticed', async (context) => {
  const folder = await sealedRun(context, 12);
  const names = [
    ...fileKeys.map((file) => archiveName(key, file)),
    `sites/${key}/findings.json`,
    'run.json',
    'result.json',
    'seal.json',
  ];
  const place = fc.constantFrom(...names).chain((name) => {
    const at = fc.integer({ min: 0, max: bytesOf(folder, name).length - 1 });
    return fc.tuple(fc.constant(name), at, fc.integer({ min: 1, max: 255 }));
  });
  fc.assert(
    fc.property(place, ([name, at, mask]) => {
      const bytes = Buffer.from(bytesOf(folder, name));
      bytes[at] = (bytes[at] ?? 0) ^ mask;
      assert.notEqual(problemsWith(folder, name, bytes).length, 0, `${name} at ${at}`);
    }),
    { numRuns: 500 },
  );
});

test('any deleted, doubled or swapped line is noticed', async (context) => {
  const folder = await sealedRun(context, 12);
  for (const file of ['visits', 'facts', 'index'] as const) {
    const name = archiveName(key, file);
    const lines = bytesOf(folder, name).toString().split('\n').slice(0, -1);
    for (const [at, line] of lines.entries()) {
      const tampered = [
        lines.toSpliced(at, 1),
        lines.toSpliced(at, 0, line),
        at > 0 ? lines.toSpliced(at - 1, 2, line, lines[at - 1] ?? '') : [],
      ];
      for (const [way, rest] of tampered.entries()) {
        const problems = problemsWith(folder, name, Buffer.from(`${rest.join('\n')}\n`));
        assert.notEqual(problems.length, 0, `${file}, line ${at + 1}, way ${way}`);
      }
    }
  }
});

test('a changed line of visits or facts names its visit', async (context) => {
  const folder = await sealedRun(context, 12);
  for (const file of ['visits', 'facts'] as const) {
    const name = archiveName(key, file);
    const text = bytesOf(folder, name).toString().replace('/list/7.html', '/list/8.html');
    const problems = problemsWith(folder, name, Buffer.from(text));
    assert.deepEqual(
      problems.map(({ visit, file: where, problem }) => [visit, where, problem]),
      [['v000007', name, 'changed']],
    );
  }
});

test('a removed evidence record is named, and only that one', async (context) => {
  const folder = await sealedRun(context, 12);
  const name = archiveName(key, 'warc');
  const warc = bytesOf(folder, name);
  const lines = bytesOf(folder, archiveName(key, 'index')).toString().split('\n').slice(1, -1);
  for (const line of lines) {
    const entry = parseIndexLine(Buffer.from(line));
    const first = entry?.records[0];
    assert.ok(entry && first);
    const rest = Buffer.concat([
      warc.subarray(0, first.offset),
      warc.subarray(first.offset + first.length),
    ]);
    const named = problemsWith(folder, name, rest).filter(({ visit }) => visit !== null);
    assert.deepEqual(
      named.map(({ visit, problem }) => [visit, problem]),
      [[entry.visit, 'missing']],
    );
  }
});

test('a changed evidence record names its visit, and only that one', async (context) => {
  const folder = await sealedRun(context, 12);
  const name = archiveName(key, 'warc');
  for (const line of bytesOf(folder, archiveName(key, 'index'))
    .toString()
    .split('\n')
    .slice(1, -1)) {
    const entry = parseIndexLine(Buffer.from(line));
    const record = entry?.records[0];
    assert.ok(entry && record);
    const bytes = Buffer.from(bytesOf(folder, name));
    const at = record.offset + Math.floor(record.length / 2);
    bytes[at] = (bytes[at] ?? 0) ^ 4;
    assert.deepEqual(
      problemsWith(folder, name, bytes).map(({ visit, problem }) => [visit, problem]),
      [[entry.visit, 'changed']],
    );
  }
});

test('a visit may not name another body than the archive holds', async (context) => {
  const folder = sampleRun(context);
  const archive = openSiteArchive(folder, key);
  await archive.keep({ ...sampleVisit(1), bytes: Buffer.from('another body') });
  await archive.finish();
  assert.deepEqual(
    [...checkArchive(folder, key)].map(({ visit, problem }) => [visit, problem]),
    [['v000001', 'disagrees']],
  );
});

test('an archive that was never sealed, and a removed file, are problems', async (context) => {
  const folder = await sealedRun(context, 12);
  for (const file of fileKeys) {
    const name = archiveName(key, file);
    const before = bytesOf(folder, name);
    folder.remove(name);
    assert.ok([...checkArchive(folder, key)].some((problem) => problem.file === name));
    folder.write(name, before);
  }
  folder.remove('result.json');
  assert.deepEqual(
    [...checkRun(folder)].map(({ file, problem }) => [file, problem]),
    [['result.json', 'missing']],
  );
});

test('a seal written anew over other results does not match the finished mark', async (context) => {
  const folder = await sealedRun(context, 3);
  folder.write('result.json', '{"schema":"another"}\n');
  sealRun(folder);
  assert.deepEqual(
    [...checkRun(folder)].map(({ file, problem }) => [file, problem]),
    [['seal.json', 'changed']],
  );
});
