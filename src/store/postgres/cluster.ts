import { constants, lchownSync, lstatSync, readdirSync } from 'node:fs';
import { lstat, mkdir, mkdtemp, open, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal } from '#base/refusal.ts';
import { errnoOf } from '#store/disk-refusal.ts';

/** The folder of an embedded server and what belongs to it. */
export interface Cluster {
  /** As the caller names it. */
  folder: string;
  /** PostgreSQL's own data folder. */
  data: string;
  /** Holds the socket, for our account and the server's alone. */
  socketFolder: string;
  /** What the server says before it opens its own log. */
  startLog: string;
  /** Names the process that started the server. */
  ownerFile: string;
  /** The account that runs the server when we are root, otherwise null: our own. */
  uid: number | null;
}

/**
 * An account of no person and no other program: the browser runs as nobody, and whoever breaks out
 * of it must not find the database its own.
 */
const SERVER_UID = 54_318;
/** The kernel takes 108 bytes on Linux and 104 elsewhere. */
const MAX_SOCKET_PATH_BYTES = 100;
const SETTLE_MS = 100;
const SOCKET_NAME = '.s.PGSQL.5432';

/** Makes the folder around the data, and finds or makes the folder of the socket. */
export async function clusterOf(folder: string): Promise<Cluster> {
  const data = join(folder, 'cluster');
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const uid = process.getuid?.() === 0 ? await serverUid(data) : null;
    return {
      folder,
      data,
      socketFolder: await socketFolder(folder, uid),
      startLog: join(folder, 'start.log'),
      ownerFile: join(folder, 'owner.json'),
      uid,
    };
  } catch (error) {
    const errno = errnoOf(error);
    if (errno !== 'EACCES' && errno !== 'EPERM') throw error;
    throw new Refusal('postgres-folder-denied', { folder, errno });
  }
}

/** Address of a database on the cluster's socket. */
export function socketUrl(cluster: Cluster, database: string): string {
  const host = encodeURIComponent(cluster.socketFolder);
  return `postgresql://xunwang@/${database}?host=${host}&port=5432`;
}

/** Version in the data folder, or null when there is none yet. */
export async function dataVersion(cluster: Cluster): Promise<number | null> {
  try {
    return Number.parseInt(await readFile(join(cluster.data, 'PG_VERSION'), 'utf8'), 10);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return null;
    throw new Refusal('postgres-folder-denied', {
      folder: cluster.folder,
      errno: errnoOf(error) ?? '',
    });
  }
}

/** Gives a folder and all in it to an account. */
export function chownTree(path: string, uid: number): void {
  lchownSync(path, uid, uid);
  if (!lstatSync(path).isDirectory()) return;
  for (const name of readdirSync(path)) chownTree(join(path, name), uid);
}

/** Data that an ordinary account made stays its own when root comes along. */
async function serverUid(data: string): Promise<number> {
  const found = await lstat(data).catch(() => null);
  return found === null || found.uid === 0 ? SERVER_UID : found.uid;
}

/**
 * `run` beside the data where its name is short enough, else a folder of random name that is
 * written down in `socket-folder`, as everybody who joins must find the same one.
 */
async function socketFolder(folder: string, uid: number | null): Promise<string> {
  const beside = join(folder, 'run');
  if (Buffer.byteLength(join(beside, SOCKET_NAME)) < MAX_SOCKET_PATH_BYTES) {
    await mkdir(beside, { mode: 0o700 }).catch(() => undefined);
    return ours(beside, uid);
  }
  const record = join(folder, 'socket-folder');
  const recorded = await readFile(record, 'utf8').catch(() => null);
  if (recorded !== null && (await isOurs(recorded, uid))) return recorded;
  const fresh = await ours(await shortFolder(), uid);
  await writeFile(record, fresh, { flag: recorded === null ? 'wx' : 'w' }).catch(() => undefined);
  // Of several who start at once after the old folder was swept away, all take the last one's.
  await sleep(SETTLE_MS);
  return readFile(record, 'utf8');
}

async function shortFolder(): Promise<string> {
  for (const base of ['/run', process.env['XDG_RUNTIME_DIR'], tmpdir(), '/tmp']) {
    if (!base || Buffer.byteLength(base) > 50) continue;
    const made = await mkdtemp(join(base, 'xunwang-')).catch(() => null);
    if (made !== null) return made;
  }
  throw new Refusal('postgres-no-socket-folder');
}

/** Hands a folder that we made to the server's account, closed to all others. */
async function ours(folder: string, uid: number | null): Promise<string> {
  const handle = await open(folder, constants.O_DIRECTORY | constants.O_NOFOLLOW);
  try {
    if (uid !== null) await handle.chown(uid, uid);
    await handle.chmod(0o700);
  } finally {
    await handle.close();
  }
  return folder;
}

async function isOurs(folder: string, uid: number | null): Promise<boolean> {
  const found = await lstat(folder).catch(() => null);
  if (found === null) return false;
  const isRight = found.isDirectory() && found.uid === (uid ?? process.getuid?.());
  return isRight && (found.mode & 0o077) === 0;
}
