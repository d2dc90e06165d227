import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';

/** A file system of its own size, unmounted after the test. */
export interface SmallDisk {
  path: string;
  /** Mounts it anew with other options, contents kept: `size=64m`, `ro`. */
  remount(options: string): void;
}

/** A disk of `size` (`64k`); null where nobody lets us mount (no root, a container). */
export function mountSmallDisk(one: TestContext, size: string): SmallDisk | null {
  if (process.platform !== 'linux') return null;
  const path = mkdtempSync(join(tmpdir(), 'xunwang-disk-'));
  const options = ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', path];
  const isMounted = run('mount', options) === 0;
  one.after(() => {
    if (isMounted) run('umount', ['-l', path]);
    rmdirSync(path);
  });
  if (isMounted) return { path, remount: (more) => run('mount', ['-o', `remount,${more}`, path]) };
  one.diagnostic('no file system can be mounted here: another limit stands in for it');
  return null;
}

function run(command: string, args: readonly string[]): number | null {
  return spawnSync(command, args, { stdio: 'ignore' }).status;
}
