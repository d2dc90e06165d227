import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Refusal, type RefusalCode } from '#base/refusal.ts';
import { diskRefusal } from './disk-refusal.ts';
import { createRunFolder, listRunFiles, openRunFolder } from './run-folder.ts';
import { sampleSettings, temporaryFolder } from './testing/sample-run.ts';

function refuses(code: RefusalCode) {
  return (error: unknown) => error instanceof Refusal && error.code === code;
}

test('a run is opened with the settings it was made with', (context) => {
  const dir = join(temporaryFolder(context), 'run');
  createRunFolder(dir, sampleSettings());
  assert.deepEqual(openRunFolder(dir).settings, sampleSettings());
});

test('an empty folder may become a run, one that holds anything may not', (context) => {
  const dir = temporaryFolder(context);
  createRunFolder(dir, sampleSettings());
  assert.throws(() => createRunFolder(dir, sampleSettings()), refuses('out-not-empty'));
});

test('a folder without parent, a file, and a folder of nobody are refused', (context) => {
  const dir = temporaryFolder(context);
  writeFileSync(join(dir, 'file'), '');
  const make = (name: string) => () => createRunFolder(join(dir, name), sampleSettings());
  assert.throws(make('no/such'), refuses('out-parent-missing'));
  assert.throws(make('file'), refuses('out-not-folder'));
  assert.throws(make('file/run'), refuses('out-parent-missing'));
  if (!existsSync('/proc/self')) return;
  const nowhere = () => createRunFolder('/proc/xunwang-run', sampleSettings());
  assert.throws(nowhere, refuses('out-not-writable'));
});

test('what is no run, damaged or newer is refused', (context) => {
  const dir = temporaryFolder(context);
  const open = () => openRunFolder(dir);
  assert.throws(() => openRunFolder(join(dir, 'none')), refuses('run-missing'));
  assert.throws(open, refuses('run-not-a-run'));
  const settings = (text: string) => writeFileSync(join(dir, 'run.json'), text);
  settings('{"schema":"xunwang-run/1"');
  assert.throws(open, refuses('run-damaged'));
  settings('null');
  assert.throws(open, refuses('run-damaged'));
  settings(JSON.stringify({ schema: 'something/1' }));
  assert.throws(open, refuses('run-damaged'));
  settings(JSON.stringify({ ...sampleSettings(), schema: 'xunwang-run/2', engine: '9.0.0' }));
  assert.throws(open, (error) => refuses('run-newer')(error) && /9\.0\.0/.test(String(error)));
});

test('files are written whole, listed, read and removed', (context) => {
  const folder = createRunFolder(join(temporaryFolder(context), 'run'), sampleSettings());
  assert.equal(folder.read('circular.docx'), null);
  folder.write('circular.docx', Uint8Array.of(1, 2, 3));
  folder.write('sites/a/findings.json', '[]\n');
  folder.write('sites/a/findings.json', '[1]\n');
  assert.deepEqual(folder.read('circular.docx'), Buffer.from([1, 2, 3]));
  assert.equal(folder.readText('sites/a/findings.json'), '[1]\n');
  writeFileSync(join(folder.dir, 'result.json.part'), 'half');
  assert.deepEqual(listRunFiles(folder), ['circular.docx', 'run.json', 'sites/a/findings.json']);
  folder.remove('circular.docx');
  assert.equal(folder.has('circular.docx'), false);
  assert.equal(folder.isFinished(), false);
  folder.finish({ finishedAt: '2019-05-27T02:00:00.000Z', seal: null });
  assert.equal(folder.finished()?.finishedAt, '2019-05-27T02:00:00.000Z');
});

test('a name that leaves the run is a mistake of ours', (context) => {
  const folder = createRunFolder(join(temporaryFolder(context), 'run'), sampleSettings());
  for (const name of ['../x', '/etc/x', 'a//b', '.', '']) {
    assert.throws(() => folder.path(name), /not a name within a run/, name);
  }
});

const needsFullDisk = { skip: existsSync('/dev/full') ? false : 'this system has no /dev/full' };

test('a full disk leaves the old file and no half one', needsFullDisk, (context) => {
  const folder = createRunFolder(join(temporaryFolder(context), 'run'), sampleSettings());
  folder.write('result.json', 'old');
  symlinkSync('/dev/full', folder.path('result.json.part'));
  assert.throws(() => folder.write('result.json', 'new'), refuses('disk-full'));
  assert.equal(folder.readText('result.json'), 'old');
  assert.deepEqual(readdirSync(folder.dir).sort(), ['result.json', 'run.json', 'sites']);
});

test('each way a disk refuses has its own remedy, and our mistakes stay what they are', () => {
  const failed = (code: string) => Object.assign(new Error(code), { code });
  const table: [string, RefusalCode][] = [
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['EFBIG', 'disk-file-too-large'],
    ['EACCES', 'disk-denied'],
    ['EROFS', 'disk-read-only'],
    ['EMFILE', 'disk-too-many-files'],
    ['EIO', 'disk-failed'],
  ];
  for (const [errno, code] of table) {
    assert.ok(refuses(code)(diskRefusal(failed(errno), '/a/b')), errno);
  }
  const ours = new TypeError('no');
  assert.equal(diskRefusal(ours, '/a/b'), ours);
});

test('a folder where a file belongs is refused, not a crash', (context) => {
  const folder = createRunFolder(join(temporaryFolder(context), 'run'), sampleSettings());
  mkdirSync(folder.path('result.json'));
  assert.throws(() => folder.write('result.json', 'x'), refuses('disk-moved'));
});
