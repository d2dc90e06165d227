import { sql } from 'kysely';
import type { Database } from './database/database.ts';

/** How much of something there is just now. */
export interface WorkCount {
  what:
    | 'inspections'
    | 'signals'
    | 'deliveries'
    | 'matter_mails'
    | 'webhook_events'
    | 'watches_late';
  state: string;
  count: number;
}

/** What waits, runs or stands: the numbers that an operator watches. */
export async function countWork(db: Database, now: string): Promise<WorkCount[]> {
  const { rows } = await sql<WorkCount>`
    select 'inspections' as what, state, count(*)::integer as count from inspections
      where state in ('queued', 'running', 'interrupted', 'failed-ours') group by state
    union all
    select 'signals', state, count(*)::integer from signals where cleared_at is null group by state
    union all
    select 'deliveries', state, count(*)::integer from deliveries
      where state <> 'sent' group by state
    union all
    select 'matter_mails', state, count(*)::integer from matter_mails
      where state <> 'sent' group by state
    union all
    select 'webhook_events', state, count(*)::integer from webhook_events
      where state <> 'sent' group by state
    union all
    select 'watches_late', 'late', count(*)::integer from watches
      where due_at + every_ms * interval '1 millisecond' < ${now}::timestamptz
  `.execute(db);
  return rows;
}
