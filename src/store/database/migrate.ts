import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { Refusal } from '#base/refusal.ts';
import { migrations } from '../migrations/index.ts';

/**
 * Brings a database to the newest form, or to that of the migration `to`. Each migration is one
 * transaction; two processes that start together wait for each other. Gives the names that ran.
 */
export async function migrate<T>(db: Kysely<T>, to?: string): Promise<string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => provided() } });
  await refuseNewer(migrator);
  const { error, results = [] } =
    to === undefined ? await migrator.migrateToLatest() : await migrator.migrateTo(to);
  if (error) throw error;
  return results
    .filter(({ status }) => status === 'Success')
    .map(({ migrationName }) => migrationName);
}

/** Names of migrations that are still to run. */
export async function pendingMigrations<T>(db: Kysely<T>): Promise<string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => provided() } });
  const all = await migrator.getMigrations();
  return all.filter(({ executedAt }) => executedAt === undefined).map(({ name }) => name);
}

function provided(): Record<string, Migration> {
  return Object.fromEntries(
    Object.entries(migrations).map(([name, { up }]) => [
      name,
      { up: async (db: Kysely<unknown>) => void (await sql.raw(up).execute(db)) },
    ]),
  );
}

/** A database that a newer program made is left alone: its tables mean what we do not know. */
async function refuseNewer(migrator: Migrator): Promise<void> {
  const known = new Set(Object.keys(migrations));
  const run = await migrator.getMigrations().catch(() => []);
  const newer = run.find(({ name, executedAt }) => executedAt !== undefined && !known.has(name));
  if (newer) throw new Refusal('database-newer', { migration: newer.name });
}
