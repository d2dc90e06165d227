import { sql } from 'kysely';
import type { Instant } from '#base/civil-date.ts';
import type { NewErrorReport } from '#domain/error-report.ts';
import type { Place } from '#domain/person.ts';
import type { SimilarReport } from '#domain/public-matter.ts';
import type { ReportLife } from '#domain/report-life.ts';
import type { Database, Tx } from './database/database.ts';
import { findMatterClock, lifeColumns } from './matter-lives.ts';
import { regionOfMatter, unitName, unitPath } from './matter-names.ts';

/** What a matter is stored with besides its life. */
export interface MatterOrigin {
  receiptHash: string;
  regionId: number;
  textHash: string;
  suspicion: readonly string[];
  via: 'portal' | 'open311' | 'office';
  at: Instant;
}

/** Puts a report in and gives its number; null when its receipt is there already. */
export async function insertReport(
  tx: Tx,
  life: ReportLife,
  { pageUrl, fault, text, siteId }: NewErrorReport & { siteId: number | null },
  origin: MatterOrigin,
): Promise<number | null> {
  const made = await tx
    .insertInto('error_reports')
    .values({
      ...(lifeColumns(life) as unknown as { state: ReportLife['state'] }),
      ...originColumns(origin),
      site_id: siteId,
      page_url: pageUrl,
      fault,
      text,
    } as never)
    .onConflict((conflict) => conflict.column('receipt_hash').doNothing())
    .returning('id')
    .executeTakeFirst();
  return made?.id ?? null;
}

/** Columns of where a matter came from. */
export function originColumns(origin: MatterOrigin) {
  return {
    receipt_hash: origin.receiptHash,
    region_id: origin.regionId,
    text_hash: origin.textHash,
    suspicion: [...origin.suspicion],
    via: origin.via,
    received_at: origin.at,
    changed_at: origin.at,
  };
}

/** A report with its life, its site and where it belongs. */
export type ReportRow = NonNullable<Awaited<ReturnType<typeof findReport>>>;

/** One report; null when there is none of that number. */
export async function findReport(db: Database, id: number) {
  return await reportWhere(db, 'id', id);
}

/** The report that a receipt opens; null when none does. */
export async function findReportByReceipt(db: Database, receiptHash: string) {
  return await reportWhere(db, 'receipt_hash', receiptHash);
}

async function reportWhere(db: Database, column: 'id' | 'receipt_hash', value: number | string) {
  const row = await db
    .selectFrom('error_reports as m')
    .selectAll('m')
    .select([
      unitName('m.unit_id').as('unit'),
      unitName('m.responsible_id').as('responsible'),
      unitName('m.answered_by').as('answeredBy'),
      unitPath(sql`coalesce(m.unit_id, m.responsible_id)`).as('unitPath'),
      regionOfMatter('path').as('region'),
      sql<string | null>`(select name from sites where id = m.site_id)`.as('site'),
    ])
    .where(`m.${column}`, '=', value as never)
    .executeTakeFirst();
  if (!row) return null;
  const deadline = await findMatterClock(db, 'error-report', row.id);
  const life: ReportLife = {
    thing: 'error-report',
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
    unitTruth: row.unit_truth,
    truth: row.truth,
  };
  const place: Place = { region: row.region, unit: row.unitPath };
  return { ...row, life, deadline, place };
}

/** Reports of the same page, then of the same site, that are not ended; newest first. */
export async function listSimilarReports(
  db: Database,
  { pageUrl, siteId, limit }: { pageUrl: string; siteId: number | null; limit: number },
): Promise<SimilarReport[]> {
  return await db
    .selectFrom('error_reports as m')
    .select([
      'm.id',
      'm.page_url as pageUrl',
      'm.fault',
      'm.received_at as submittedAt',
      'm.state',
      unitName('m.unit_id').as('unit'),
      sql<boolean>`m.page_url = ${pageUrl}`.as('isSamePage'),
    ])
    .where('m.ended_at', 'is', null)
    .where('m.state', '<>', 'merged')
    .where((eb) =>
      eb.or([
        eb('m.page_url', '=', pageUrl),
        ...(siteId === null ? [] : [eb('m.site_id', '=', siteId)]),
      ]),
    )
    .orderBy(sql`m.page_url = ${pageUrl}`, 'desc')
    .orderBy('m.id', 'desc')
    .limit(limit)
    .execute();
}

/** Reports whose page is still to be captured: as submitted, or since the answer. */
export async function listUncaptured(db: Database, limit: number) {
  const captured = (moment: 'submitted' | 'answered') => sql<boolean>`exists (
    select from captures c where c.report_id = m.id and c.moment = ${moment}
      and c.at >= ${moment === 'submitted' ? sql`m.received_at` : sql`m.answered_at`})`;
  const rows = await db
    .selectFrom('error_reports as m')
    .select([
      'm.id as reportId',
      'm.page_url as pageUrl',
      captured('submitted').as('hasFirst'),
      captured('answered').as('hasSecond'),
    ])
    .where('m.ended_at', 'is', null)
    .where('m.state', '<>', 'merged')
    .where(sql<boolean>`(not ${captured('submitted')}
      or (m.state = 'answered' and not ${captured('answered')}))`)
    .orderBy('m.id')
    .limit(limit)
    .execute();
  return rows.map(({ reportId, pageUrl, hasFirst }) => ({
    reportId,
    pageUrl,
    when: hasFirst ? ('answered' as const) : ('submitted' as const),
  }));
}
