import { sql } from 'kysely';
import type { Instant } from '#base/civil-date.ts';
import type { MailChoice, NewNotice, Notice, NoticeArgs, NoticeKind } from '#domain/notice.ts';
import type { Role } from '#domain/person.ts';
import type { Database, Tx } from './database/database.ts';
import { toJson } from './json-column.ts';

/** People with a post at a unit, or where nobody has one, at the nearest unit above. */
export async function peopleOfUnit(
  db: Database,
  unitPath: string,
  roles: readonly Role[],
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select id from (
      select distinct people.id, rank() over (order by length(units.path) desc) as distance
      from posts
      join units on units.id = posts.unit_id
      join people on people.id = posts.person_id
      where ${unitPath}::text like units.path || '%' and posts.role = any(${[...roles]}::text[])
        and people.disabled_at is null
    ) held where distance = 1 order by id`.execute(db);
  return rows.map(({ id }) => id);
}

/** People who hold a role in a region, or where nobody does, in the nearest region above. */
export async function peopleOfRegion(
  db: Database,
  regionPath: string,
  role: Role,
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select id from (
      select distinct people.id, rank() over (order by length(regions.path) desc) as distance
      from posts
      join regions on regions.id = posts.region_id
      join people on people.id = posts.person_id
      where posts.unit_id is null and posts.role = ${role}
        and ${regionPath}::text like regions.path || '%' and people.disabled_at is null
    ) held where distance = 1 order by id`.execute(db);
  return rows.map(({ id }) => id);
}

/**
 * Writes a notice to people, and a mail that waits for those who want one; each person once for
 * each kind and subject. Gives those who were not told before.
 */
export async function insertNotices(
  tx: Tx,
  people: readonly number[],
  { kind, siteId, args, link, subject }: Omit<NewNotice, 'to'>,
  at: Instant,
): Promise<number[]> {
  const { rows } = await sql<{ person_id: number }>`
    with told as (
      insert into notices (person_id, kind, site_id, args, link, subject, created_at)
      select person, ${kind}, ${siteId}, ${toJson(args)}::jsonb, ${link}, ${subject}, ${at}
      from unnest(${[...people]}::integer[]) as person
      on conflict (person_id, kind, subject) do nothing
      returning id, person_id
    ), mailed as (
      insert into deliveries (notice_id, channel, state, due_at)
      select told.id, 'mail', 'waiting', ${at}
      from told join people on people.id = told.person_id
      left join notice_choices on notice_choices.person_id = people.id
      where people.mail is not null and coalesce(notice_choices.mail, 'as-said') <> 'none'
    )
    select person_id from told order by person_id`.execute(tx);
  return rows.map(({ person_id }) => person_id);
}

/** Notices of a person, newest first; `after` is the last one of the page before. */
export async function listNotices(
  db: Database,
  personId: number,
  { unread, after, limit }: { unread?: boolean; after?: number; limit: number },
): Promise<Notice[]> {
  let query = db
    .selectFrom('notices')
    .leftJoin('sites', 'sites.id', 'notices.site_id')
    .select([
      'notices.id',
      sql<NoticeKind>`notices.kind`.as('kind'),
      'notices.site_id as siteId',
      'sites.name as site',
      sql<NoticeArgs>`notices.args`.as('args'),
      'notices.link',
      'notices.created_at as createdAt',
      'notices.read_at as readAt',
    ])
    .where('notices.person_id', '=', personId);
  if (unread) query = query.where('notices.read_at', 'is', null);
  if (after !== undefined) query = query.where('notices.id', '<', after);
  return await query.orderBy('notices.id', 'desc').limit(limit).execute();
}

export async function countUnread(db: Database, personId: number): Promise<number> {
  const { count } = await db
    .selectFrom('notices')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('person_id', '=', personId)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Marks a notice of a person, or all up to one, as read. Gives how many are that person's. */
export async function markNoticesRead(
  db: Database,
  personId: number,
  which: { id: number } | { upTo: number },
  at: Instant,
): Promise<number> {
  const condition =
    'id' in which ? sql<boolean>`id = ${which.id}` : sql<boolean>`id <= ${which.upTo}`;
  const { numUpdatedRows } = await db
    .updateTable('notices')
    .set({ read_at: sql<Instant>`coalesce(read_at, ${at})` })
    .where('person_id', '=', personId)
    .where(condition)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

export async function findMailChoice(db: Database, personId: number): Promise<MailChoice> {
  const row = await db
    .selectFrom('notice_choices')
    .select('mail')
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row?.mail ?? 'as-said';
}

export async function keepMailChoice(
  db: Database,
  personId: number,
  mail: MailChoice,
): Promise<void> {
  await db
    .insertInto('notice_choices')
    .values({ person_id: personId, mail })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ mail }))
    .execute();
}
