import type { Instant } from '#base/civil-date.ts';
import { type Fault, faultNames } from '#domain/error-report.ts';
import { maskPersonalData } from '#publish/personal-data.ts';
import type { Database } from '#store/database/database.ts';
import { findReportByReceipt } from '#store/error-reports.ts';
import { listPublicReports, type PublicReport } from '#store/public-reports.ts';
import { receiptHash } from './receipt.ts';

/** Most reports that are given at once, as Open311 has it. */
const MOST_REPORTS = 1000;

export interface PublicReportsAsked {
  ids?: readonly number[] | undefined;
  faults?: readonly string[] | undefined;
  from?: Instant | undefined;
  until?: Instant | undefined;
  isEnded?: boolean | undefined;
}

/** Error reports as everybody may see them; what an answer says of persons is masked. */
export async function askPublicReports(
  db: Database,
  { faults, from, until, ...asked }: PublicReportsAsked,
): Promise<PublicReport[]> {
  const known = faults?.filter((one): one is Fault => faultNames.includes(one as Fault));
  const filter = { ...asked, faults: known, receivedFrom: from, receivedUntil: until };
  const found = await listPublicReports(db, { ...filter, limit: MOST_REPORTS });
  return found.map((report) => ({
    ...report,
    answer: report.answer === null ? null : maskPersonalData(report.answer),
  }));
}

/** The number of the report that a receipt opens; null when it opens none. */
export async function reportIdOfReceipt(db: Database, receipt: string): Promise<number | null> {
  return (await findReportByReceipt(db, receiptHash(receipt)))?.id ?? null;
}
