import { sql } from 'kysely';
import { canonicalLine } from '#base/canonical-json.ts';
import type { Instant } from '#base/civil-date.ts';
import { sha256 } from '#base/hash.ts';
import { FIRST_HASH, type LedgerEntry, type LedgerNote } from '#domain/ledger.ts';
import type { Database, Tx } from './database/database.ts';

/** Any number that no other lock of ours has: whoever writes the next line holds it. */
const LEDGER_LOCK = 7_415_001;
const READ_AT_ONCE = 1000;
/** Rows of one statement: it may have 65,535 values, and a line has eleven. */
const WRITE_AT_ONCE = 1000;

/** What a line says, besides its own hash. */
export type LedgerLine = Omit<LedgerEntry, 'hash'>;

/** The hash of a line: over all it says, the hash before included, in one fixed form. */
export function hashOf(line: LedgerLine): string {
  return sha256(canonicalLine(line));
}

/**
 * Writes acts down, in their own transaction: they stand if and only if what was done does.
 * Writers wait for each other until their transactions end, so the chain never forks.
 */
export async function appendAllToLedger(
  tx: Tx,
  notes: readonly LedgerNote[],
  at: Instant,
  actor: string,
): Promise<void> {
  await sql`select pg_advisory_xact_lock(${LEDGER_LOCK})`.execute(tx);
  const last = await tx
    .selectFrom('ledger')
    .select(['number', 'hash'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  let [number, previousHash] = [last?.number ?? 0, last?.hash ?? FIRST_HASH];
  const entries = notes.map((note): LedgerEntry => {
    number += 1;
    // As the database gives it back: what is undefined is not there.
    const said = { ...note, before: plain(note.before), after: plain(note.after) };
    const line: LedgerLine = { ...said, number, at, actor, previousHash };
    previousHash = hashOf(line);
    return { ...line, hash: previousHash };
  });
  for (let from = 0; from < entries.length; from += WRITE_AT_ONCE) {
    const rows = entries.slice(from, from + WRITE_AT_ONCE).map(rowOf);
    await tx.insertInto('ledger').values(rows).execute();
  }
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

function rowOf(entry: LedgerEntry) {
  return {
    number: entry.number,
    at: entry.at,
    actor: entry.actor,
    act: entry.act,
    thing: entry.thing,
    thing_id: entry.thingId,
    before: asJson(entry.before),
    after: asJson(entry.after),
    reason: entry.reason,
    previous_hash: entry.previousHash,
    hash: entry.hash,
  };
}

function plain(value: unknown): unknown {
  return value === undefined || value === null ? null : JSON.parse(JSON.stringify(value));
}

function asJson(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value);
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
