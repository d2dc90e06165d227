import type { Database } from './database/database.ts';

/** The last place of the official list that is taken; -1 when none is. */
export async function lastPosition(db: Database): Promise<number> {
  const { last } = await db
    .selectFrom('units')
    .select((eb) => eb.fn.max('position').as('last'))
    .executeTakeFirstOrThrow();
  return (last as number | null) ?? -1;
}
