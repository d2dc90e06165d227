import { type Expression, type SqlBool, sql } from 'kysely';
import type { Instant } from '#base/civil-date.ts';
import type { Fault } from '#domain/error-report.ts';
import type { StateOf } from '#domain/moves.ts';
import type { Database } from './database/database.ts';
import { unitName } from './matter-names.ts';

/** A report as everybody may see it: what its writer wrote, only as far as it was made public. */
export interface PublicReport {
  id: number;
  state: StateOf<'error-report'>;
  fault: Fault;
  pageUrl: string;
  receivedAt: Instant;
  changedAt: Instant;
  dueAt: Instant;
  unit: string | null;
  /** What it says, as who closed it let it stand; null before, or when it was not to be public. */
  text: string | null;
  answer: string | null;
}

export interface PublicReportFilter {
  ids?: readonly number[] | undefined;
  faults?: readonly Fault[] | undefined;
  receivedFrom?: Instant | undefined;
  receivedUntil?: Instant | undefined;
  /** Whether it has ended; left out: either. */
  isEnded?: boolean | undefined;
  limit: number;
}

/** Reports by what Open311 asks for, newest first. Those held as spam are not there. */
export async function listPublicReports(
  db: Database,
  { ids, faults, receivedFrom, receivedUntil, isEnded, limit }: PublicReportFilter,
): Promise<PublicReport[]> {
  const conditions: Expression<SqlBool>[] = [
    sql<SqlBool>`m.suspicion = '{}' and coalesce(m.refused_for, '') <> 'abuse'`,
    ...(ids ? [sql<SqlBool>`m.id = any(${[...ids]}::integer[])`] : []),
    ...(faults ? [sql<SqlBool>`m.fault = any(${[...faults]}::text[])`] : []),
    ...(receivedFrom ? [sql<SqlBool>`m.received_at >= ${receivedFrom}`] : []),
    ...(receivedUntil ? [sql<SqlBool>`m.received_at <= ${receivedUntil}`] : []),
    ...(isEnded === undefined
      ? []
      : [isEnded ? sql<SqlBool>`m.ended_at is not null` : sql<SqlBool>`m.ended_at is null`]),
  ];
  return await db
    .selectFrom('error_reports as m')
    .innerJoin('deadlines as d', (join) =>
      join.on('d.thing', '=', 'error-report').onRef('d.thing_id', '=', 'm.id'),
    )
    .select([
      'm.id',
      'm.state',
      'm.fault',
      'm.page_url as pageUrl',
      'm.received_at as receivedAt',
      'm.changed_at as changedAt',
      'd.due_at as dueAt',
      unitName('m.responsible_id').as('unit'),
      'm.public_text as text',
      sql<string | null>`case when m.public_text is not null then m.answer end`.as('answer'),
    ])
    .where((eb) => eb.and(conditions))
    .orderBy('m.id', 'desc')
    .limit(limit)
    .execute();
}
