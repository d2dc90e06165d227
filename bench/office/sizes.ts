import { sql } from 'kysely';
import type { Database } from '#store/database/database.ts';
import { ROUNDS } from './rounds-sql.ts';

/** A table with its indexes and long values. */
export interface TableSize {
  table: string;
  rows: number;
  mb: number;
  /** Of it, the indexes. */
  indexMb: number;
}

export async function tableSizes(db: Database): Promise<TableSize[]> {
  const { rows } = await sql<TableSize>`
    select relname as "table", n_live_tup::float8 as rows,
      round(pg_total_relation_size(relid) / 1e6, 1)::float8 as mb,
      round(pg_indexes_size(relid) / 1e6, 1)::float8 as "indexMb"
    from pg_stat_user_tables where schemaname = 'public' and relname not like 'bench%'
      and pg_total_relation_size(relid) > 200000
    order by pg_total_relation_size(relid) desc`.execute(db);
  return rows;
}

/** Tables that grow with each round; the others grow with sites, people or days. */
export const ofRounds = new Set([
  'campaigns',
  'inspections',
  'findings',
  'explanations',
  'appeals',
  'circulars',
  'circular_files',
  'orders',
  'order_items',
  'escalations',
  'talks',
  'deadlines',
  'ledger',
  'ledger_places',
]);

export function sizeTable(sizes: readonly TableSize[]): string {
  const lines = sizes.map(
    ({ table, rows, mb, indexMb }) =>
      `${table.padEnd(22)} ${String(rows).padStart(10)} rows ${mb.toFixed(1).padStart(8)} MB` +
      `  (indexes ${indexMb.toFixed(1)})`,
  );
  const all = sizes.reduce((sum, { mb }) => sum + mb, 0);
  const rounds = sizes.filter(({ table }) => ofRounds.has(table));
  const a = rounds.reduce((sum, { mb }) => sum + mb, 0) / ROUNDS;
  return `${lines.join('\n')}\nall ${all.toFixed(0)} MB; a round ${a.toFixed(1)} MB`;
}
