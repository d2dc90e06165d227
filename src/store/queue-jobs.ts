import { sql } from 'kysely';
import type { Instant } from '#base/civil-date.ts';
import type { Database, Tx } from './database/database.ts';

/** How much of one kind waits, runs or was given up. */
export interface QueueSize {
  name: string;
  waiting: number;
  active: number;
  retrying: number;
  failed: number;
  done: number;
  /** Since when the longest waiting one waits. */
  oldest: Instant | null;
}

/** A job that was tried as often as it may be and is parked. */
export interface ParkedJob {
  id: string;
  name: string;
  data: Record<string, unknown>;
  error: string | null;
  tries: number;
  createdAt: Instant;
  failedAt: Instant | null;
}

/** The queue's own tables are made by the first worker: before that there is no queue. */
async function isQueueThere(db: Database): Promise<boolean> {
  const { rows } = await sql<{ isThere: boolean }>`
    select to_regclass('queue.job') is not null as "isThere"
  `.execute(db);
  return rows[0]?.isThere ?? false;
}

/** Every kind of job that was ever sent. */
export async function listQueueSizes(db: Database): Promise<QueueSize[]> {
  if (!(await isQueueThere(db))) return [];
  const { rows } = await sql<QueueSize>`
    select name,
      count(*) filter (where state = 'created')::int as waiting,
      count(*) filter (where state = 'active')::int as active,
      count(*) filter (where state = 'retry')::int as retrying,
      count(*) filter (where state = 'failed')::int as failed,
      count(*) filter (where state = 'completed')::int as done,
      min(created_on) filter (where state in ('created', 'retry')) as oldest
    from queue.job where name not like '\\_\\_%' group by name order by name
  `.execute(db);
  return rows;
}

/** Jobs that were given up, the newest first. */
export async function listParkedJobs(db: Database, limit: number): Promise<ParkedJob[]> {
  if (!(await isQueueThere(db))) return [];
  const { rows } = await sql<ParkedJob>`
    select id::text, name, coalesce(data, '{}') as data,
      left(coalesce(output ->> 'message', output #>> '{}'), 600) as error,
      retry_count + 1 as tries, created_on as "createdAt", completed_on as "failedAt"
    from queue.job where state = 'failed' order by completed_on desc nulls last limit ${limit}
  `.execute(db);
  return rows;
}

/** A parked job, by its kind; whether another one of its key waits or is worked on. */
export interface RetriedJob {
  name: string;
  /** Then it was not given another try: of one key only one job exists at a time. */
  hasTwin: boolean;
}

/** Gives a parked job one more try, unless its like is under way; null: it is parked no more. */
export async function retryParkedJob(tx: Tx, id: string): Promise<RetriedJob | null> {
  if (!(await isQueueThere(tx))) return null;
  const { rows } = await sql<RetriedJob>`
    select name, exists (select from queue.job twin where twin.name = job.name
      and coalesce(twin.singleton_key, '') = coalesce(job.singleton_key, '')
      and twin.state in ('created', 'retry', 'active')) as "hasTwin"
    from queue.job job where id = ${id}::uuid and state = 'failed' for update
  `.execute(tx);
  const [job] = rows;
  if (!job || job.hasTwin) return job ?? null;
  await sql`
    update queue.job
    set state = 'retry', retry_limit = retry_count + 1, start_after = now(), completed_on = null
    where id = ${id}::uuid and state = 'failed'
  `.execute(tx);
  return job;
}
