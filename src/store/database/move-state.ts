import { sql } from 'kysely';
import { assert } from '#base/assert.ts';
import { mayMove, type StateOf, type Thing } from '#domain/moves.ts';
import type { Database } from './database.ts';
import type { Tables } from './tables.ts';

/** The table and column that hold the state of each thing. */
const homes = {
  campaign: ['campaigns', 'state'],
  inspection: ['inspections', 'state'],
  review: ['findings', 'review'],
  explanation: ['explanations', 'state'],
  appeal: ['appeals', 'state'],
  circular: ['circulars', 'state'],
  order: ['orders', 'state'],
  escalation: ['escalations', 'state'],
  talk: ['talks', 'state'],
  signal: ['signals', 'state'],
  site: ['sites', 'state'],
  'error-report': ['error_reports', 'state'],
  inquiry: ['inquiries', 'state'],
} as const satisfies Record<Thing, readonly [keyof Tables, string]>;

/**
 * Moves a thing from a state to another, if it still is in the first: false when somebody else
 * was first. `changes` are other columns that change with it. The version goes up by one.
 */
export async function moveState<T extends Thing>(
  db: Database,
  thing: T,
  id: number,
  move: { from: StateOf<T>; to: StateOf<T> },
  changes: Readonly<Record<string, unknown>> = {},
): Promise<boolean> {
  assert(mayMove(thing, move.from, move.to), `${thing} never goes from ${move.from} to ${move.to}`);
  const [table, column] = homes[thing];
  const sets = Object.entries({ ...changes, [column]: move.to }).map(
    ([name, value]) => sql`${sql.ref(name)} = ${value}`,
  );
  const { numAffectedRows } = await sql`
    update ${sql.table(table)}
    set ${sql.join(sets)}, version = version + 1
    where id = ${id} and ${sql.ref(column)} = ${move.from}
  `.execute(db);
  return numAffectedRows === 1n;
}
