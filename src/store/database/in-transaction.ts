import { type IsolationLevel, sql } from 'kysely';
import type { Database, Tx } from './database.ts';

/**
 * Does all of some work or nothing: in a transaction of its own, or as a part of the one that is
 * under way already, whose isolation it then has. A part that fails is undone alone; what comes
 * before it stands.
 */
export async function inTransaction<T>(
  db: Database,
  work: (tx: Tx) => Promise<T>,
  isolation: IsolationLevel = 'read committed',
): Promise<T> {
  if (!isUnderWay(db)) {
    return await db.transaction().setIsolationLevel(isolation).execute(work);
  }
  await sql`savepoint part`.execute(db);
  try {
    const done = await work(db);
    await sql`release savepoint part`.execute(db);
    return done;
  } catch (error) {
    // A connection that is gone has undone the whole transaction.
    await sql`rollback to savepoint part`.execute(db).catch(() => undefined);
    throw error;
  }
}

function isUnderWay(db: Database): db is Tx {
  return db.isTransaction;
}
