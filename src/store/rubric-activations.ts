import { sql } from 'kysely';
import type { CivilDate, Instant } from '#base/civil-date.ts';
import type { RubricActivation } from '#domain/rubric-activation.ts';
import type { Database, Tx } from './database/database.ts';

/** An activation with the names that a list shows. */
export interface ActivationRow extends RubricActivation {
  region: string;
  /** Who put it into force; null: a job, or a person who is not there any more. */
  person: string | null;
}

/** Every activation there ever was, also those that were taken back: the newest day first. */
export async function listActivations(db: Database): Promise<ActivationRow[]> {
  const rows = await activations(db)
    .orderBy('a.from_day', 'desc')
    .orderBy('a.id', 'desc')
    .execute();
  return rows;
}

/** One of them; null when there is none of that number. */
export async function findActivation(db: Database, id: number): Promise<ActivationRow | null> {
  return (await activations(db).where('a.id', '=', id).executeTakeFirst()) ?? null;
}

function activations(db: Database) {
  return db
    .selectFrom('rubric_activations as a')
    .innerJoin('regions as r', 'r.id', 'a.region_id')
    .leftJoin('people as p', 'p.id', 'a.activated_by')
    .select([
      'a.id',
      'a.region_id as regionId',
      'r.path as regionPath',
      'r.name as region',
      'a.rubric',
      'a.version',
      'a.overlays',
      'a.from_day as from',
      'a.reason',
      'a.activated_by as by',
      'p.name as person',
      'a.activated_at as at',
      'a.withdrawn_at as withdrawnAt',
    ]);
}

/** Puts one in and gives its number. */
export async function insertActivation(
  tx: Tx,
  {
    overlays,
    ...given
  }: Pick<RubricActivation, 'regionId' | 'rubric' | 'version' | 'overlays' | 'reason'> & {
    from: CivilDate;
  },
  { by, at }: { by: number | null; at: Instant },
): Promise<number> {
  const { id } = await tx
    .insertInto('rubric_activations')
    .values({
      region_id: given.regionId,
      rubric: given.rubric,
      version: given.version,
      overlays: [...overlays],
      from_day: given.from,
      reason: given.reason,
      activated_by: by,
      activated_at: at,
      withdrawn_by: null,
      withdrawn_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Takes one back; false when that was done before. */
export async function withdrawActivationRow(
  tx: Tx,
  id: number,
  { by, at }: { by: number | null; at: Instant },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('rubric_activations')
    .set({ withdrawn_by: by, withdrawn_at: sql`${at}` })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
