import type { Database, Tx } from './database/database.ts';

/** How often the register has changed; triggers count. */
export async function registerVersion(db: Database): Promise<number> {
  const { number } = await db
    .selectFrom('register_version')
    .select('number')
    .executeTakeFirstOrThrow();
  return number;
}

/**
 * Keeps everybody else from changing the register until the transaction ends, so that what was
 * read (is the name free?) still holds when it is written. Gives the version.
 */
export async function holdRegister(tx: Tx): Promise<number> {
  const { number } = await tx
    .selectFrom('register_version')
    .select('number')
    .forUpdate()
    .executeTakeFirstOrThrow();
  return number;
}
