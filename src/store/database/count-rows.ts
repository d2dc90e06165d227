import { type Expression, sql } from 'kysely';
import type { Database } from './database.ts';

/** How many rows a question gives; its own limit bounds the work. */
export async function countRows(db: Database, question: Expression<unknown>): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from ${question} counted`.execute(db);
  return Number(rows[0]?.count ?? 0);
}
