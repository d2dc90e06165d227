import { type Expression, type SqlBool, sql } from 'kysely';
import type { Instant } from '#base/civil-date.ts';
import type { Fault } from '#domain/error-report.ts';
import type { InquiryKind } from '#domain/inquiry.ts';
import type { MatterThing } from '#domain/public-matter.ts';
import type { Reach } from '#domain/rights.ts';
import type { Database } from './database/database.ts';
import { matterTables } from './matter-lives.ts';
import { mattersWithin } from './matter-places.ts';

/** What people work through: what to assign, to answer, to review, to extend, and what is due. */
export const matterQueues = [
  'triage',
  'units',
  'review',
  'extensions',
  'helping',
  'near-due',
  'overdue',
  'open',
] as const;
export type MatterQueue = (typeof matterQueues)[number];

export interface MatterFilter {
  queue?: MatterQueue | undefined;
  state?: string | undefined;
  unit?: number | undefined;
  site?: number | undefined;
  kind?: InquiryKind | undefined;
  fault?: Fault | undefined;
  /** Two characters or more of what was written. */
  q?: string | undefined;
  receivedFrom?: Instant | undefined;
  receivedBefore?: Instant | undefined;
  /** The last one of the page before. */
  after?: number | undefined;
  limit: number;
}

/** When a list of what is due is asked for. */
export interface DueTerms {
  now: Instant;
  /** What ends before this is near. */
  near: Instant;
}

/** The condition that a matter waits in a queue; `d` is its clock where it is about what is due. */
export function queueIs(
  thing: MatterThing,
  queue: MatterQueue,
  { now, near }: DueTerms,
): Expression<SqlBool> {
  const isInquiry = thing === 'inquiry';
  switch (queue) {
    case 'triage':
      return sql<SqlBool>`m.ended_at is null and m.state = 'received'`;
    case 'units':
      return isInquiry
        ? sql<SqlBool>`m.ended_at is null and m.state in ('assigned', 'handling', 'asking')`
        : sql<SqlBool>`m.ended_at is null and m.state = 'assigned'`;
    case 'review':
      return sql<SqlBool>`m.ended_at is null
        and m.state = ${isInquiry ? sql.lit('drafted') : sql.lit('answered')}`;
    case 'extensions':
      return isInquiry ? sql<SqlBool>`m.extension = 'asked'` : sql<SqlBool>`false`;
    case 'helping':
      return isInquiry
        ? sql<SqlBool>`m.id = any(array(select inquiry_id from inquiry_helpers
            where answered_at is null)) and m.ended_at is null`
        : sql<SqlBool>`false`;
    case 'open':
      return sql<SqlBool>`m.ended_at is null and m.state <> 'merged'`;
    case 'near-due':
    case 'overdue':
      return sql<SqlBool>`${clockIs(queue, { now, near })} and ${isMoving}`;
  }
}

/** The condition on a clock `d` that still runs: that it has run out, or is about to. */
export function clockIs(
  queue: 'near-due' | 'overdue' | 'either',
  { now, near }: DueTerms,
): Expression<SqlBool> {
  const running = sql`d.met_at is null and d.void_at is null`;
  if (queue === 'either') return sql<SqlBool>`${running} and d.due_at <= ${near}`;
  if (queue === 'overdue') return sql<SqlBool>`${running} and d.due_at <= ${now}`;
  return sql<SqlBool>`${running} and d.due_at > ${now} and d.due_at <= ${near}`;
}

/** A clock that stands is not late, and one that follows another is told with that. */
export const isMoving = sql<SqlBool>`m.state not in ('asking', 'merged')`;

/** How many wait in each queue. */
export async function countQueues(
  db: Database,
  thing: MatterThing,
  reach: Reach | null,
  terms: DueTerms,
): Promise<Record<MatterQueue, number>> {
  const table = sql.table(matterTables[thing]);
  const within = sql`m.ended_at is null and ${mattersWithin(reach, thing)}`;
  const counted = (of: readonly MatterQueue[]) =>
    sql.join(
      of.map(
        (queue) =>
          sql`count(*) filter (where ${queueIs(thing, queue, terms)})::int as ${sql.ref(queue)}`,
      ),
    );
  const { rows } = await sql<Record<MatterQueue, number>>`
    select * from (
      select ${counted(matterQueues.filter((queue) => !isOfClock(queue)))}
      from ${table} m where ${within}) waiting,
    (select ${counted(matterQueues.filter(isOfClock))}
      from (select * from deadlines d
        where d.thing = ${thing} and ${clockIs('either', terms)} offset 0) d
      cross join lateral (select m.state from ${table} m
        where m.id = d.thing_id and ${within} offset 0) m) running`.execute(db);
  return rows[0] as Record<MatterQueue, number>;
}

/** Whether a queue is about what is due. */
export function isOfClock(queue: MatterQueue): boolean {
  return queue === 'near-due' || queue === 'overdue';
}
