import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Instant } from '#base/civil-date.ts';
import type { InquiryKind } from '#domain/inquiry.ts';
import type { PublishedInquiry } from '#domain/public-matter.ts';
import type { Database, Tx } from './database/database.ts';
import { isCommonWord } from './common-pairs.ts';
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
  const { q, limit } = filter;
  if (q !== undefined && (await isCommonWord(db, 'published_inquiries', q))) {
    // A common word fills a page from the newest; only a rare one is worth the index.
    const newest = await listFound(db, seekNewest(filter, q), limit);
    if (newest.length === limit) return newest;
  }
  return await listFound(db, seek(filter, q === undefined ? [] : [textHolds(q)], limit), limit);
}

/** So many of the newest are read through before the index of words is asked. */
const NEWEST = 2000;

/** The page is found first, by numbers alone; its words are looked up for its rows. */
async function listFound(
  db: Database,
  found: RawBuilder<unknown>,
  limit: number,
): Promise<PublishedInquiry[]> {
  return await published(db)
    .where(sql<SqlBool>`m.inquiry_id in (${found})`)
    .orderBy('m.published_at', 'desc')
    .orderBy('m.inquiry_id', 'desc')
    .limit(limit)
    .execute();
}

function seek(
  { kind, unitId, after }: PublishedFilter,
  sought: Expression<SqlBool>[],
  most: number,
): RawBuilder<unknown> {
  const ofInquiry = [
    ...(kind === undefined ? [] : [sql<SqlBool>`i.kind = ${kind}`]),
    ...(unitId === undefined ? [] : [sql<SqlBool>`i.answered_by = ${unitId}`]),
  ];
  const conditions = [
    ...sought,
    ...ofInquiry,
    ...(after === undefined
      ? []
      : [
          sql<SqlBool>`(m.published_at, m.inquiry_id) < ((select published_at
            from published_inquiries where inquiry_id = ${after}), ${after}::integer)`,
        ]),
  ];
  const text = most === NEWEST ? sql`, m.published_at, m.search` : sql``;
  return sql`select m.inquiry_id${text} from published_inquiries m
    ${ofInquiry.length === 0 ? sql`` : sql`join inquiries i on i.id = m.inquiry_id`}
    ${conditions.length === 0 ? sql`` : sql`where ${sql.join(conditions, sql` and `)}`}
    order by m.published_at desc, m.inquiry_id desc limit ${most}`;
}

function seekNewest(filter: PublishedFilter, q: string): RawBuilder<unknown> {
  return sql`select m.inquiry_id from (${seek(filter, [], NEWEST)}) m where ${textLike(q)}
    order by m.published_at desc, m.inquiry_id desc limit ${filter.limit}`;
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
