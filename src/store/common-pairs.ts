import { sql } from 'kysely';
import type { Database } from './database/database.ts';
import { pairsOfWord } from './matter-places.ts';

/** Which texts are searched. */
export type SearchedTable = 'error_reports' | 'inquiries' | 'published_inquiries';

/** A pair in fewer of the texts is rare: a page of fifty is not to be had from the newest 5,000. */
const COMMON_SHARE = 0.02;
/** What the database knows of its texts changes slowly. */
const KNOWN_MS = 600_000;

type Known = { atMs: number; pairs: Promise<ReadonlySet<string>> };
const known = new WeakMap<object, Map<SearchedTable, Known>>();

/**
 * Whether a word is made of common pairs alone, by the statistics that the database keeps of its
 * columns: then the newest texts are read, else the index is asked. A mistake costs time only.
 */
export async function isCommonWord(
  db: Database,
  table: SearchedTable,
  word: string,
): Promise<boolean> {
  const tables = known.get(db) ?? new Map<SearchedTable, Known>();
  known.set(db, tables);
  let own = tables.get(table);
  if (!own || performance.now() - own.atMs > KNOWN_MS) {
    own = { atMs: performance.now(), pairs: commonPairs(db, table) };
    tables.set(table, own);
    own.pairs.catch(() => tables.delete(table));
  }
  const common = await own.pairs;
  return pairsOfWord(word).every((pair) => common.has(pair));
}

async function commonPairs(db: Database, table: SearchedTable): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ pair: string }>`
    select told.pair from pg_stats,
      unnest(most_common_elems::text::text[], most_common_elem_freqs) told(pair, share)
    where schemaname = 'public' and tablename = ${table} and attname = 'pairs'
      and told.pair is not null and told.share >= ${COMMON_SHARE}`.execute(db);
  return new Set(rows.map(({ pair }) => pair));
}
