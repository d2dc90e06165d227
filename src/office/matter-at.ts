import type { Instant } from '#base/civil-date.ts';
import { Refusal } from '#base/refusal.ts';
import type { Place } from '#domain/person.ts';
import type { MatterThing } from '#domain/public-matter.ts';
import { may, type RightName } from '#domain/rights.ts';
import type { Database } from '#store/database/database.ts';
import { findReport, findReportByReceipt, type ReportRow } from '#store/error-reports.ts';
import { findInquiry, findInquiryByReceipt, type InquiryRow } from '#store/inquiries.ts';
import { lockMatters } from '#store/matter-lives.ts';
import { findByMailKey } from '#store/matter-mails.ts';
import { placeOfUnit } from '#store/places.ts';
import { type Act, type Desk, requireRight } from './desk.ts';
import { receiptHash } from './receipt.ts';

type Door = Pick<Desk, 'actor' | 'now'>;

/** An inquiry for a question or an act; one that the actor may not see is not there. */
export async function inquiryAt(
  desk: Door,
  db: Database,
  id: number,
  right: RightName,
): Promise<InquiryRow> {
  const inquiry = await findInquiry(db, id);
  const places = inquiry ? await placesOf(db, inquiry) : [];
  if (!inquiry || !isSeen(desk, places)) throw new Refusal('not-found', { thing: 'inquiry', id });
  if (right !== 'matter.read') requireRight(desk, right, inquiry.place);
  return inquiry;
}

/** The same of an error report. */
export async function reportAt(
  desk: Door,
  db: Database,
  id: number,
  right: RightName,
): Promise<ReportRow> {
  const report = await findReport(db, id);
  const places = report ? await placesOf(db, report) : [];
  if (!report || !isSeen(desk, places))
    throw new Refusal('not-found', { thing: 'error-report', id });
  if (right !== 'matter.read') requireRight(desk, right, report.place);
  return report;
}

/** An inquiry that is held until the act ends, with those merged into it. */
export async function inquiryAtHand(
  desk: Desk,
  act: Act,
  id: number,
  right: RightName,
): Promise<InquiryRow> {
  await lockMatters(act.tx, 'inquiry', [id]);
  return await inquiryAt(desk, act.tx, id, right);
}

export async function reportAtHand(
  desk: Desk,
  act: Act,
  id: number,
  right: RightName,
): Promise<ReportRow> {
  await lockMatters(act.tx, 'error-report', [id]);
  return await reportAt(desk, act.tx, id, right);
}

/** Where a matter may be seen from: whom it is with, who answers for it, who helps. */
async function placesOf(db: Database, row: InquiryRow | ReportRow): Promise<Place[]> {
  const { place, life } = row;
  const helping =
    'helpers' in row ? row.helpers.map(({ unitPath }) => ({ ...place, unit: unitPath })) : [];
  const isOthers = life.responsible !== null && life.responsible !== life.unit;
  const other = isOthers ? await placeOfUnit(db, life.responsible as number) : null;
  return [place, ...(other ? [{ ...place, unit: other.unit }] : []), ...helping];
}

function isSeen({ actor }: Door, places: readonly Place[]): boolean {
  return places.some((place) => may(actor, 'matter.read', place));
}

/**
 * What a receipt opens, or the key of a mail's link until it ends. Refuses `receipt-unknown` one
 * that opens nothing, or nothing any more.
 */
export async function matterByReceipt(
  db: Database,
  receipt: string,
  now: Instant,
): Promise<InquiryRow | ReportRow> {
  const hash = receiptHash(receipt);
  const found =
    (await findInquiryByReceipt(db, hash)) ??
    (await findReportByReceipt(db, hash)) ??
    (await matterOfMail(db, hash, now));
  if (!found) throw new Refusal('receipt-unknown');
  return found;
}

async function matterOfMail(db: Database, hash: string, now: Instant) {
  const of = await findByMailKey(db, hash, now);
  if (of === null) return null;
  const { thing, thingId } = of;
  return thing === 'inquiry' ? await findInquiry(db, thingId) : await findReport(db, thingId);
}

/** The same for an act of the writer: held until the act ends. */
export async function matterByReceiptAtHand(
  act: Act,
  receipt: string,
): Promise<InquiryRow | ReportRow> {
  const { id, life } = await matterByReceipt(act.tx, receipt, act.at);
  const thing: MatterThing = life.thing;
  await lockMatters(act.tx, thing, [id]);
  return await matterByReceipt(act.tx, receipt, act.at);
}

/** Tells the two matters apart. */
export function isInquiry(row: InquiryRow | ReportRow): row is InquiryRow {
  return row.life.thing === 'inquiry';
}
