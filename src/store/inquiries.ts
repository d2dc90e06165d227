import { sql } from 'kysely';
import type { Instant } from '#base/civil-date.ts';
import type { NewInquiry } from '#domain/inquiry.ts';
import type { InquiryLife } from '#domain/inquiry-life.ts';
import type { Place } from '#domain/person.ts';
import type { Database, Tx } from './database/database.ts';
import { type MatterOrigin, originColumns } from './error-reports.ts';
import { findMatterClock, lifeColumns } from './matter-lives.ts';
import { regionOfMatter, unitName, unitPath } from './matter-names.ts';

/** An answer that waits for review, with what would be published. */
export interface AnswerDraft {
  /** What the writer is told. */
  answer: string;
  /** What everybody may read, personal data masked. */
  title: string;
  question: string;
  publicAnswer: string;
  /** The unit's wish: published, or withheld for a reason. */
  withhold: string | null;
  by: number | null;
}

/** Puts an inquiry in and gives its number; null when its receipt is there already. */
export async function insertInquiry(
  tx: Tx,
  life: InquiryLife,
  { kind, unitId, title, text, mayPublish }: NewInquiry,
  origin: MatterOrigin,
): Promise<number | null> {
  const made = await tx
    .insertInto('inquiries')
    .values({
      ...(lifeColumns(life) as unknown as { state: InquiryLife['state'] }),
      ...originColumns(origin),
      kind,
      addressed_to: unitId ?? null,
      title,
      text,
      may_publish: mayPublish,
    } as never)
    .onConflict((conflict) => conflict.column('receipt_hash').doNothing())
    .returning('id')
    .executeTakeFirst();
  return made?.id ?? null;
}

/** An inquiry with its life, its helpers and where it belongs. */
export type InquiryRow = NonNullable<Awaited<ReturnType<typeof findInquiry>>>;

/** One inquiry; null when there is none of that number. */
export async function findInquiry(db: Database, id: number) {
  return await inquiryWhere(db, 'id', id);
}

/** The inquiry that a receipt opens; null when none does. */
export async function findInquiryByReceipt(db: Database, receiptHash: string) {
  return await inquiryWhere(db, 'receipt_hash', receiptHash);
}

async function inquiryWhere(db: Database, column: 'id' | 'receipt_hash', value: number | string) {
  const row = await db
    .selectFrom('inquiries as m')
    .selectAll('m')
    .select([
      unitName('m.unit_id').as('unit'),
      unitName('m.responsible_id').as('responsible'),
      unitName('m.addressed_to').as('addressedTo'),
      unitName('m.answered_by').as('answeredBy'),
      unitPath(sql`coalesce(m.unit_id, m.responsible_id)`).as('unitPath'),
      regionOfMatter('path').as('region'),
    ])
    .where(`m.${column}`, '=', value as never)
    .executeTakeFirst();
  if (!row) return null;
  const deadline = await findMatterClock(db, 'inquiry', row.id);
  const helpers = await listHelpers(db, row.id);
  const life: InquiryLife = {
    thing: 'inquiry',
    state: row.state,
    receivedAt: row.received_at,
    unit: row.unit_id,
    responsible: row.responsible_id,
    returnedBy: row.returned_by,
    lead: row.lead_id,
    clock: deadline,
    metAt: row.met_at,
    isLate: row.is_late,
    endedAt: row.ended_at,
    reopenedAt: row.reopened_at,
    ratedAt: row.rated_at,
    kind: row.kind,
    complexity: row.complexity,
    helpers: helpers.map(({ unitId, answeredAt }) => ({
      unit: unitId,
      isDone: answeredAt !== null,
    })),
    extension: row.extension,
  };
  const place: Place = { region: row.region, unit: row.unitPath };
  return { ...row, draft: row.draft as AnswerDraft | null, life, deadline, helpers, place };
}

/** Units that help with an inquiry, in the order they were asked. */
export async function listHelpers(db: Database, inquiryId: number) {
  return await db
    .selectFrom('inquiry_helpers')
    .innerJoin('units', 'units.id', 'inquiry_helpers.unit_id')
    .select([
      'inquiry_helpers.unit_id as unitId',
      'units.name as unit',
      'units.path as unitPath',
      'inquiry_helpers.asked_at as askedAt',
      'inquiry_helpers.reason',
      'inquiry_helpers.opinion',
      'inquiry_helpers.answered_at as answeredAt',
    ])
    .where('inquiry_id', '=', inquiryId)
    .orderBy('asked_at')
    .orderBy('unit_id')
    .execute();
}

export async function insertHelper(
  tx: Tx,
  {
    inquiryId,
    unitId,
    reason,
    at,
  }: Record<'inquiryId' | 'unitId', number> & {
    reason: string;
    at: Instant;
  },
): Promise<void> {
  await tx
    .insertInto('inquiry_helpers')
    .values({ inquiry_id: inquiryId, unit_id: unitId, reason, asked_at: at })
    .execute();
}

export async function saveOpinion(
  tx: Tx,
  {
    inquiryId,
    unitId,
    opinion,
    at,
  }: Record<'inquiryId' | 'unitId', number> & {
    opinion: string;
    at: Instant;
  },
): Promise<void> {
  await tx
    .updateTable('inquiry_helpers')
    .set({ opinion, answered_at: at })
    .where('inquiry_id', '=', inquiryId)
    .where('unit_id', '=', unitId)
    .execute();
}

export async function deleteHelper(tx: Tx, inquiryId: number, unitId: number): Promise<void> {
  await tx
    .deleteFrom('inquiry_helpers')
    .where('inquiry_id', '=', inquiryId)
    .where('unit_id', '=', unitId)
    .execute();
}

/** Takes the helpers of an inquiry that is opened anew away: what they said stands in its history. */
export async function deleteHelpers(tx: Tx, inquiryId: number): Promise<void> {
  await tx.deleteFrom('inquiry_helpers').where('inquiry_id', '=', inquiryId).execute();
}

/** Puts another unit in the place of a helper, unless it helps already. */
export async function replaceHelper(
  tx: Tx,
  inquiryId: number,
  { from, to }: { from: number; to: number },
): Promise<void> {
  await sql`delete from inquiry_helpers h using inquiry_helpers other
    where h.inquiry_id = ${inquiryId} and h.unit_id = ${to}
      and other.inquiry_id = h.inquiry_id and other.unit_id = ${from}`.execute(tx);
  await tx
    .updateTable('inquiry_helpers')
    .set({ unit_id: to })
    .where('inquiry_id', '=', inquiryId)
    .where('unit_id', '=', from)
    .execute();
}
