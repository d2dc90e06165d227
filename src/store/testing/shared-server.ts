import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type Cluster, clusterOf, socketUrl } from '../postgres/cluster.ts';
import { hasLivingOwner } from '../postgres/server-owner.ts';

/** Users of the shared server hold it shared; its keeper ends the server when it gets it alone. */
export const USERS_LOCK = 7_101;
const MAX_WAIT_MS = 60_000;
const LOOK_MS = 50;

/** One folder an account: all test processes of all checkouts share it. */
export function sharedServerFolder(): string {
  return join(tmpdir(), `xunwang-tests-${process.getuid?.() ?? 0}`);
}

/** A living connection that keeps the server up, and the addresses of its databases. */
export interface SharedServer {
  admin: pg.Client;
  urlOf(database: string): string;
}

/**
 * Reaches the shared server, starting it by a keeper process of its own (`keep-shared-server.ts`)
 * that outlives us: the first test file may well end before the last one begins. The connection
 * holds the lock of users while it lives, so the server cannot end under a test; one that ends
 * while we knock is waited for and started again.
 */
export async function reachSharedServer(): Promise<SharedServer> {
  const until = Date.now() + MAX_WAIT_MS;
  let keeper: ChildProcess | null = null;
  while (Date.now() < until) {
    const cluster = await clusterOf(sharedServerFolder());
    const admin = await connectAsUser(cluster);
    if (keeper === null || keeper.exitCode !== null) {
      if (admin === null || !hasLivingOwner(cluster)) keeper = startKeeper();
    }
    if (admin !== null) return { admin, urlOf: (database) => socketUrl(cluster, database) };
    await sleep(LOOK_MS);
  }
  throw new Error(`no database for tests:\n${readFileSync(keeperLog(), 'utf8')}`);
}

async function connectAsUser(cluster: Cluster): Promise<pg.Client | null> {
  const client = new pg.Client({ connectionString: socketUrl(cluster, 'postgres') });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select pg_advisory_lock_shared($1)', [USERS_LOCK]);
    return client;
  } catch {
    await client.end().catch(() => undefined);
    return null;
  }
}

function startKeeper(): ChildProcess {
  const log = openSync(keeperLog(), 'a', 0o600);
  const keeper = spawn(
    process.execPath,
    [join(import.meta.dirname, 'keep-shared-server.ts'), sharedServerFolder()],
    { detached: true, stdio: ['ignore', 'ignore', log] },
  );
  closeSync(log);
  keeper.unref();
  return keeper;
}

function keeperLog(): string {
  return `${sharedServerFolder()}-keeper.txt`;
}
