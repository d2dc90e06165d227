import { sql } from 'kysely';
import { present } from '#base/assert.ts';
import type { Deadline } from '#domain/deadline.ts';
import type { InquiryLife } from '#domain/inquiry-life.ts';
import type { MatterLife } from '#domain/matter-life.ts';
import type { MatterThing } from '#domain/public-matter.ts';
import type { ReportLife } from '#domain/report-life.ts';
import type { Database, Tx } from './database/database.ts';
import { toJson } from './json-column.ts';

/** The table of each matter. */
export const matterTables = {
  'error-report': 'error_reports',
  inquiry: 'inquiries',
} as const satisfies Record<MatterThing, string>;

/** Columns of a life, as both tables have them. */
export function lifeColumns(life: ReportLife | InquiryLife): Record<string, unknown> {
  return {
    state: life.state,
    unit_id: life.unit,
    responsible_id: life.responsible,
    returned_by: [...life.returnedBy],
    lead_id: life.lead,
    met_at: life.metAt,
    is_late: life.isLate,
    ended_at: life.endedAt,
    reopened_at: life.reopenedAt,
    rated_at: life.ratedAt,
    ...(life.thing === 'inquiry'
      ? { complexity: life.complexity, extension: life.extension }
      : { unit_truth: life.unitTruth, truth: life.truth }),
  };
}

/**
 * Saves what a step made of a matter, if it still is as it was read: false when somebody was
 * first. `changes` are columns that change with it.
 */
export async function saveLife(
  tx: Tx,
  { id, version, from }: { id: number; version: number; from: string },
  life: ReportLife | InquiryLife,
  changes: Readonly<Record<string, unknown>>,
): Promise<boolean> {
  const sets = Object.entries({ ...lifeColumns(life), ...changes }).map(
    ([name, value]) => sql`${sql.ref(name)} = ${value}`,
  );
  const { numAffectedRows } = await sql`
    update ${sql.table(matterTables[life.thing])} set ${sql.join(sets)}, version = version + 1
    where id = ${id} and version = ${version} and state = ${from}`.execute(tx);
  return numAffectedRows === 1n;
}

/** The one clock of a matter: made when it comes in, changed as the matter goes on. */
export async function saveMatterClock(
  tx: Tx,
  life: Pick<MatterLife, 'thing' | 'unit' | 'responsible' | 'metAt'>,
  thingId: number,
  deadline: Deadline,
): Promise<void> {
  const row = {
    clock: deadline.clock.id,
    unit_id: life.unit ?? life.responsible,
    started_at: deadline.startedAt,
    due_at: deadline.dueAt,
    due_on: deadline.dueOn,
    provisional: deadline.provisional,
    computation: toJson(deadline),
    met_at: life.metAt,
  };
  const { numUpdatedRows } = await tx
    .updateTable('deadlines')
    .set({ ...row, version: sql`version + 1` })
    .where('thing', '=', life.thing)
    .where('thing_id', '=', thingId)
    .executeTakeFirst();
  if (numUpdatedRows > 0n) return;
  await tx
    .insertInto('deadlines')
    .values({ thing: life.thing, thing_id: thingId, ...row })
    .execute();
}

/** The clock of a matter, as it was computed last. */
export async function findMatterClock(
  db: Database,
  thing: MatterThing,
  thingId: number,
): Promise<Deadline> {
  const row = await db
    .selectFrom('deadlines')
    .select('computation')
    .where('thing', '=', thing)
    .where('thing_id', '=', thingId)
    .executeTakeFirst();
  return present(row, `${thing} ${thingId} has a clock`).computation as Deadline;
}

/** Holds a matter and those merged into it until the act ends, in the order of their numbers. */
export async function lockMatters(
  tx: Tx,
  thing: MatterThing,
  ids: readonly number[],
): Promise<void> {
  const table = sql.table(matterTables[thing]);
  await sql`select id from ${table} where id = any(${[...ids]}::integer[])
    or lead_id = any(${[...ids]}::integer[]) order by id for update`.execute(tx);
}

/** Numbers of the matters that were merged into one and still follow it. */
export async function listFollowers(
  db: Database,
  thing: MatterThing,
  lead: number,
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select id from ${sql.table(matterTables[thing])}
    where lead_id = ${lead} and state = 'merged' order by id`.execute(db);
  return rows.map(({ id }) => id);
}

/** Numbers of the matters of a unit that have not ended: with it, answered for, or helped with. */
export async function listMattersOfUnit(
  db: Database,
  thing: MatterThing,
  unit: number,
): Promise<number[]> {
  const helped =
    thing === 'inquiry'
      ? sql`or m.id in (select inquiry_id from inquiry_helpers where unit_id = ${unit})`
      : sql``;
  const { rows } = await sql<{ id: number }>`select m.id from ${sql.table(matterTables[thing])} m
    where m.ended_at is null and (m.unit_id = ${unit} or m.responsible_id = ${unit} ${helped})
    order by m.id`.execute(db);
  return rows.map(({ id }) => id);
}
