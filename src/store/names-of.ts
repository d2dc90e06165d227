import type { Role } from '#domain/person.ts';
import type { Database } from './database/database.ts';

/** Names of people by their numbers; who is not there any more is left out. */
export async function namesOf(
  db: Database,
  ids: readonly number[],
): Promise<{ id: number; name: string }[]> {
  if (ids.length === 0) return [];
  return await db
    .selectFrom('people')
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .execute();
}

/** People who may sign in and hold one of some roles anywhere, in the order of their names. */
export async function listActive(
  db: Database,
  roles: readonly Role[],
): Promise<{ id: number; name: string }[]> {
  return await db
    .selectFrom('people')
    .select(['id', 'name'])
    .where('disabled_at', 'is', null)
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('posts')
        .select('person_id')
        .where('role', 'in', [...roles]),
    )
    .orderBy('name')
    .execute();
}
