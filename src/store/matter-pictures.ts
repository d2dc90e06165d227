import type { Instant } from '#base/civil-date.ts';
import type { PlainPicture } from '#base/plain-picture.ts';
import type { MatterThing } from '#domain/public-matter.ts';
import type { Database, Tx } from './database/database.ts';

/** Keeps a picture of a matter and gives its number. */
export async function insertPicture(
  tx: Database | Tx,
  of: { thing: MatterThing; id: number; at: Instant; hash: string },
  { mediaType, width, height, bytes }: PlainPicture,
): Promise<number> {
  const { id } = await tx
    .insertInto('matter_pictures')
    .values({
      thing: of.thing,
      thing_id: of.id,
      media_type: mediaType,
      width,
      height,
      bytes: Buffer.from(bytes),
      hash: of.hash,
      added_at: of.at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Pictures of a matter without their bytes, in the order they came. */
export async function listPictures(db: Database, thing: MatterThing, id: number) {
  return await db
    .selectFrom('matter_pictures')
    .select(['id', 'media_type as mediaType', 'width', 'height', 'hash', 'added_at as addedAt'])
    .where('thing', '=', thing)
    .where('thing_id', '=', id)
    .orderBy('id')
    .execute();
}

/** One picture; null when there is none of that number. */
export async function findPicture(db: Database, id: number) {
  const row = await db
    .selectFrom('matter_pictures')
    .select(['thing', 'thing_id as thingId', 'media_type as mediaType', 'bytes', 'hash'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}
