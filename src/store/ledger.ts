import { sql } from 'kysely';
import { canonicalLine } from '#base/canonical-json.ts';
import type { Instant } from '#base/civil-date.ts';
import { sha256 } from '#base/hash.ts';
import { FIRST_HASH, type LedgerEntry, type LedgerNote } from '#domain/ledger.ts';
import type { Database, Tx } from './database/database.ts';

const READ_AT_ONCE = 1000;
/** Lines that are handed over together. */
const WRITE_AT_ONCE = 1000;

/** What a line says, besides its own hash. */
export type LedgerLine = Omit<LedgerEntry, 'hash'>;

/** The hash of a line: over all it says, the hash before included, in one fixed form. */
export function hashOf(line: LedgerLine): string {
  return sha256(canonicalLine(line));
}

/**
 * Writes acts down, in their own transaction: they stand if and only if what was done does. The
 * database chains them while it commits (migration 0021): writers wait for each other no longer
 * than that, and the chain never forks. Until the commit they are not in the ledger.
 */
export async function appendAllToLedger(
  tx: Tx,
  notes: readonly LedgerNote[],
  at: Instant,
  actor: string,
): Promise<void> {
  for (let from = 0; from < notes.length; from += WRITE_AT_ONCE) {
    const lines = notes.slice(from, from + WRITE_AT_ONCE).map((note) => waiting(note, at, actor));
    await tx
      .insertInto('ledger_waiting')
      .values({ lines: JSON.stringify(lines) })
      .execute();
  }
}

/**
 * A line without what only the commit knows: its number and the hash before it. `head` and `tail`
 * are what its hash is made of, before and behind these two.
 */
function waiting(note: LedgerNote, at: Instant, actor: string) {
  const { act, thing, thingId, reason } = note;
  // As the database gives it back: what is undefined is not there.
  const [before, after] = [plain(note.before), plain(note.after)];
  return {
    head: canonicalLine({ act, actor, after, at, before }).slice(0, -2),
    tail: canonicalLine({ reason, thing, thingId }).slice(1),
    at,
    actor,
    act,
    thing,
    thingId,
    before,
    after,
    reason,
  };
}

/** Writes one act down. */
export async function appendToLedger(
  tx: Tx,
  note: LedgerNote,
  at: Instant,
  actor: string,
): Promise<void> {
  await appendAllToLedger(tx, [note], at, actor);
}

function plain(value: unknown): unknown {
  return value === undefined || value === null ? null : JSON.parse(JSON.stringify(value));
}

/** Where the chain breaks. */
export interface LedgerBreak {
  number: number;
  why: 'hash' | 'chain' | 'missing';
}

/** Reads the whole ledger; null when every line holds, else the first that does not. */
export async function verifyLedger(
  db: Database,
): Promise<{ lines: number; head: string; broken: LedgerBreak | null }> {
  let [lines, head] = [0, FIRST_HASH];
  for (;;) {
    const page = await ledgerAfter(db, lines, READ_AT_ONCE);
    for (const { hash, ...line } of page) {
      const why =
        line.number !== lines + 1
          ? 'missing'
          : line.previousHash !== head
            ? 'chain'
            : hashOf(line) !== hash
              ? 'hash'
              : null;
      if (why !== null) return { lines, head, broken: { number: lines + 1, why } };
      [lines, head] = [line.number, hash];
    }
    if (page.length < READ_AT_ONCE) return { lines, head, broken: null };
  }
}

/** Lines behind a number, oldest first; of some regions alone where these are named. */
export async function ledgerAfter(
  db: Database,
  number: number,
  limit: number,
  regions: readonly string[] | null = null,
): Promise<LedgerEntry[]> {
  let query = db.selectFrom('ledger').selectAll().where('number', '>', number);
  if (regions !== null) {
    const below = regions.map((path) => `${path}%`);
    query = query.where(
      sql<boolean>`number in (
        select distinct line.number from regions cross join lateral (
          select places.number from ledger_places places
          where places.region_id = regions.id and places.number > ${number}
          order by places.number limit ${limit}) line
        where regions.path like any(${below}::text[]) order by line.number limit ${limit})`,
    );
  }
  const rows = await query.orderBy('number').limit(limit).execute();
  return rows.map((row) => ({
    number: row.number,
    at: row.at,
    actor: row.actor,
    act: row.act,
    thing: row.thing,
    thingId: row.thing_id,
    before: row.before,
    after: row.after,
    reason: row.reason,
    previousHash: row.previous_hash,
    hash: row.hash,
  }));
}
