import { Refusal } from '#base/refusal.ts';
import type { PublishedInquiry } from '#domain/public-matter.ts';
import type { Database } from '#store/database/database.ts';
import { findPublished, listPublished, type PublishedFilter } from '#store/published-inquiries.ts';
import { listUnitNames, listUnitsMeant } from '#store/matter-origins.ts';
import { type Page, pageById, pageSize } from './page-of.ts';

/** Questions and answers that everybody may read, newest first. */
export async function listPublishedInquiries(
  db: Database,
  filter: Omit<PublishedFilter, 'limit'> & { limit?: number | undefined },
): Promise<Page<PublishedInquiry>> {
  const limit = pageSize(filter.limit);
  // A single character is no word to search by.
  const q = filter.q !== undefined && [...filter.q.trim()].length >= 2 ? filter.q : undefined;
  return pageById(await listPublished(db, { ...filter, q, limit }), limit);
}

/** One of them. What is not public is not there. */
export async function publishedInquiry(db: Database, id: number): Promise<PublishedInquiry> {
  const found = await findPublished(db, id);
  if (found === null) throw new Refusal('not-found', { thing: 'inquiry', id });
  return found;
}

/** Units that an inquiry may be addressed to, so many at most. */
export async function listUnitsForInquiries(
  db: Database,
  limit: number,
): Promise<{ id: number; name: string }[]> {
  return await listUnitNames(db, limit);
}

/** Units that are meant by what somebody typed, so many at most; one: it is clear. */
export async function unitsMeant(
  db: Database,
  typed: string,
  limit: number,
): Promise<{ id: number; name: string }[]> {
  return await listUnitsMeant(db, typed, limit);
}
