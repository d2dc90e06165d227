import { sql } from 'kysely';
import type { Database } from './database/database.ts';

/**
 * Brings jobs forward that seem to wait for a time to come: none of ours is sent for later, so the
 * database's clock was set back, and they would wait until it has caught up. Jobs that are to be
 * tried again do wait, but never for an hour.
 */
export async function bringJobsForward(db: Database): Promise<void> {
  const { rows } = await sql<{ isThere: boolean }>`
    select to_regclass('queue.job') is not null as "isThere"
  `.execute(db);
  if (!rows[0]?.isThere) return;
  await sql`
    update queue.job set start_after = now()
    where (state = 'created' and start_after > now() + interval '1 minute')
      or (state = 'retry' and start_after > now() + interval '1 hour')
  `.execute(db);
}
