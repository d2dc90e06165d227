import type { CivilDate, Instant } from '#base/civil-date.ts';
import type { Database } from './database/database.ts';

/** The last line of the ledger that was written before an instant; null when there is none. */
export async function lastLineBefore(
  db: Database,
  instant: Instant,
): Promise<{ number: number; hash: string } | null> {
  const row = await db
    .selectFrom('ledger')
    .select(['number', 'hash'])
    .where('at', '<', instant)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** Keeps the head of a day; one that is kept already stands. */
export async function insertLedgerHead(
  db: Database,
  head: { day: CivilDate; number: number; hash: string },
): Promise<void> {
  await db
    .insertInto('ledger_heads')
    .values(head)
    .onConflict((conflict) => conflict.column('day').doNothing())
    .execute();
}

/** The heads of the ledger, the newest day first; those before a day when one is given. */
export async function listLedgerHeads(db: Database, limit: number, before?: CivilDate) {
  let query = db.selectFrom('ledger_heads').selectAll().orderBy('day', 'desc').limit(limit);
  if (before !== undefined) query = query.where('day', '<', before);
  return await query.execute();
}

/** The first day whose head is not a line of the ledger; null when all are. */
export async function findStrangeHead(db: Database): Promise<CivilDate | null> {
  const row = await db
    .selectFrom('ledger_heads')
    .leftJoin('ledger', (join) =>
      join
        .onRef('ledger.number', '=', 'ledger_heads.number')
        .onRef('ledger.hash', '=', 'ledger_heads.hash'),
    )
    .select('ledger_heads.day')
    .where('ledger.number', 'is', null)
    .orderBy('ledger_heads.day')
    .limit(1)
    .executeTakeFirst();
  return row?.day ?? null;
}
