import type { Instant } from '#base/civil-date.ts';
import type { Database } from './database/database.ts';

/** What the database says of itself where it is the demo's. */
export interface DemoRow {
  /** The demo's clock when it was last kept. */
  clockAt: Instant;
  /** The world's clock at that moment. */
  keptAt: Instant;
  cityPort: number;
  /** When the history was complete; null: it is being made, or was broken off. */
  historyAt: Instant | null;
}

/** Null where the data are an office's. */
export async function findDemo(db: Database): Promise<DemoRow | null> {
  const row = await db
    .selectFrom('demo')
    .select(['clock_at as clockAt', 'kept_at as keptAt', 'city_port as cityPort'])
    .select('history_at as historyAt')
    .executeTakeFirst();
  return row ?? null;
}

export async function insertDemo(
  db: Database,
  { clockAt, keptAt, cityPort }: Omit<DemoRow, 'historyAt'>,
): Promise<void> {
  const row = { clock_at: clockAt, kept_at: keptAt, city_port: cityPort };
  await db.insertInto('demo').values(row).execute();
}

/** Keeps the clock; with `historyAt` the history is complete from now on. */
export async function updateDemo(
  db: Database,
  { clockAt, keptAt, historyAt }: Omit<DemoRow, 'cityPort' | 'historyAt'> & { historyAt?: Instant },
): Promise<void> {
  const changes = { clock_at: clockAt, kept_at: keptAt };
  const complete = historyAt === undefined ? {} : { history_at: historyAt };
  await db
    .updateTable('demo')
    .set({ ...changes, ...complete })
    .execute();
}

/** Time of the newest line of the ledger; null before the first. */
export async function newestLedgerAt(db: Database): Promise<Instant | null> {
  const row = await db
    .selectFrom('ledger')
    .select('at')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.at ?? null;
}

/** The secret of somebody's second factor; null without one. Only the demo may ask for it. */
export async function findTotpSecret(db: Database, login: string): Promise<string | null> {
  const row = await db
    .selectFrom('people')
    .select('totp_secret as secret')
    .where('login', '=', login)
    .executeTakeFirst();
  return row?.secret ?? null;
}
