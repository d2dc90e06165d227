import { present } from '#base/assert.ts';
import type { Instant } from '#base/civil-date.ts';
import type { CaptureSeen } from '#domain/public-matter.ts';
import type { Visit } from '#domain/visit.ts';
import type { Database, Tx } from './database/database.ts';
import { toJsonOrNull } from './json-column.ts';

/** A page as it was when it was looked at for a report. */
export interface NewCapture {
  when: 'submitted' | 'answered';
  at: Instant;
  /** The first visit of the page as the crawl saved it; null when it never came to one. */
  visit: Visit | null;
  /** Why nothing was seen, or null. */
  failure: string | null;
  title: string | null;
  text: string | null;
  /** A PNG or JPEG. */
  picture: Uint8Array | null;
  /** The sealed run folder below the evidence folder, and its seal. */
  folder: string | null;
  seal: string | null;
}

/** Keeps a capture of a report and gives its number. */
export async function insertCapture(
  tx: Tx,
  reportId: number,
  { when, visit, picture, ...capture }: NewCapture & { hash: string },
): Promise<number> {
  const { id } = await tx
    .insertInto('captures')
    .values({
      report_id: reportId,
      moment: when,
      visit: toJsonOrNull(visit),
      picture: picture === null ? null : Buffer.from(picture),
      ...capture,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

const EXCERPT = 2000;

/** What everybody concerned may see of the captures of a report, in their order. */
export async function listCaptures(db: Database, reportId: number): Promise<CaptureSeen[]> {
  const rows = await db
    .selectFrom('captures')
    .select(['id', 'moment', 'at', 'visit', 'failure', 'title', 'text'])
    .select((eb) => eb('picture', 'is not', null).as('hasPicture'))
    .where('report_id', '=', reportId)
    .orderBy('id')
    .execute();
  return rows.map((row) => {
    const visit = row.visit as Visit | null;
    return {
      id: row.id,
      when: row.moment,
      at: row.at,
      failure: row.failure,
      status: visit?.outcome.kind === 'answered' ? visit.outcome.status : null,
      finalUrl: visit?.finalUrl ?? null,
      title: row.title,
      text: row.text?.slice(0, EXCERPT) ?? null,
      hasPicture: present(row.hasPicture, 'a truth value') === true,
    };
  });
}

/** One capture with its picture; null when there is none of that number. */
export async function findCapture(db: Database, id: number) {
  const row = await db.selectFrom('captures').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) return null;
  const { moment, report_id: reportId, ...rest } = row;
  return { ...rest, reportId, when: moment, visit: row.visit as Visit | null };
}
