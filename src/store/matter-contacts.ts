import { sql } from 'kysely';
import type { Instant } from '#base/civil-date.ts';
import type { MatterThing } from '#domain/public-matter.ts';
import type { Database, Tx } from './database/database.ts';

/** Keeps how a writer may be reached, sealed. */
export async function insertContact(
  tx: Tx,
  {
    thing,
    thingId,
    sealed,
    mailTag,
    at,
  }: {
    thing: MatterThing;
    thingId: number;
    sealed: Uint8Array;
    /** By which mails to one address are counted; null: it is not mailed to. */
    mailTag: string | null;
    at: Instant;
  },
): Promise<void> {
  await tx
    .insertInto('matter_contacts')
    .values({
      thing,
      thing_id: thingId,
      sealed: Buffer.from(sealed),
      kept_at: at,
      mail_tag: mailTag,
    })
    .execute();
}

/** The sealed contact data of a matter; null when there is none (any more). */
export async function findContact(
  db: Database,
  thing: MatterThing,
  thingId: number,
): Promise<Uint8Array | null> {
  const row = await db
    .selectFrom('matter_contacts')
    .select('sealed')
    .where('thing', '=', thing)
    .where('thing_id', '=', thingId)
    .executeTakeFirst();
  return row?.sealed ?? null;
}

/** Erases the contact data of matters that ended before a moment; gives which. */
export async function eraseContacts(
  tx: Tx,
  endedBefore: Instant,
): Promise<{ thing: MatterThing; thingId: number }[]> {
  const { rows } = await sql<{ thing: MatterThing; thingId: number }>`
    delete from matter_contacts c
    where (c.thing = 'inquiry' and exists (
        select from inquiries m where m.id = c.thing_id and m.ended_at < ${endedBefore}))
      or (c.thing = 'error-report' and exists (
        select from error_reports m where m.id = c.thing_id and m.ended_at < ${endedBefore}))
    returning c.thing, c.thing_id as "thingId"`.execute(tx);
  return rows.toSorted((a, b) => a.thingId - b.thingId);
}
