import { type Expression, type SqlBool, sql } from 'kysely';
import type { Instant } from '#base/civil-date.ts';
import type { InquiryKind } from '#domain/inquiry.ts';
import type { PublishedInquiry } from '#domain/public-matter.ts';
import type { Database, Tx } from './database/database.ts';
import { textHolds, textLike } from './matter-places.ts';

/** Makes a question and its answer public, in the words for everybody. */
export async function upsertPublished(
  tx: Tx,
  words: { id: number; title: string; question: string; answer: string; at: Instant },
): Promise<void> {
  const { id, title, question, answer, at } = words;
  const columns = { title, question, answer, published_at: at };
  await tx
    .insertInto('published_inquiries')
    .values({ inquiry_id: id, ...columns })
    .onConflict((conflict) => conflict.column('inquiry_id').doUpdateSet(columns))
    .execute();
}

/** Takes one from the public. */
export async function deletePublished(tx: Tx, id: number): Promise<void> {
  await tx.deleteFrom('published_inquiries').where('inquiry_id', '=', id).execute();
}

export interface PublishedFilter {
  /** Two characters or more of title, question or answer. */
  q?: string | undefined;
  kind?: InquiryKind | undefined;
  unitId?: number | undefined;
  /** The last one of the page before. */
  after?: number | undefined;
  limit: number;
}

/** What everybody may read, newest first. */
export async function listPublished(
  db: Database,
  filter: PublishedFilter,
): Promise<PublishedInquiry[]> {
  const { q, after, limit } = filter;
  if (q === undefined) return await listWhere(db, filter, []);
  if (after === undefined) {
    // A common word fills a page from the newest; only a rare one is worth the index.
    const newest = sql<SqlBool>`m.inquiry_id in (select inquiry_id from published_inquiries
      order by published_at desc, inquiry_id desc limit 2000)`;
    const found = await listWhere(db, filter, [newest, textLike(q)]);
    if (found.length === limit) return found;
  }
  return await listWhere(db, filter, [textHolds(q)]);
}

async function listWhere(
  db: Database,
  { kind, unitId, after, limit }: PublishedFilter,
  sought: Expression<SqlBool>[],
): Promise<PublishedInquiry[]> {
  const conditions: Expression<SqlBool>[] = [
    ...sought,
    ...(kind === undefined ? [] : [sql<SqlBool>`i.kind = ${kind}`]),
    ...(unitId === undefined ? [] : [sql<SqlBool>`i.answered_by = ${unitId}`]),
    ...(after === undefined
      ? []
      : [
          sql<SqlBool>`(m.published_at, m.inquiry_id) < (select last.published_at, last.inquiry_id
            from published_inquiries last where last.inquiry_id = ${after})`,
        ]),
  ];
  return await published(db)
    .where((eb) => eb.and(conditions))
    .orderBy('m.published_at', 'desc')
    .orderBy('m.inquiry_id', 'desc')
    .limit(limit)
    .execute();
}

/** One of them; null when it is not public. */
export async function findPublished(db: Database, id: number): Promise<PublishedInquiry | null> {
  return (await published(db).where('m.inquiry_id', '=', id).executeTakeFirst()) ?? null;
}

function published(db: Database) {
  return db
    .selectFrom('published_inquiries as m')
    .innerJoin('inquiries as i', 'i.id', 'm.inquiry_id')
    .innerJoin('units', 'units.id', 'i.answered_by')
    .select([
      'm.inquiry_id as id',
      'i.kind',
      'm.title',
      'm.question',
      'm.answer',
      'units.name as unit',
      'units.id as unitId',
      'i.received_at as submittedAt',
      'm.published_at as publishedAt',
      'i.satisfaction',
    ]);
}
