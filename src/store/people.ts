import { sql } from 'kysely';
import type { Instant } from '#base/civil-date.ts';
import type { Place, Post, Role } from '#domain/person.ts';
import type { Reach } from '#domain/rights.ts';
import type { Database, Tx } from './database/database.ts';
import { within } from './places.ts';

/** A person without what is secret. */
export interface PersonRow {
  id: number;
  login: string;
  name: string;
  mail: string | null;
  hasPassword: boolean;
  hasSecondFactor: boolean;
  disabledAt: Instant | null;
  createdAt: Instant;
  version: number;
  posts: PostRow[];
}

export interface PostRow {
  id: number;
  role: Role;
  regionId: number;
  region: string;
  unitId: number | null;
  unit: string | null;
}

/** What signing in needs to know. */
export interface Credentials {
  id: number;
  passwordHash: string | null;
  disabledAt: Instant | null;
}

export async function findCredentials(db: Database, login: string): Promise<Credentials | null> {
  const row = await db
    .selectFrom('people')
    .select(['id', 'password_hash as passwordHash', 'disabled_at as disabledAt'])
    .where('login', '=', login)
    .executeTakeFirst();
  return row ?? null;
}

export async function findPasswordHash(db: Database, id: number): Promise<string | null> {
  const row = await db
    .selectFrom('people')
    .select('password_hash as hash')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.hash ?? null;
}

/** The posts somebody holds, as rights are told by them. */
export async function postsOf(db: Database, personId: number): Promise<Post[]> {
  const rows = await db
    .selectFrom('posts')
    .innerJoin('regions', 'regions.id', 'posts.region_id')
    .leftJoin('units', 'units.id', 'posts.unit_id')
    .select(['posts.role', 'regions.path as region', 'units.path as unit'])
    .where('posts.person_id', '=', personId)
    .orderBy('posts.id')
    .execute();
  return rows.map(({ role, region, unit }) => ({ role, place: { region, unit } }));
}

/** The same as a column beside a person, whose number stands in `person`: `people.id`. */
export function postsAsRights(person: string) {
  return sql<Post[]>`(select coalesce(jsonb_agg(jsonb_build_object('role', posts.role,
      'place', jsonb_build_object('region', regions.path, 'unit', units.path))
      order by posts.id), '[]')
    from posts join regions on regions.id = posts.region_id
    left join units on units.id = posts.unit_id
    where posts.person_id = ${sql.ref(person)})`;
}

function query(db: Database) {
  return db
    .selectFrom('people')
    .select([
      'people.id',
      'people.login',
      'people.name',
      'people.mail',
      'people.disabled_at as disabledAt',
      'people.created_at as createdAt',
      'people.version',
      sql<boolean>`people.password_hash is not null`.as('hasPassword'),
      sql<boolean>`people.totp_secret is not null`.as('hasSecondFactor'),
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof query>['execute']>>[number];

/** People with a post within a reach, and those without any yet, by their numbers. */
export async function listPeople(
  db: Database,
  reach: Reach | null,
  { after = 0, limit }: { after?: number; limit: number },
): Promise<PersonRow[]> {
  const rows = await query(db)
    .where('people.id', '>', after)
    .where(({ exists, not, or, selectFrom }) => {
      const posts = selectFrom('posts')
        .innerJoin('regions', 'regions.id', 'posts.region_id')
        .leftJoin('units', 'units.id', 'posts.unit_id')
        .select('posts.id')
        .whereRef('posts.person_id', '=', 'people.id');
      return or([not(exists(posts)), exists(posts.where(within(reach)))]);
    })
    .orderBy('people.id')
    .limit(limit)
    .execute();
  return await withPosts(db, rows);
}

/** One person; null when there is none of that number. */
export async function findPerson(db: Database, id: number): Promise<PersonRow | null> {
  const rows = await query(db).where('people.id', '=', id).execute();
  return (await withPosts(db, rows))[0] ?? null;
}

async function withPosts(db: Database, rows: readonly Row[]): Promise<PersonRow[]> {
  if (rows.length === 0) return [];
  const posts = await db
    .selectFrom('posts')
    .innerJoin('regions', 'regions.id', 'posts.region_id')
    .leftJoin('units', 'units.id', 'posts.unit_id')
    .select([
      'posts.id',
      'posts.person_id as personId',
      'posts.role',
      'posts.region_id as regionId',
      'regions.name as region',
      'posts.unit_id as unitId',
      'units.name as unit',
    ])
    .where(
      'posts.person_id',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('posts.id')
    .execute();
  return rows.map((row) => ({
    ...row,
    posts: posts
      .filter(({ personId }) => personId === row.id)
      .map(({ personId: _id, ...post }) => post),
  }));
}

/** A new person; null when the login is taken. */
export async function insertPerson(
  tx: Tx,
  person: {
    login: string;
    name: string;
    mail: string | null;
    passwordHash: string | null;
    at: Instant;
  },
): Promise<number | null> {
  const row = await tx
    .insertInto('people')
    .values({
      login: person.login,
      name: person.name,
      mail: person.mail,
      password_hash: person.passwordHash,
      created_at: person.at,
    })
    .onConflict((conflict) => conflict.column('login').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Changes what is given of a person, and counts the version up. */
export async function updatePerson(
  tx: Tx,
  id: number,
  changes: Partial<{
    name: string;
    mail: string | null;
    password_hash: string;
    totp_secret: string | null;
    totp_step: number | null;
    disabled_at: Instant | null;
  }>,
): Promise<void> {
  await tx
    .updateTable('people')
    .set((eb) => ({ ...changes, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** Gives somebody a post; one held already stays as it is. */
export async function insertPost(
  tx: Tx,
  post: { personId: number; role: Role; regionId: number; unitId: number | null },
): Promise<void> {
  await tx
    .insertInto('posts')
    .values({
      person_id: post.personId,
      role: post.role,
      region_id: post.regionId,
      unit_id: post.unitId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Where a post lies; null when that person does not hold it. */
export async function placeOfPost(
  db: Database,
  { personId, postId }: { personId: number; postId: number },
): Promise<Place | null> {
  const row = await db
    .selectFrom('posts')
    .innerJoin('regions', 'regions.id', 'posts.region_id')
    .leftJoin('units', 'units.id', 'posts.unit_id')
    .select(['regions.path as region', 'units.path as unit'])
    .where('posts.id', '=', postId)
    .where('posts.person_id', '=', personId)
    .executeTakeFirst();
  return row ?? null;
}

/** Takes a post away; false when that person does not hold it. */
export async function deletePost(tx: Tx, personId: number, postId: number): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('posts')
    .where('id', '=', postId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

/** People who are administrators and not disabled. */
export async function countAdmins(db: Database): Promise<number> {
  const { count } = await db
    .selectFrom('posts')
    .innerJoin('people', 'people.id', 'posts.person_id')
    .select(({ fn }) => fn.count<number>('people.id').distinct().as('count'))
    .where('posts.role', '=', 'admin')
    .where('people.disabled_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** The second factor's secret, and the last step a code was used of. */
export async function findSecondFactor(
  db: Database,
  id: number,
): Promise<{ secret: string; usedStep: number | null } | null> {
  const row = await db
    .selectFrom('people')
    .select(['totp_secret as secret', 'totp_step as usedStep'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.secret ? { secret: row.secret, usedStep: row.usedStep } : null;
}

/** Uses up the step of a code; false when that one or a later one was used meanwhile. */
export async function useTotpStep(tx: Tx, id: number, step: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('people')
    .set({ totp_step: step })
    .where('id', '=', id)
    .where((eb) => eb.or([eb('totp_step', 'is', null), eb('totp_step', '<', step)]))
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Who comes in by this subject of a provider; null when nobody may. */
export async function findBySubject(db: Database, subject: string): Promise<number | null> {
  const row = await db
    .selectFrom('people')
    .select('id')
    .where('oidc_subject', '=', subject)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** The one person with a mail address whom no provider vouches for yet; null for none or several. */
export async function findUnboundByMail(db: Database, mail: string): Promise<number | null> {
  const rows = await db
    .selectFrom('people')
    .select(['id', 'oidc_subject as subject', 'disabled_at as disabledAt'])
    .where(sql<boolean>`lower(people.mail) = lower(${mail})`)
    .limit(2)
    .execute();
  const [only] = rows;
  if (rows.length !== 1 || !only) return null;
  return only.subject === null && only.disabledAt === null ? only.id : null;
}

/** From now on this subject is that person; false when somebody else was first. */
export async function bindSubject(tx: Tx, id: number, subject: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('people')
    .set((eb) => ({ oidc_subject: subject, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('oidc_subject', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
