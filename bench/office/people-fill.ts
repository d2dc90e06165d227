import { sql } from 'kysely';
import type { Role } from '#domain/person.ts';
import { hashPassword } from '#office/password.ts';
import type { Database } from '#store/database/database.ts';
import type { Actors } from './rounds-sql.ts';

export const PASSWORD = 'a password of the bench';

/** Twenty people who work at once: where they sit decides what they see. */
export interface BenchPerson {
  login: string;
  role: Role;
  regionId: number;
  unitId: number | null;
}

/** Province 1, cities 2 to 15, counties from 16; the unit's number is its county's by turns. */
export const users: readonly BenchPerson[] = [
  ...Array.from({ length: 10 }, (_, order) => ({
    login: `province${order}`,
    role:
      (['inspector', 'reviewer', 'leader', 'auditor', 'inspector'] as const)[order % 5] ??
      'inspector',
    regionId: 1,
    unitId: null,
  })),
  ...Array.from({ length: 5 }, (_, order) => ({
    login: `city${order}`,
    role: (['inspector', 'auditor'] as const)[order % 2] ?? 'inspector',
    regionId: 2 + order,
    unitId: null,
  })),
  ...Array.from({ length: 3 }, (_, order) => ({
    login: `county${order}`,
    role: (['inspector', 'admin'] as const)[order % 2] ?? 'inspector',
    regionId: 16 + order,
    unitId: null,
  })),
  { login: 'editor0', role: 'unit-editor', regionId: 16, unitId: 1 },
  { login: 'admin0', role: 'admin', regionId: 1, unitId: null },
];

/** The users, and an editor of every seventh unit, who are told of things. */
export async function fillPeople(db: Database): Promise<Actors> {
  const hash = await hashPassword(PASSWORD);
  const ids = new Map<string, number>();
  for (const { login, role, regionId, unitId } of users) {
    const { id } = await db
      .insertInto('people')
      .values({
        login,
        name: `试验${login}`,
        password_hash: hash,
        created_at: '2019-01-02T00:00:00Z',
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await db
      .insertInto('posts')
      .values({ person_id: id, role, region_id: regionId, unit_id: unitId })
      .execute();
    ids.set(role, ids.get(role) ?? id);
  }
  await sql`insert into people (login, name, created_at)
    select 'unit' || id, '试验' || id, '2019-01-02' from units where id % 7 = 0`.execute(db);
  await sql`insert into posts (person_id, role, region_id, unit_id)
    select p.id, 'unit-editor', u.region_id, u.id from units u
    join people p on p.login = 'unit' || u.id`.execute(db);
  const of = (role: Role) => ids.get(role) ?? 1;
  return { inspector: of('inspector'), reviewer: of('reviewer'), leader: of('leader') };
}
