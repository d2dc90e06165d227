import { mayReopen } from '#domain/matter-life.ts';
import {
  type HistoryLine,
  type MatterSeen,
  type Rating,
  reopenUntil,
} from '#domain/public-matter.ts';
import { timeLeft } from '#domain/time-left.ts';
import { listCaptures } from '#store/captures.ts';
import type { Database } from '#store/database/database.ts';
import type { ReportRow } from '#store/error-reports.ts';
import type { InquiryRow } from '#store/inquiries.ts';
import { listEvents } from '#store/matter-events.ts';
import { findPublished } from '#store/published-inquiries.ts';
import { calendarNow } from './calendar-now.ts';
import type { Desk } from './desk.ts';
import { isInquiry, matterByReceipt } from './matter-at.ts';

/**
 * A matter as its writer may see it: what was written and answered, where it stands, by when and
 * why then. Refuses `receipt-unknown`; nothing tells whether a receipt nearly was one.
 */
export async function askByReceipt(
  { db, now }: Pick<Desk, 'db' | 'now'>,
  receipt: string,
): Promise<MatterSeen> {
  const at = now();
  const row = await matterByReceipt(db, receipt, at);
  const seen = { ...common(row, at), clock: await clockOf(db, row, at) };
  const history = await historyOf(db, row);
  if (!isInquiry(row)) {
    return {
      ...seen,
      history,
      thing: 'error-report',
      state: row.state,
      pageUrl: row.page_url,
      fault: row.fault,
      site: row.site,
      truth: row.truth,
      captures: await listCaptures(db, row.id),
    };
  }
  const { kind, title } = row;
  const published =
    row.state === 'published' ? await findPublished(db, row.lead_id ?? row.id) : null;
  return {
    ...seen,
    history,
    thing: 'inquiry',
    state: row.state,
    kind,
    title,
    mayPublish: row.may_publish,
    question: row.state === 'asking' ? row.question : null,
    withheldFor: row.withheld_for,
    publishedId: published?.id ?? null,
  };
}

function common(row: InquiryRow | ReportRow, at: string) {
  const { life } = row;
  const isEnded = life.endedAt !== null && life.state !== 'refused';
  const rating: Rating | null =
    row.satisfaction === null || row.rated_at === null
      ? null
      : { satisfaction: row.satisfaction, comment: row.rating_comment, at: row.rated_at };
  const isShown = row.answer !== null && row.answered_at !== null;
  return {
    id: row.id,
    submittedAt: row.received_at,
    text: row.text,
    unit: row.unit ?? row.responsible,
    answer: isShown
      ? { text: row.answer as string, at: row.answered_at as string, unit: row.answeredBy }
      : null,
    refusedFor: row.refused_for,
    rating,
    may: {
      rate: isEnded && life.ratedAt === null,
      reopen: mayReopen(life, at),
      answerBack: life.state === 'asking',
    },
    reopenUntil: mayReopen(life, at) && life.endedAt !== null ? reopenUntil(life.endedAt) : null,
  };
}

async function clockOf(db: Database, { deadline, life }: InquiryRow | ReportRow, at: string) {
  const left = timeLeft(deadline, life.metAt ?? at, await calendarNow(db));
  return { deadline, left, metAt: life.metAt };
}

async function historyOf(
  db: Database,
  { id, life }: InquiryRow | ReportRow,
): Promise<HistoryLine[]> {
  const events = await listEvents(db, life.thing, id);
  return events
    .filter(({ isOpen }) => isOpen)
    .map(({ at, what, unit, text }) => ({ at, what, unit, text }));
}
