import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { Refusal } from '#base/refusal.ts';
import { ledgerHead, migrationNames } from './backup.ts';
import { isStaged, placeEvidence, refuseFilledEvidence, stageEvidence } from './backup-evidence.ts';
import {
  type BackupManifest,
  MANIFEST_HASH,
  MIGRATION_TABLES,
  SEEDED_TABLES,
  type SavedTable,
  type TellProgress,
} from './backup-format.ts';
import { type CatalogTable, listTables, quoted, quotedTable } from './table-catalog.ts';
import { verifyBackup } from './verify-backup.ts';

export interface RestoreRequest {
  pool: pg.Pool;
  /** The backup's folder. */
  from: string;
  /** Where evidence goes; null when it is kept elsewhere. */
  evidenceDir: string | null;
  /** Brings the empty database to the state after the migration `to`. */
  migrate: (to: string) => Promise<void>;
  progress?: TellProgress;
}

/**
 * Brings a backup back into an empty database and an empty folder. Everything is verified first;
 * rows come back in one transaction, and evidence waits until they are. A restore that fails or is
 * killed at any instant is done again by the same call: before the rows are back, from the
 * beginning; after, by putting the evidence in its place.
 */
export async function restoreBackup(request: RestoreRequest): Promise<BackupManifest> {
  const { pool, from, evidenceDir, progress = () => undefined } = request;
  const backup = await readFile(join(from, MANIFEST_HASH), 'utf8').catch(() => '');
  const isWaiting = evidenceDir !== null && (await isStaged(evidenceDir, backup));
  if (!isWaiting) await refuseFilled(pool, evidenceDir);
  const manifest = await verifyBackup(from, progress);
  if (!isWaiting || !(await holdsRows(pool, manifest))) {
    await refuseFilled(pool, evidenceDir);
    await restoreDatabase(request, manifest, backup);
  }
  if (evidenceDir !== null) await placeEvidence(evidenceDir);
  return manifest;
}

async function refuseFilled(pool: pg.Pool, evidenceDir: string | null): Promise<void> {
  await refuseFilledDatabase(pool);
  if (evidenceDir !== null) await refuseFilledEvidence(evidenceDir);
}

/** Whether the database has just the rows of a backup, so many in each table, and its ledger. */
async function holdsRows(
  pool: pg.Pool,
  { tables, migrations, ledger }: BackupManifest,
): Promise<boolean> {
  const client = await pool.connect();
  try {
    const done = await migrationNames(client);
    if (done.join() !== migrations.join()) return false;
    for (const { name, rows } of tables) {
      const counted = await client.query(`select count(*)::int as n from ${quotedTable(name)}`);
      if (counted.rows[0].n !== rows) return false;
    }
    const head = await ledgerHead(client);
    return head?.number === ledger?.number && head?.hash === ledger?.hash;
  } finally {
    client.release();
  }
}

async function restoreDatabase(
  { pool, from, evidenceDir, migrate, progress = () => undefined }: RestoreRequest,
  manifest: BackupManifest,
  backup: string,
): Promise<void> {
  const last = manifest.migrations.at(-1);
  if (last !== undefined) await migrate(last);
  if (evidenceDir !== null) {
    const total = manifest.evidence.files;
    await stageEvidence(from, evidenceDir, progress, { total, backup });
  }
  const client = await pool.connect();
  let failure: Error | undefined;
  try {
    await client.query('begin');
    await client.query('set local statement_timeout = 0');
    await refuseOtherMigrations(client, manifest);
    await restoreTables(client, from, manifest, progress);
    await client.query('commit');
  } catch (error) {
    failure = error instanceof Error ? error : new Error(String(error));
    throw error;
  } finally {
    // Dropped with its transaction, if anything failed.
    client.release(failure);
  }
}

/** Tables may be there, as migrations make them; rows may not. */
async function refuseFilledDatabase(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    for (const { name } of await listTables(client)) {
      if (MIGRATION_TABLES.has(name) || SEEDED_TABLES.has(name)) continue;
      const { rowCount } = await client.query(`select 1 from ${quotedTable(name)} limit 1`);
      if (rowCount !== 0) throw new Refusal('restore-database-filled', { table: name });
    }
  } finally {
    client.release();
  }
}

async function refuseOtherMigrations(
  client: pg.PoolClient,
  { migrations, engine }: BackupManifest,
): Promise<void> {
  const done = await migrationNames(client);
  const odd = [...migrations, ...done].find(
    (name) => !migrations.includes(name) || !done.includes(name),
  );
  if (odd !== undefined) throw new Refusal('restore-other-migrations', { migration: odd, engine });
}

async function restoreTables(
  client: pg.PoolClient,
  from: string,
  manifest: BackupManifest,
  progress: TellProgress,
): Promise<void> {
  const tables = (await listTables(client)).filter(({ name }) => !MIGRATION_TABLES.has(name));
  const saved = new Map(manifest.tables.map((table) => [table.name, table]));
  for (const { name } of manifest.tables) {
    if (MIGRATION_TABLES.has(name) || tables.some((table) => table.name === name)) continue;
    throw new Refusal('restore-table-unknown', { table: name, engine: manifest.engine });
  }
  const enable = await disableTriggers(client, tables);
  await client.query('set constraints all deferred');
  if (tables.length > 0) {
    await client.query(`truncate ${tables.map(({ name }) => quotedTable(name)).join(', ')}`);
  }
  for (const [index, { name }] of tables.entries()) {
    const table = saved.get(name);
    if (table !== undefined) await restoreTable(client, from, table);
    progress({ step: 'table', name, done: index + 1, total: tables.length });
  }
  await client.query('set constraints all immediate');
  for (const { name, lastValue, isCalled } of manifest.sequences) {
    await client.query('select setval($1::regclass, $2::bigint, $3)', [
      quotedTable(name),
      lastValue,
      isCalled,
    ]);
  }
  for (const statement of enable) await client.query(statement);
}

/**
 * A ledger's own triggers would number and hash the entries anew. Foreign keys stay on, as the
 * owner of a managed server's tables may not switch them off. Gives what switches back.
 */
async function disableTriggers(
  client: pg.PoolClient,
  tables: readonly CatalogTable[],
): Promise<string[]> {
  const { rows } = await client.query<{ table: string; trigger: string; state: string }>(
    `select c.relname::text as table, t.tgname::text as trigger, t.tgenabled::text as state
     from pg_trigger t join pg_class c on c.oid = t.tgrelid
     where not t.tgisinternal and t.tgparentid = 0 and t.tgenabled <> 'D'
       and c.relname = any($1) and c.relnamespace = 'public'::regnamespace`,
    [tables.map(({ name }) => name)],
  );
  const words: Readonly<Record<string, string>> = { A: 'always ', R: 'replica ' };
  for (const { table, trigger } of rows) {
    await client.query(`alter table ${quotedTable(table)} disable trigger ${quoted(trigger)}`);
  }
  return rows.map(
    ({ table, trigger, state }) =>
      `alter table ${quotedTable(table)} enable ${words[state] ?? ''}trigger ${quoted(trigger)}`,
  );
}

async function restoreTable(
  client: pg.PoolClient,
  from: string,
  { name, columns, file, rows }: SavedTable,
): Promise<void> {
  const list = columns.map(quoted).join(', ');
  const target = client.query(copyFrom(`copy ${quotedTable(name)} (${list}) from stdin`));
  await pipeline(createReadStream(join(from, file)), target);
  const counted = await client.query(`select count(*)::text as count from ${quotedTable(name)}`);
  const found = Number(counted.rows[0].count);
  if (found !== rows) {
    throw new Refusal('restore-count-differs', { table: name, found, expected: rows });
  }
}
