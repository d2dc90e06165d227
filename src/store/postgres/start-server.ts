import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal } from '#base/refusal.ts';
import type { Cluster } from './cluster.ts';
import { serverEnvironment } from './create-cluster.ts';
import type { Binaries } from './embedded-binaries.ts';
import { handFolders } from './hand-folders.ts';
import { mendStalePid, serverState } from './running-server.ts';
import { lastLogLines } from './server-log.ts';
import { serverArguments } from './server-settings.ts';

/** What is going on while a caller waits. */
export type StartStep = 'preparing' | 'creating' | 'starting' | 'waiting';

/** Recovery after a crash reads at most `max_wal_size` again; slow disks get their time. */
export const MAX_START_MS = 120_000;
const LOOK_MS = 40;
const TRANSIENT =
  /lock file ".*" (?:already exists|is empty)|pre-existing shared memory block|is starting up|shutdown request/;

/**
 * Gets a server of this folder to answer: the one that runs, or a new one. Whether it is ours is
 * PostgreSQL's to say: it lets one server into a data folder, and who is second joins the first.
 */
export async function startOrJoin(
  cluster: Cluster,
  binaries: Binaries,
  progress: (step: StartStep) => void,
): Promise<ChildProcess | null> {
  const until = performance.now() + MAX_START_MS;
  let child: ChildProcess | null = null;
  for (let round = 0; performance.now() < until; round++) {
    const hasEnded = child !== null && hasExited(child);
    const state = await serverState(cluster);
    if (state === 'answers') return child !== null && !hasExited(child) ? child : null;
    if (state === 'busy' && round % 25 === 24) progress('waiting');
    if (state === 'none' && child !== null && hasEnded && !maySucceedLater(cluster, child)) break;
    if (state === 'none' && (child === null || hasEnded)) {
      if (hasEnded) await sleep(10 * LOOK_MS);
      mendStalePid(cluster);
      progress('starting');
      child = spawnServer(cluster, binaries);
    }
    await sleep(LOOK_MS);
  }
  const folder = cluster.folder;
  if (child !== null && hasExited(child)) {
    throw new Refusal('postgres-start-failed', { folder, log: lastLogLines(cluster) });
  }
  child?.kill('SIGQUIT');
  const seconds = MAX_START_MS / 1000;
  throw new Refusal('postgres-start-slow', { folder, seconds, log: lastLogLines(cluster) });
}

/** Own session, so that Ctrl-C reaches us alone and we end it in order. */
function spawnServer(cluster: Cluster, binaries: Binaries): ChildProcess {
  rmSync(cluster.startLog, { force: true });
  const log = openSync(cluster.startLog, 'wx', 0o600);
  const handed = handFolders([cluster.data, cluster.socketFolder]);
  const [data = cluster.data, socket = cluster.socketFolder] = handed.paths;
  try {
    const child = spawn(join(binaries.folder, 'bin', 'postgres'), serverArguments(data, socket), {
      cwd: '/',
      env: serverEnvironment,
      detached: true,
      stdio: ['ignore', log, log, ...handed.descriptors],
      ...(cluster.uid === null ? {} : { uid: cluster.uid, gid: cluster.uid }),
    });
    child.on('error', () => undefined);
    child.unref();
    return child;
  } finally {
    handed.close();
    closeSync(log);
  }
}

function hasExited(child: ChildProcess): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
}

/** Whoever ends a server from outside: a person, `stop` of another starter, want of memory. */
const ENDED_FROM_OUTSIDE = new Set<NodeJS.Signals>(['SIGKILL', 'SIGTERM', 'SIGINT', 'SIGQUIT']);

/**
 * Another start was first (whose log then took the place of ours), processes of a killed server
 * still end, or this one was ended while it started: then trying again helps.
 */
function maySucceedLater(cluster: Cluster, child: ChildProcess): boolean {
  if (child.pid === undefined) return false;
  if (child.exitCode === 0) return true;
  if (child.signalCode !== null) return ENDED_FROM_OUTSIDE.has(child.signalCode);
  const log = lastLogLines(cluster);
  return log === '' || TRANSIENT.test(log);
}
