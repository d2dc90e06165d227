import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

// `npm run console`: builds the console into console/dist, unless that was made from the very
// sources that stand here. `--force` builds in any case.

const root = join(import.meta.dirname, '..');
const dist = join(root, 'console/dist');
const stamp = join(dist, '.built-from');
/** What the build reads: its own folder, the two rooms it shares, the libraries' versions. */
const sources = ['console', 'src/base', 'src/domain', 'package-lock.json'];

/** Builds when there is need; says whether it did. */
export async function buildConsole({ force = false } = {}): Promise<boolean> {
  const now = hashOfSources();
  const before = existsSync(stamp) ? readFileSync(stamp, 'utf8') : null;
  if (!force && before === now) return false;
  const { build } = await import('vite');
  // Made aside and put in place whole: who serves it meanwhile sees the one or the other.
  const aside = `${dist}-${process.pid}`;
  const configFile = join(root, 'console/vite.config.ts');
  await build({ configFile, logLevel: 'warn', build: { outDir: aside } });
  writeFileSync(join(aside, '.built-from'), now);
  rmSync(dist, { recursive: true, force: true });
  renameSync(aside, dist);
  return true;
}

function hashOfSources(): string {
  const hash = createHash('sha256');
  for (const path of sources.flatMap(filesOf)) {
    hash.update(`${relative(root, path)}\0`).update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex');
}

function filesOf(name: string): string[] {
  const path = join(root, name);
  if (!existsSync(path)) return [];
  if (name.includes('.')) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name))
    .filter((file) => !relative(root, file).startsWith(join('console', 'dist')))
    .toSorted();
}

if (import.meta.main) {
  const isBuilt = await buildConsole({ force: process.argv.includes('--force') });
  process.stdout.write(isBuilt ? 'console/dist is built\n' : 'console/dist is up to date\n');
}
