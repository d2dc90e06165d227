import { sql } from 'kysely';
import { BACKUP_LOCK } from '../postgres/backup.ts';
import type { Database } from './database.ts';

/** Does something that no backup may overlap; null, and nothing done, while one is made. */
export async function whileNoBackupIsMade<T>(
  db: Database,
  work: () => Promise<T>,
): Promise<T | null> {
  return await db.connection().execute(async (held) => {
    const { rows } = await sql<{ taken: boolean }>`
      select pg_try_advisory_lock(${BACKUP_LOCK}) as taken
    `.execute(held);
    if (!rows[0]?.taken) return null;
    try {
      return await work();
    } finally {
      await sql`select pg_advisory_unlock(${BACKUP_LOCK})`.execute(held).catch(() => undefined);
    }
  });
}
