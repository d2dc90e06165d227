import { spawn } from 'node:child_process';
import {
  appendFileSync,
  chownSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Refusal } from '#base/refusal.ts';
import { errnoOf } from '#store/disk-refusal.ts';
import { chownTree, type Cluster } from './cluster.ts';
import type { Binaries } from './embedded-binaries.ts';
import { handFolders } from './hand-folders.ts';
import { tuningText } from './server-settings.ts';

/** `initdb` wants an account with a name; the data is handed to the server's own afterwards. */
const NOBODY = 65_534;
const MAX_INITDB_MS = 120_000;
/** What a killed first start left behind is surely nobody's after this. */
const ABANDONED_MS = 600_000;

/** Settings beyond ours, and whether the data need not outlive the machine (tests). */
export interface ClusterOptions {
  settings?: Readonly<Record<string, string>>;
  mayLose?: boolean;
}

/**
 * Makes the data folder under a name of its own and puts it in place whole; if another process was
 * first, theirs stands.
 *
 * C.UTF-8 sorts and compares the same on every machine, and knows Chinese letters for letters,
 * which `pg_trgm` needs. `trust` on the socket is safe because the socket's folder lets nobody in
 * but our account, the server's and root; a password file would be guarded by the same right.
 */
export async function createCluster(
  cluster: Cluster,
  binaries: Binaries,
  options: ClusterOptions,
): Promise<void> {
  removeAbandoned(cluster.folder);
  const partial = `${cluster.data}.new-${process.pid}`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { mode: 0o700 });
  if (cluster.uid !== null) chownSync(partial, NOBODY, NOBODY);
  const error = await initdb(partial, cluster, binaries, options);
  if (error !== null) {
    rmSync(partial, { recursive: true, force: true });
    throw new Refusal('postgres-start-failed', { folder: cluster.folder, log: error });
  }
  appendFileSync(join(partial, 'postgresql.conf'), tuningText(options.settings ?? {}));
  if (cluster.uid !== null) chownTree(partial, cluster.uid);
  try {
    renameSync(partial, cluster.data);
  } catch (failure) {
    rmSync(partial, { recursive: true, force: true });
    if (errnoOf(failure) !== 'ENOTEMPTY' && errnoOf(failure) !== 'EEXIST') throw failure;
  }
}

/** What went wrong, or null. */
async function initdb(
  target: string,
  cluster: Cluster,
  binaries: Binaries,
  options: ClusterOptions,
): Promise<string | null> {
  const handed = handFolders([target]);
  const child = spawn(
    join(binaries.folder, 'bin', 'initdb'),
    [
      '--pgdata',
      handed.paths[0] ?? target,
      '--username=xunwang',
      '--auth=trust',
      '--data-checksums',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      `--locale=${process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'}`,
      '--no-instructions',
      ...(options.mayLose ? ['--no-sync'] : []),
    ],
    {
      cwd: '/',
      env: serverEnvironment,
      stdio: ['ignore', 'ignore', 'pipe', ...handed.descriptors],
      timeout: MAX_INITDB_MS,
      ...(cluster.uid === null ? {} : { uid: NOBODY, gid: NOBODY }),
    },
  );
  handed.close();
  const ended = new Promise<string | null>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(code === 0 ? null : `initdb: ${code ?? signal}`));
  });
  const [said, why] = await Promise.all([child.stderr ? text(child.stderr) : '', ended]);
  return why === null ? null : `${said.trim()}\n${why}`.trim();
}

/** No variable of the caller (`PGDATA`, `PGPORT`, a locale) may change what the server does. */
export const serverEnvironment: NodeJS.ProcessEnv = {
  PATH: '/usr/bin:/bin',
  TZ: 'UTC',
  LC_ALL: 'C.UTF-8',
};

function removeAbandoned(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (!name.startsWith('cluster.new-')) continue;
    const age = Date.now() - statSync(join(folder, name)).mtimeMs;
    if (age > ABANDONED_MS) rmSync(join(folder, name), { recursive: true, force: true });
  }
}
