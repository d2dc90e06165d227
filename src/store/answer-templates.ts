import { type SqlBool, sql } from 'kysely';
import type { Instant } from '#base/civil-date.ts';
import type { Reach } from '#domain/rights.ts';
import type { Database, Tx } from './database/database.ts';
import { within } from './places.ts';

/** A text that answers may begin with. */
export interface AnswerTemplate {
  id: number;
  regionId: number;
  unitId: number | null;
  unit: string | null;
  title: string;
  text: string;
  version: number;
}

function templates(db: Database) {
  return db
    .selectFrom('answer_templates as t')
    .innerJoin('regions', 'regions.id', 't.region_id')
    .leftJoin('units', 'units.id', 't.unit_id')
    .select([
      't.id',
      't.region_id as regionId',
      't.unit_id as unitId',
      'units.name as unit',
      't.title',
      't.text',
      't.version',
      'regions.path as region',
      'units.path as unitPath',
    ]);
}

/** Templates of a reach; those of a whole region for everybody within it. */
export async function listTemplates(
  db: Database,
  reach: Reach | null,
  { after, limit }: { after?: number | undefined; limit: number },
): Promise<AnswerTemplate[]> {
  let query = templates(db).where(seenFrom(reach)).orderBy('t.id').limit(limit);
  if (after !== undefined) query = query.where('t.id', '>', after);
  return (await query.execute()).map(({ region: _region, unitPath: _path, ...row }) => row);
}

/** Those of a unit are for that unit and its office; those of a region for all within it. */
function seenFrom(reach: Reach | null) {
  if (reach === null) return sql<SqlBool>`true`;
  const { regions, units } = reach;
  const around = sql`(t.unit_id is null and exists (
    select from (
      select unnest(${regions}::text[]) as path
      union all
      select r.path from units u join regions r on r.id = u.region_id
      where u.path = any(${units}::text[])
    ) own where own.path like regions.path || '%'))`;
  return sql<SqlBool>`(${around} or ${within(reach)})`;
}

/** One template with where it belongs; null when there is none of that number. */
export async function findTemplate(db: Database, id: number) {
  return (await templates(db).where('t.id', '=', id).executeTakeFirst()) ?? null;
}

export async function insertTemplate(
  tx: Tx,
  template: Pick<AnswerTemplate, 'regionId' | 'unitId' | 'title' | 'text'>,
  by: { by: number | null; at: Instant },
): Promise<number> {
  const { regionId, unitId, title, text } = template;
  const { id } = await tx
    .insertInto('answer_templates')
    .values({
      region_id: regionId,
      unit_id: unitId,
      title,
      text,
      changed_by: by.by,
      changed_at: by.at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Changes a template, if it still is as it was read. */
export async function updateTemplate(
  tx: Tx,
  { id, version }: { id: number; version: number },
  { title, text }: { title: string; text: string },
  by: { by: number | null; at: Instant },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('answer_templates')
    .set({ title, text, changed_by: by.by, changed_at: by.at, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function deleteTemplate(tx: Tx, id: number): Promise<void> {
  await tx.deleteFrom('answer_templates').where('id', '=', id).execute();
}
