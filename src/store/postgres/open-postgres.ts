import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { Refusal } from '#base/refusal.ts';
import { errnoOf } from '#store/disk-refusal.ts';
import { type Cluster, clusterOf, dataVersion, socketUrl } from './cluster.ts';
import { type ClusterOptions, createCluster } from './create-cluster.ts';
import { type Binaries, embeddedBinaries } from './embedded-binaries.ts';
import { identityOf, isSameProcessAlive, type ProcessIdentity } from './process-identity.ts';
import { connectionError, runningPid } from './running-server.ts';
import { pruneLogs } from './server-log.ts';
import { adoptIfOrphan, forgetOwner, noteOwner } from './server-owner.ts';
import { type StartStep, startOrJoin } from './start-server.ts';
import { throughLoss } from './through-loss.ts';

/** A PostgreSQL that answers. */
export interface Postgres {
  url: string;
  /** Whether `stop` stops it: this process started it, or took it over from one that died. */
  isOurs: boolean;
  /** Ends the server in order if it is ours; does nothing to one that is not. */
  stop(): Promise<void>;
  /**
   * Calls once the server is gone and `stop` was not called; call `openPostgres` again then. Never
   * calls for a server named by its address. The returned function ends the watch.
   */
  onExit(listener: () => void): () => void;
}

/** What few callers need: settings of a new data folder, and the steps while one waits. */
export interface OpenOptions extends ClusterOptions {
  progress?: (step: StartStep) => void;
}

const DATABASE = 'xunwang';
const FAST_STOP_MS = 20_000;
const IMMEDIATE_STOP_MS = 5000;
const WATCH_MS = 500;
const PRUNE_MS = 60_000;
const DUPLICATE_DATABASE = new Set(['42P04', '23505']);

/**
 * Checks that the server of an address answers, or gets the embedded one of a data folder to.
 * A server of the folder that runs already is joined; its starter stops it, and when it does, all
 * who joined are cut off, hear it by `onExit` and open again, whereby one of them becomes starter.
 */
export async function openPostgres(
  options: { url: string } | { dataDir: string },
  more: OpenOptions = {},
): Promise<Postgres> {
  return 'url' in options ? openByAddress(options.url) : openEmbedded(options.dataDir, more);
}

async function openByAddress(url: string): Promise<Postgres> {
  const why = await connectionError(url);
  if (why !== null) {
    throw new Refusal('postgres-unreachable', { address: shownAddress(url), detail: wordsOf(why) });
  }
  return { url, isOurs: false, stop: async () => undefined, onExit: () => () => undefined };
}

async function openEmbedded(dataDir: string, more: OpenOptions): Promise<Postgres> {
  const progress = more.progress ?? (() => undefined);
  progress('preparing');
  const binaries = await embeddedBinaries();
  const cluster = await clusterOf(dataDir);
  const version = await dataVersion(cluster);
  if (version === null) {
    progress('creating');
    await createCluster(cluster, binaries, more);
  } else {
    refuseOtherVersion(cluster, binaries, version);
  }
  return await throughLoss(async () => {
    const child = await startOrJoin(cluster, binaries, progress);
    if (child !== null) noteOwner(cluster);
    const isOurs = child !== null || adoptIfOrphan(cluster);
    await createDatabase(cluster);
    return openedServer(cluster, child, isOurs);
  });
}

function refuseOtherVersion(cluster: Cluster, binaries: Binaries, version: number): void {
  if (version === binaries.major) return;
  throw new Refusal('postgres-other-version', {
    folder: cluster.folder,
    found: String(version),
    expected: binaries.major,
  });
}

async function createDatabase(cluster: Cluster): Promise<void> {
  const client = new pg.Client({ connectionString: socketUrl(cluster, 'postgres') });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [
      DATABASE,
    ]);
    if (rowCount === 0) await client.query(`create database ${DATABASE}`);
  } catch (error) {
    if (!DUPLICATE_DATABASE.has(errnoOf(error) ?? '')) throw error;
  } finally {
    await client.end();
  }
}

function openedServer(cluster: Cluster, child: ChildProcess | null, isOurs: boolean): Postgres {
  const pid = child?.pid ?? runningPid(cluster);
  const server = pid === null ? null : identityOf(pid);
  const listeners = new Set<() => void>();
  let isStopping = false;
  let isGone = false;
  const watch = setInterval(() => {
    if (server === null || isRunning(child, server)) return;
    clearInterval(watch);
    clearInterval(pruning);
    isGone = true;
    if (!isStopping) listeners.forEach((listener) => listener());
  }, WATCH_MS);
  watch.unref();
  const pruning = setInterval(() => pruneLogs(cluster), PRUNE_MS);
  pruning.unref();
  pruneLogs(cluster);
  return {
    url: socketUrl(cluster, DATABASE),
    isOurs,
    stop: async () => {
      isStopping = true;
      clearInterval(watch);
      clearInterval(pruning);
      if (!isOurs || server === null) return;
      await endServer(child, server);
      forgetOwner(cluster);
    },
    onExit: (listener) => {
      listeners.add(listener);
      if (isGone && !isStopping) queueMicrotask(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Fast: clients are cut, what is committed is written down. Then ever less politely. */
async function endServer(child: ChildProcess | null, server: ProcessIdentity): Promise<void> {
  const steps: [NodeJS.Signals, number][] = [
    ['SIGINT', FAST_STOP_MS],
    ['SIGQUIT', IMMEDIATE_STOP_MS],
    ['SIGKILL', IMMEDIATE_STOP_MS],
  ];
  for (const [signal, waitMs] of steps) {
    if (!isRunning(child, server)) return;
    try {
      process.kill(server.pid, signal);
    } catch {
      return;
    }
    const until = performance.now() + waitMs;
    while (isRunning(child, server) && performance.now() < until) await sleep(20);
  }
}

function isRunning(child: ChildProcess | null, server: ProcessIdentity): boolean {
  if (child !== null) return child.exitCode === null && child.signalCode === null;
  return isSameProcessAlive(server);
}

/** Without password. */
function shownAddress(url: string): string {
  return url.replace(/\/\/([^/@:]*):[^@]*@/, '//$1:…@');
}

function wordsOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(wordsOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}
