import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { ENGINE } from '#base/engine.ts';
import { sha256 } from '#base/hash.ts';
import { Refusal } from '#base/refusal.ts';
import { diskRefusal } from '#store/disk-refusal.ts';
import { saveEvidence } from './backup-evidence.ts';
import {
  BACKUP_FORMAT,
  type BackupManifest,
  MANIFEST,
  MANIFEST_HASH,
  type SavedSequence,
  type SavedTable,
  type TellProgress,
  writeHashed,
} from './backup-format.ts';
import {
  type CatalogTable,
  listSequences,
  listTables,
  quoted,
  quotedTable,
} from './table-catalog.ts';

export interface BackupRequest {
  pool: pg.Pool;
  /** Folder of evidence; null when it is kept elsewhere. */
  evidenceDir: string | null;
  /** The folder to be made; it must not be there yet. */
  out: string;
  now: Date;
  progress?: TellProgress;
}

/** What of the manifest is read from the database, all of it in one snapshot. */
type DatabasePart = Pick<
  BackupManifest,
  'postgres' | 'migrations' | 'tables' | 'sequences' | 'ledger'
>;

/** Held while a backup is made; who deletes evidence holds it alone. */
export const BACKUP_LOCK = 7_415_004;

/**
 * Writes all tables as they were at one instant, then the evidence, which can only have grown since
 * and so holds all that the tables point to: nothing is deleted from it meanwhile. The folder bears
 * its name once it is complete.
 */
export async function writeBackup(request: BackupRequest): Promise<BackupManifest> {
  const { out, now, progress = () => undefined } = request;
  const partial = `${out}.part`;
  await makeEmpty(out, partial);
  const { saved, evidence } = await whileNothingIsDeleted(request.pool, async () => ({
    saved: await saveDatabase(request.pool, partial, progress),
    evidence: await saveEvidence(request.evidenceDir, partial, progress),
  }));
  const manifest: BackupManifest = {
    format: BACKUP_FORMAT,
    writtenAt: now.toISOString(),
    engine: ENGINE,
    ...saved,
    evidence,
  };
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  try {
    await writeFile(join(partial, MANIFEST), text, { flush: true });
    await writeFile(join(partial, MANIFEST_HASH), `${sha256(text)}\n`, { flush: true });
    await rename(partial, out);
  } catch (error) {
    throw diskRefusal(error, out);
  }
  return manifest;
}

/** Waits for who deletes evidence just now. */
async function whileNothingIsDeleted<T>(pool: pg.Pool, work: () => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let failure: Error | undefined;
  try {
    await client.query('set statement_timeout = 0');
    await client.query('select pg_advisory_lock_shared($1)', [BACKUP_LOCK]);
    return await work();
  } catch (error) {
    failure = error instanceof Error ? error : new Error(String(error));
    throw error;
  } finally {
    // Its own setting and lock end with the connection.
    client.release(failure ?? true);
  }
}

/** What an interrupted backup left is written anew. */
async function makeEmpty(out: string, partial: string): Promise<void> {
  const there = await readdir(out).catch(() => []);
  if (there.length > 0) throw new Refusal('backup-exists', { folder: out });
  try {
    await rm(partial, { recursive: true, force: true });
    await mkdir(partial, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw diskRefusal(error, partial);
  }
}

async function saveDatabase(
  pool: pg.Pool,
  folder: string,
  progress: TellProgress,
): Promise<DatabasePart> {
  const client = await pool.connect();
  let failure: Error | undefined;
  try {
    await client.query('begin isolation level repeatable read read only');
    await client.query("set local statement_timeout = 0; set local lock_timeout = '10s'");
    const tables = await saveTables(client, folder, progress);
    const part = {
      postgres: (await client.query('show server_version')).rows[0].server_version as string,
      migrations: await migrationNames(client),
      tables,
      sequences: await readSequences(client),
      ledger: await ledgerHead(client),
    };
    await client.query('commit');
    return part;
  } catch (error) {
    failure = error instanceof Error ? error : new Error(String(error));
    throw error;
  } finally {
    // A connection amid a failed copy is of no more use to anybody.
    client.release(failure);
  }
}

async function saveTables(
  client: pg.PoolClient,
  folder: string,
  progress: TellProgress,
): Promise<SavedTable[]> {
  const tables = await listTables(client);
  const saved: SavedTable[] = [];
  for (const table of tables) {
    saved.push(await saveTable(client, folder, table));
    progress({ step: 'table', name: table.name, done: saved.length, total: tables.length });
  }
  return saved;
}

async function saveTable(
  client: pg.PoolClient,
  folder: string,
  { name, columns }: CatalogTable,
): Promise<SavedTable> {
  const file = `tables/${encodeURIComponent(name)}.copy`;
  const list = columns.map(quoted).join(', ');
  const rows = client.query(
    copyTo(`copy (select ${list} from ${quotedTable(name)}) to stdout (format text)`),
  );
  const written = await writeHashed(rows, join(folder, file));
  return { name, columns, rows: rows.rowCount, file, ...written };
}

/** Names of the migrations done, oldest first. */
export async function migrationNames(client: pg.ClientBase): Promise<string[]> {
  if (!(await isTable(client, 'kysely_migration'))) return [];
  const { rows } = await client.query<{ name: string }>(
    'select name from public.kysely_migration order by name',
  );
  return rows.map(({ name }) => name);
}

async function readSequences(client: pg.ClientBase): Promise<SavedSequence[]> {
  const sequences: SavedSequence[] = [];
  for (const name of await listSequences(client)) {
    const { rows } = await client.query(
      `select last_value::text as "lastValue", is_called as "isCalled" from ${quotedTable(name)}`,
    );
    sequences.push({ name, ...rows[0] });
  }
  return sequences;
}

/** Number and hash of the last entry, so that a restored ledger can be told from a shortened one. */
export async function ledgerHead(client: pg.ClientBase): Promise<BackupManifest['ledger']> {
  const columns = await client.query(
    `select 1 from information_schema.columns where table_schema = 'public'
     and table_name = 'ledger' and column_name in ('number', 'hash')`,
  );
  if (columns.rowCount !== 2) return null;
  const { rows } = await client.query(
    // By the column: the text of the same name would put 9 after 29.
    'select l.number::text as number, hash from public.ledger l order by l.number desc limit 1',
  );
  const [head] = rows;
  if (head === undefined) return null;
  const hash = Buffer.isBuffer(head.hash) ? head.hash.toString('hex') : String(head.hash);
  return { number: Number(head.number), hash };
}

export async function isTable(client: pg.ClientBase, name: string): Promise<boolean> {
  const { rows } = await client.query('select to_regclass($1) is not null as there', [
    quotedTable(name),
  ]);
  return rows[0].there;
}
