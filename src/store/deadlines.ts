import { sql } from 'kysely';
import type { CivilDate, Instant } from '#base/civil-date.ts';
import type { Deadline } from '#domain/deadline.ts';
import type { Reach } from '#domain/rights.ts';
import type { Place } from '#domain/person.ts';
import type { Database, Tx } from './database/database.ts';
import { toJson } from './json-column.ts';
import { heardUnitsOf, isHeardWithin } from './hearing-clocks.ts';
import { pageWithin } from './places.ts';
import { KEPT_MARK } from './postgres/kept-statements.ts';

/** A clock that was started for a thing, with whose it is. */
export interface DeadlineRow {
  id: number;
  thing: string;
  thingId: number;
  unitId: number | null;
  unit: string | null;
  /** How many units it runs for, of those that the reader may see; 1 is the one named. */
  units: number;
  deadline: Deadline;
  metAt: Instant | null;
  voidAt: Instant | null;
  version: number;
}

/** Which clock of which thing. */
export interface DeadlineName {
  thing: string;
  thingId: number;
  clock: string;
}

/** Starts a clock; one that the thing has already is started anew. */
export async function upsertDeadline(
  tx: Tx,
  {
    thing,
    thingId,
    unitId,
    deadline,
  }: Omit<DeadlineName, 'clock'> & {
    unitId: number | null;
    deadline: Deadline;
  },
): Promise<number> {
  const row = { ...columnsOf(deadline), unit_id: unitId, started_at: deadline.startedAt };
  const { id } = await tx
    .insertInto('deadlines')
    .values({ thing, thing_id: thingId, clock: deadline.clock.id, ...row })
    .onConflict((conflict) =>
      conflict
        .columns(['thing', 'thing_id', 'clock'])
        .doUpdateSet({ ...row, met_at: null, void_at: null, version: sql`deadlines.version + 1` }),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

function columnsOf(deadline: Deadline) {
  return {
    due_at: deadline.dueAt,
    due_on: deadline.dueOn,
    provisional: deadline.provisional,
    computation: toJson(deadline),
  };
}

/** What was promised by then was done. Nothing happens to a clock that is not running. */
export async function meetDeadline(
  tx: Tx,
  { thing, thingId, clock }: DeadlineName,
  at: Instant,
): Promise<void> {
  await tx
    .updateTable('deadlines')
    .set({ met_at: at })
    .where('thing', '=', thing)
    .where('thing_id', '=', thingId)
    .where('clock', '=', clock)
    .where('met_at', 'is', null)
    .where('void_at', 'is', null)
    .execute();
}

/** Changes a running clock, if it still is as it was read. */
export async function updateDeadline(
  tx: Tx,
  { id, version }: { id: number; version: number },
  deadline: Deadline,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('deadlines')
    .set({ ...columnsOf(deadline), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('met_at', 'is', null)
    .where('void_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

function query(db: Database) {
  return db
    .selectFrom('deadlines')
    .leftJoin('units', 'units.id', 'deadlines.unit_id')
    .leftJoin('regions', 'regions.id', 'units.region_id')
    .select([
      'deadlines.id',
      'deadlines.thing',
      'deadlines.thing_id as thingId',
      'deadlines.unit_id as unitId',
      'units.name as unit',
      'deadlines.computation',
      'deadlines.met_at as metAt',
      'deadlines.void_at as voidAt',
      'deadlines.version',
      'regions.path as region',
      'units.path as unitPath',
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof query>['execute']>>[number];

function deadlineOf({ computation, region: _region, unitPath: _path, ...row }: Row): DeadlineRow {
  return { ...row, units: row.unitId === null ? 0 : 1, deadline: computation as Deadline };
}

/** One clock with the place of its unit; null when there is none of that number. */
export async function findDeadline(
  db: Database,
  id: number,
): Promise<{ row: DeadlineRow; place: Place | null } | null> {
  const row = await query(db).where('deadlines.id', '=', id).executeTakeFirst();
  if (!row) return null;
  const { region, unitPath } = row;
  const place = region === null ? null : { region, unit: unitPath };
  return { row: deadlineOf(row), place };
}

/** The clock of a thing; null when it was never started. */
export async function findDeadlineOf(
  db: Database,
  { thing, thingId, clock }: DeadlineName,
): Promise<DeadlineRow | null> {
  const row = await query(db)
    .where('deadlines.thing', '=', thing)
    .where('deadlines.thing_id', '=', thingId)
    .where('deadlines.clock', '=', clock)
    .executeTakeFirst();
  return row ? deadlineOf(row) : null;
}

/** Every clock that runs. */
export async function listRunningDeadlines(db: Database): Promise<DeadlineRow[]> {
  const rows = await query(db)
    .where('deadlines.met_at', 'is', null)
    .where('deadlines.void_at', 'is', null)
    .orderBy('deadlines.id')
    .execute();
  return rows.map(deadlineOf);
}

/** Which clocks a list has. */
export interface DeadlineFilter {
  dueBefore?: CivilDate;
  /** Of what: `order`; with its number, clocks that were met are there too. */
  thing?: string;
  thingId?: number;
  after?: number;
  limit: number;
}

/** A clock of each of some things, by the thing's number; those that were met too. */
export async function deadlinesOf(
  db: Database,
  { thing, clock }: Omit<DeadlineName, 'thingId'>,
  thingIds: readonly number[],
): Promise<Map<number, DeadlineRow>> {
  if (thingIds.length === 0) return new Map();
  const rows = await query(db)
    .modifyFront(sql.raw(KEPT_MARK))
    .where('deadlines.thing', '=', thing)
    .where('deadlines.clock', '=', clock)
    .where(sql<boolean>`deadlines.thing_id = any(${thingIds}::bigint[])`)
    .execute();
  return new Map(rows.map((row) => [row.thingId, deadlineOf(row)]));
}

/**
 * Running clocks within a reach that end soonest; `dueBefore` a day: only those due until then.
 * `after` is the last one of the page before, whether it runs still or was met meanwhile.
 */
export async function listDeadlines(
  db: Database,
  reach: Reach | null,
  filter: DeadlineFilter,
): Promise<DeadlineRow[]> {
  const near = await pageWithin(db, reach, 'deadlines.unit_id');
  let rows = query(db)
    .where('deadlines.void_at', 'is', null)
    .where((eb) =>
      eb.or([eb.and([eb('deadlines.unit_id', 'is not', null), near]), isHeardWithin(reach)]),
    )
    .orderBy('deadlines.due_at')
    .orderBy('deadlines.id')
    .limit(filter.limit);
  if (filter.thing !== undefined) rows = rows.where('deadlines.thing', '=', filter.thing);
  if (filter.thingId === undefined) rows = rows.where('deadlines.met_at', 'is', null);
  else rows = rows.where('deadlines.thing_id', '=', filter.thingId);
  if (filter.dueBefore !== undefined) {
    rows = rows.where('deadlines.due_on', '<=', filter.dueBefore);
  }
  if (filter.after !== undefined) {
    rows = rows.where(
      sql<boolean>`(deadlines.due_at, deadlines.id) >
        (select last.due_at, last.id from deadlines last where last.id = ${filter.after})`,
    );
  }
  return await withUnits(db, reach, (await rows.execute()).map(deadlineOf));
}

/** Clocks of hearings told by the units within a reach that they run for. */
export async function withUnits(
  db: Database,
  reach: Reach | null,
  rows: readonly DeadlineRow[],
): Promise<DeadlineRow[]> {
  const shared = rows.filter(({ unitId }) => unitId === null).map(({ id }) => id);
  const units = await heardUnitsOf(db, reach, shared);
  return rows.map((row) => ({ ...row, ...units.get(row.id) }));
}

/** Whether a clock without a unit of its own runs for a unit within a reach. */
export async function isDeadlineHeard(
  db: Database,
  reach: Reach | null,
  id: number,
): Promise<boolean> {
  const row = await db
    .selectFrom('deadlines')
    .select('id')
    .where('id', '=', id)
    .where(isHeardWithin(reach))
    .executeTakeFirst();
  return row !== undefined;
}
