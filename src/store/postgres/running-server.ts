import {
  chownSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { errnoOf } from '#store/disk-refusal.ts';
import { type Cluster, socketUrl } from './cluster.ts';
import { isAlive } from './process-identity.ts';

/** How it stands with the server of a data folder. */
export type ServerState = 'answers' | 'busy' | 'none';

const ANSWER_MS = 5000;
/** No system numbers its processes so high. */
const NO_PROCESS = 2_147_483_646;
/** A server that starts writes into its lock files at once: what is empty for so long stays so. */
const EMPTY_MS = 1500;
const NO_SUCH_DATABASE = '3D000';

/**
 * `answers`: a client got through. `busy`: one runs that starts, stops, recovers or is full.
 * `none`: nothing runs. The socket is asked first: process numbers of another container mean
 * nothing here, its socket does.
 */
export async function serverState(cluster: Cluster): Promise<ServerState> {
  const why = await connectionError(socketUrl(cluster, 'postgres'));
  if (why === null) return 'answers';
  const code = errnoOf(why);
  if (code !== null && /^[0-9A-Z]{5}$/.test(code) && !code.startsWith('E')) {
    return code === NO_SUCH_DATABASE ? 'answers' : 'busy';
  }
  return runningPid(cluster) === null ? 'none' : 'busy';
}

/** Connects once; the error, or null when a query was answered. */
export async function connectionError(url: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: ANSWER_MS });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return null;
  } catch (error) {
    return error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The number of the server's first process, or null when none of this folder is alive. */
export function runningPid(cluster: Cluster): number | null {
  const pid = recordedPid(join(cluster.data, 'postmaster.pid'));
  return pid !== null && isServerOf(cluster, pid) ? pid : null;
}

/**
 * After kill -9 or a power cut the number in `postmaster.pid` may belong to another program by
 * now, and PostgreSQL would refuse to start. The number is replaced, the file stays: PostgreSQL
 * finds by its other lines whether a process of the dead server still writes. An empty file, of a
 * server that was killed in the moment it made it, would be refused for ever: it goes.
 */
export function mendStalePid(cluster: Cluster): void {
  const socketLock = join(cluster.socketFolder, '.s.PGSQL.5432.lock');
  if (isForeign(cluster, recordedPid(socketLock))) rmSync(socketLock, { force: true });
  const path = join(cluster.data, 'postmaster.pid');
  for (const lock of [socketLock, path]) if (isLeftEmpty(lock)) rmSync(lock, { force: true });
  if (!isForeign(cluster, recordedPid(path))) return;
  const fresh = `${path}.${process.pid}`;
  const lines = readFileSync(path, 'utf8').split('\n');
  writeFileSync(fresh, [String(NO_PROCESS), ...lines.slice(1)].join('\n'), {
    flag: 'wx',
    mode: 0o600,
  });
  if (cluster.uid !== null) chownSync(fresh, cluster.uid, cluster.uid);
  renameSync(fresh, path);
}

/** A living process that is not the server. */
function isForeign(cluster: Cluster, pid: number | null): boolean {
  return pid !== null && isAlive(pid) && !isServerOf(cluster, pid);
}

function isLeftEmpty(path: string): boolean {
  const file = statSync(path, { throwIfNoEntry: false });
  return file?.size === 0 && Date.now() - file.mtimeMs > EMPTY_MS;
}

function recordedPid(path: string): number | null {
  try {
    const line = readFileSync(path, 'utf8').split('\n')[0] ?? '';
    const pid = Number.parseInt(line, 10);
    return pid > 1 ? pid : null;
  } catch {
    return null;
  }
}

/** On Linux a server is known by the folder it works in; elsewhere by being alive. */
function isServerOf(cluster: Cluster, pid: number): boolean {
  if (!isAlive(pid)) return false;
  if (process.platform !== 'linux') return true;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster.data);
  } catch {
    return false;
  }
}
