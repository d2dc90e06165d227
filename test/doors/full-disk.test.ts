import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { callXunwang } from './call-xunwang.ts';
import { mountSmallDisk } from './small-disk.ts';
import { contentsOf, temporaryFolder } from './temporary-folder.ts';
import { serveTinySite } from './tiny-site.ts';

// What a run does on a disk that fills up while it is on stands in resume.test.ts.

const options = ['--allow-net', '127.0.0.0/8', '--recheck', '1x10ms', '--no-pdf', '--lang', 'en'];

test('a disk without room for the first file is named, and no folder is left behind', async (one) => {
  const site = await serveTinySite();
  one.after(() => site.close());
  const disk = mountSmallDisk(one, '8k');
  const out = disk === null ? '/dev/full/out' : join(disk.path, 'out');
  const call = await callXunwang(['inspect', site.homepage, '--out', out, ...options]);
  assert.equal(call.code, 2, call.stderr);
  if (disk === null) assert.match(call.stderr, /parent of the output folder/);
  else assert.match(call.stderr, /The disk is full: cannot write .*make room/);
  assert.equal(existsSync(out), false);
  assert.equal(site.requests(), 0, 'nobody was visited for nothing');
});

test('a folder that may not be written to is named with what the system said', async (one) => {
  const folder = temporaryFolder(one);
  const site = await serveTinySite();
  one.after(() => site.close());
  const out = unwritableFolder(one, folder);
  const call = await callXunwang(['inspect', site.homepage, '--out', out, ...options]);
  assert.equal(call.code, 2, call.stderr);
  assert.ok(call.stderr.includes(out));
  assert.match(call.stderr, /Cannot write to the output folder .* \(E[A-Z]+\)\. Change its permis/);
  assert.equal(site.requests(), 0);
});

/** Root may write everywhere, so for root it is a disk mounted read-only, or the kernel's own. */
function unwritableFolder(one: TestContext, folder: string): string {
  if (process.getuid?.() !== 0) {
    const out = join(folder, 'out');
    mkdirSync(out);
    chmodSync(out, 0o500);
    one.after(() => chmodSync(out, 0o700));
    return out;
  }
  const disk = mountSmallDisk(one, '64k');
  if (disk === null) return '/sys/xunwang-test';
  disk.remount('ro');
  return disk.path;
}

test('a result that cannot be written elsewhere costs the run nothing', async (one) => {
  const folder = temporaryFolder(one);
  const site = await serveTinySite();
  one.after(() => site.close());
  const at = { cwd: folder };
  await callXunwang(['inspect', site.homepage, '--out', 'run', ...options], at);
  const before = contentsOf(join(folder, 'run'));
  for (const [file, says] of [
    ['nowhere/result.json', /nowhere\/result\.json/],
    ['run', /run/],
    ['/dev/full', /Cannot write \/dev\/full \(ENOSPC\)/],
  ] as const) {
    const call = await callXunwang(['score', 'run', '--out', file, '--lang', 'en'], at);
    assert.equal(call.code, 2, `${file}: ${call.stderr}`);
    assert.match(call.stderr, says);
    assert.doesNotMatch(call.stderr, /\n\s+at /);
  }
  assert.deepEqual(contentsOf(join(folder, 'run')), before);
  assert.ok(readdirSync(join(folder, 'run')).includes('result.json'));
});
