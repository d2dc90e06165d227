/**
 * Starts the server that tests share and ends it, data and all, once nobody has used it for a
 * while. If another keeper is in charge, ends at once. Called with the folder of the server.
 */
import { rename, rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { openPostgres } from '../postgres/open-postgres.ts';
import { USERS_LOCK } from './shared-server.ts';

const IDLE_SECONDS = 15;

const folder = process.argv[2] ?? '';
const server = await openPostgres(
  { dataDir: folder },
  {
    mayLose: true,
    settings: {
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      max_connections: '200',
      max_wal_size: '2GB',
    },
  },
);
if (server.isOurs) {
  server.onExit(() => process.exit(1));
  await untilUnused(server.url);
  // Away first, so that whoever comes now starts another one in a folder of its own.
  const gone = `${folder}-gone-${process.pid}`;
  await rename(folder, gone);
  await server.stop();
  await rm(gone, { recursive: true, force: true });
}
process.exit(0);

/** Returns with the lock held: nobody can become a user any more. */
async function untilUnused(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url.replace('/xunwang?', '/postgres?') });
  client.on('error', () => undefined);
  await client.connect();
  for (let idleSeconds = 0; ; idleSeconds++) {
    const { rows } = await client.query('select pg_try_advisory_lock($1) as alone', [USERS_LOCK]);
    if (rows[0].alone && idleSeconds >= IDLE_SECONDS) return;
    if (rows[0].alone) await client.query('select pg_advisory_unlock($1)', [USERS_LOCK]);
    else idleSeconds = 0;
    await sleep(1000);
  }
}
