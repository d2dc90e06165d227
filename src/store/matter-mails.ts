import { sql } from 'kysely';
import type { Instant } from '#base/civil-date.ts';
import type { MailAbout, MatterThing } from '#domain/public-matter.ts';
import type { Database, Tx } from './database/database.ts';
import type { DeliveryEnd } from './deliveries.ts';

/** A mail to a writer that waits, with the sealed address it goes to. */
export interface WaitingMatterMail {
  id: number;
  thing: MatterThing;
  thingId: number;
  about: MailAbout;
  madeAt: Instant;
  attempts: number;
  /** Null: the contact data is erased. */
  sealed: Uint8Array | null;
  dueAt: Instant;
}

/** Puts a mail about something that happened in line, where the writer left an address. */
export async function insertMatterMail(
  tx: Tx,
  mail: { thing: MatterThing; thingId: number; event: number; about: MailAbout; at: Instant },
): Promise<void> {
  const { thing, thingId, event, about, at } = mail;
  await sql`
    insert into matter_mails (thing, thing_id, event_id, about, made_at, due_at)
    select ${thing}, ${thingId}::integer, ${event}::bigint, ${about}, ${at}::timestamptz,
      ${at}::timestamptz
    where exists (select from matter_contacts c
      where c.thing = ${thing} and c.thing_id = ${thingId} and c.mail_tag is not null)`.execute(tx);
}

/** How many matters named one address since a moment. */
export async function countMailTag(tx: Tx, tag: string, since: Instant): Promise<number> {
  const { count } = await tx
    .selectFrom('matter_contacts')
    .select((of) => of.fn.countAll<number>().as('count'))
    .where('mail_tag', '=', tag)
    .where('kept_at', '>=', since)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/**
 * Takes mails that are due and gives each until `lease` to be sent: who dies meanwhile leaves them
 * to be sent again. `attempts` is the attempt that is about to be made, from 1.
 */
export async function takeMatterMails(
  db: Database,
  now: Instant,
  lease: Instant,
  limit: number,
): Promise<WaitingMatterMail[]> {
  const { rows } = await sql<WaitingMatterMail>`
    update matter_mails m set attempts = m.attempts + 1, due_at = ${lease}
    where m.id in (
      select id from matter_mails where state = 'waiting' and due_at <= ${now}
      order by due_at, id limit ${limit} for update skip locked
    )
    returning m.id, m.thing, m.thing_id as "thingId", m.about, m.made_at as "madeAt", m.attempts,
      (select c.sealed from matter_contacts c
        where c.thing = m.thing and c.thing_id = m.thing_id) as sealed,
      (select d.due_at from deadlines d
        where d.thing = m.thing and d.thing_id = m.thing_id) as "dueAt"`.execute(db);
  return rows.toSorted((a, b) => a.id - b.id);
}

/** Puts a mail off that may not go out yet: it was no attempt. */
export async function postponeMatterMail(db: Database, id: number, due: Instant): Promise<void> {
  await sql`update matter_mails set due_at = ${due}, attempts = attempts - 1 where id = ${id}`.execute(
    db,
  );
}

export async function endMatterMail(db: Database, id: number, end: DeliveryEnd): Promise<void> {
  const { state, due, sentAt, error } = end;
  await db
    .updateTable('matter_mails')
    .set({ state, due_at: due, sent_at: sentAt, error: error?.slice(0, 1000) ?? null })
    .where('id', '=', id)
    .execute();
}

/** Keeps what the link of a mail opens, and forgets those whose time is over. */
export async function insertMailKey(
  db: Database,
  key: { hash: string; thing: MatterThing; thingId: number; until: Instant },
  now: Instant,
): Promise<void> {
  await db.deleteFrom('mail_keys').where('until', '<=', now).execute();
  const { hash, thing, thingId, until } = key;
  await db
    .insertInto('mail_keys')
    .values({ key_hash: hash, thing, thing_id: thingId, until })
    .execute();
}

/** What the link of a mail opens now; null: nothing, or no longer. */
export async function findByMailKey(
  db: Database,
  hash: string,
  now: Instant,
): Promise<{ thing: MatterThing; thingId: number } | null> {
  const row = await db
    .selectFrom('mail_keys')
    .select(['thing', 'thing_id as thingId'])
    .where('key_hash', '=', hash)
    .where('until', '>', now)
    .executeTakeFirst();
  return row ?? null;
}
