import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';

/** A file system of its own size, unmounted after the test. */
export interface SmallDisk {
  path: string;
  /** Mounts it anew with other options, contents kept: `size=64m`, `ro`. */
  remount(options: string): void;
}

/** A disk of `size` (`64k`) below a folder; null where nobody lets us mount (no root, a container). */
export function mountSmallDisk(one: TestContext, folder: string, size: string): SmallDisk | null {
  const path = join(folder, 'disk');
  mkdirSync(path);
  const options = ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', path];
  if (process.platform !== 'linux' || run('mount', options) !== 0) {
    one.diagnostic('no file system could be mounted here: the limit on files stands in for it');
    return null;
  }
  one.after(() => run('umount', ['-l', path]));
  return { path, remount: (more) => run('mount', ['-o', `remount,${more}`, path]) };
}

function run(command: string, args: readonly string[]): number | null {
  return spawnSync(command, args, { stdio: 'ignore' }).status;
}
