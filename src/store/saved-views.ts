import { sql } from 'kysely';
import type { Instant } from '#base/civil-date.ts';
import type { Database, Tx } from './database/database.ts';

/** A view of a list that somebody keeps: a name for its filters. */
export interface SavedView {
  id: number;
  list: string;
  name: string;
  /** The filters, as they stand in the address: `state=online&q=局`. */
  search: string;
}

/** The views somebody keeps, of one list or of all, in the order in which they were first saved. */
export async function listViews(
  db: Database,
  personId: number,
  list: string | undefined,
): Promise<SavedView[]> {
  const all = db
    .selectFrom('saved_views')
    .select(['id', 'list', 'name', 'search'])
    .where('person_id', '=', personId)
    .orderBy('id');
  return await (list === undefined ? all : all.where('list', '=', list)).execute();
}

/** How many views somebody keeps. */
export async function countViews(db: Database, personId: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from saved_views where person_id = ${personId}`.execute(db);
  return rows[0]?.count ?? 0;
}

/** Keeps a view; one of the same name of the same list is replaced. Gives its number. */
export async function upsertView(
  tx: Tx,
  personId: number,
  { list, name, search }: Omit<SavedView, 'id'>,
  at: Instant,
): Promise<number> {
  const { id } = await tx
    .insertInto('saved_views')
    .values({ person_id: personId, list, name, search, saved_at: at })
    .onConflict((conflict) =>
      conflict.columns(['person_id', 'list', 'name']).doUpdateSet({ search, saved_at: at }),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Forgets a view of somebody's own; false when there is none of that number. */
export async function deleteView(tx: Tx, personId: number, id: number): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('saved_views')
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
