import { createHash, randomBytes } from 'node:crypto';
import type { Socket } from 'node:net';
import type pg from 'pg';
import { reachSharedServer, type SharedServer } from './shared-server.ts';

/** A database of a test's own. */
export interface FreshDatabase {
  url: string;
  drop(): Promise<void>;
}

/** What a database is copied from: prepared once a key, however many test files ask. */
export interface DatabaseTemplate {
  /** Names the state, say a hash of all migrations: another key, another template. */
  key: string;
  /** Fills the empty template; must close its connections. */
  prepare(url: string): Promise<void>;
}

/**
 * An empty database, or a copy of a template, on the one server that all test files share. A
 * forgotten `drop` leaks nothing: the server goes with its data some seconds after its last user.
 */
export async function freshDatabase(template?: DatabaseTemplate): Promise<FreshDatabase> {
  const server = await reachSharedServer();
  const { admin } = server;
  const from = template ? await preparedTemplate(server, template) : 'template1';
  const name = `test_${process.pid}_${randomBytes(6).toString('hex')}`;
  await admin.query(`create database ${name} template ${from}`);
  // A forgotten database must not keep a test process alive.
  streamOf(admin).unref();
  return {
    url: server.urlOf(name),
    drop: async () => {
      streamOf(admin).ref();
      await admin.query(`drop database if exists ${name} with (force)`);
      await admin.end();
    },
  };
}

/** Name of the template's database; whoever comes first under the lock prepares it. */
async function preparedTemplate(
  { admin, urlOf }: SharedServer,
  { key, prepare }: DatabaseTemplate,
): Promise<string> {
  const hash = createHash('sha256').update(key).digest('hex').slice(0, 24);
  const name = `template_${hash}`;
  await admin.query('select pg_advisory_lock(hashtext($1))', [name]);
  try {
    const found = await admin.query('select 1 from pg_database where datname = $1', [name]);
    if (found.rowCount !== 0) return name;
    const unready = `unready_${hash}`;
    await admin.query(`drop database if exists ${unready} with (force)`);
    await admin.query(`create database ${unready}`);
    await prepare(urlOf(unready));
    await admin.query(`alter database ${unready} rename to ${name}`);
    return name;
  } finally {
    await admin.query('select pg_advisory_unlock(hashtext($1))', [name]);
  }
}

function streamOf(client: pg.Client): Socket {
  return (client as unknown as { connection: { stream: Socket } }).connection.stream;
}
