import { sql } from 'kysely';
import type { Database } from './database/database.ts';

/** Tables that lists are made of, as migrations 0010 and 0024 group them. */
export type Area = 'register' | 'campaigns' | 'orders' | 'signals' | 'people' | 'deadlines';

/**
 * How often these areas have changed so far. A change is counted behind its statement, before it is
 * committed. So read the count first, then ask whether it `isQuiet`, then read the data: whoever was
 * counted is finished then and seen, and whoever is not will be counted. What was read is all there
 * is for as long as the count stays.
 */
export async function countChanges(db: Database, areas: readonly Area[]): Promise<string> {
  const counts = areas.map(
    (area) => sql`(select last_value from ${sql.table(`changes_of_${area}`)})`,
  );
  const { rows } = await sql<{ count: string }>`
    select concat_ws('/', pg_postmaster_start_time(), ${sql.join(counts)}) as count`.execute(db);
  return rows[0]?.count ?? '';
}

/**
 * Whether no transaction of this database is open that has written anything: each holds the lock of
 * its number, and those that were only prepared are nobody's.
 */
export async function isQuiet(db: Database): Promise<boolean> {
  const { rows } = await sql<{ quiet: boolean }>`
    select not exists (
      select from pg_locks held left join pg_stat_activity by on by.pid = held.pid
      where held.locktype = 'transactionid' and held.granted
        and (held.pid is null or by.datname = current_database())) as quiet`.execute(db);
  return rows[0]?.quiet ?? false;
}
