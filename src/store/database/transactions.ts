import { sql } from 'kysely';
import type { Database, Tx } from './database.ts';

/** `deadlock_detected` and `serialization_failure` of PostgreSQL. */
const SACRIFICED = ['40P01', '40001'];

/** Whether the database gave a transaction up so that another could end: it may be done again. */
export function isDeadlock(error: unknown): boolean {
  const { code } = (error ?? {}) as { code?: unknown };
  return SACRIFICED.some((one) => one === code);
}

/** A transaction in which documents are rendered may stand idle for as long as that takes. */
export async function bearLongWaits(tx: Tx): Promise<void> {
  await sql`set local idle_in_transaction_session_timeout = '15min'`.execute(tx);
}

/**
 * Does all of some work or nothing: in a transaction of its own, or as a part of the one that is
 * there. A part that fails is undone alone; what comes before it stands.
 */
export async function inTransaction<T>(db: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (!db.isTransaction) return await db.transaction().execute(work);
  await sql`savepoint part`.execute(db);
  try {
    const done = await work(db as Tx);
    await sql`release savepoint part`.execute(db);
    return done;
  } catch (error) {
    // A connection that is gone has undone the whole transaction.
    await sql`rollback to savepoint part`.execute(db).catch(() => undefined);
    throw error;
  }
}

/** Reads that must agree with each other: all of one moment, unless a transaction is at hand. */
export async function atOneMoment<T>(db: Database, read: (tx: Tx) => Promise<T>): Promise<T> {
  if (db.isTransaction) return await read(db as Tx);
  return await db.transaction().setIsolationLevel('repeatable read').execute(read);
}
