import { chinaDate, type CivilDate, addDays, type Instant } from '#base/civil-date.ts';
import { addWorkingDays, type WorkCalendar } from '#base/working-days.ts';
import { endOfDay } from '#domain/deadline.ts';
import type { MatterThing } from '#domain/public-matter.ts';
import { reachOf } from '#domain/rights.ts';
import { type TimeLeft, timeLeft } from '#domain/time-left.ts';
import { findEmptyPromises } from '#publish/empty-promises.ts';
import { findPersonalData, maskPersonalData } from '#publish/personal-data.ts';
import { listCaptures } from '#store/captures.ts';
import {
  type InquiryLine,
  listInquiries,
  listReports,
  type ReportLine,
} from '#store/list-matters.ts';
import {
  countQueues,
  type DueTerms,
  type MatterFilter,
  type MatterQueue,
  matterQueues,
} from '#store/matter-queues.ts';
import { listEvents } from '#store/matter-events.ts';
import { listFollowers } from '#store/matter-lives.ts';
import { findContact } from '#store/matter-contacts.ts';
import { calendarNow } from './calendar-now.ts';
import type { Desk } from './desk.ts';
import { inquiryAt, reportAt } from './matter-at.ts';
import { matterWords } from './matter-words.ts';
import { type Page, pageById, pageSize } from './page-of.ts';
import { shareAnswers } from './share-answers.ts';

/** A clock of a matter that ends within so many working days is near its end. */
const NEAR_DAYS = 2;

/** How a list of matters is asked for; days in China, both included. */
export interface MattersAsked
  extends Omit<MatterFilter, 'limit' | 'receivedFrom' | 'receivedBefore'> {
  from?: CivilDate | undefined;
  to?: CivilDate | undefined;
  limit?: number | undefined;
}

/** A line of a list with what is left of its time. */
export type WithTime<L> = Omit<L, 'deadline'> & {
  dueAt: Instant;
  dueOn: CivilDate;
  left: TimeLeft;
};

/** Error reports that may be seen. */
export async function askReports(
  desk: Desk,
  asked: MattersAsked,
): Promise<Page<WithTime<ReportLine>>> {
  const filter = filterOf(asked);
  const reach = reachOf(desk.actor, 'matter.read');
  const calendar = await calendarNow(desk.db);
  const items = await listReports(desk.db, reach, filter, dueTerms(desk, calendar));
  return pageById(withTime(desk, items, calendar), filter.limit);
}

/** Inquiries that may be seen. */
export async function askInquiries(
  desk: Desk,
  asked: MattersAsked,
): Promise<Page<WithTime<InquiryLine>>> {
  const filter = filterOf(asked);
  const reach = reachOf(desk.actor, 'matter.read');
  const calendar = await calendarNow(desk.db);
  const items = await listInquiries(desk.db, reach, filter, dueTerms(desk, calendar));
  return pageById(withTime(desk, items, calendar), filter.limit);
}

/** How many matters wait in each queue of the own places. */
export async function askQueues(desk: Desk): Promise<QueueCounts> {
  const reach = reachOf(desk.actor, 'matter.read');
  return await sharedCounts(desk.db, JSON.stringify(reach), Date.parse(desk.now()), async () => {
    const terms = dueTerms(desk, await calendarNow(desk.db));
    const of = (thing: MatterThing) => countQueues(desk.db, thing, reach, terms);
    return { errorReports: await of('error-report'), inquiries: await of('inquiry') };
  });
}

type QueueCounts = Record<'errorReports' | 'inquiries', Record<MatterQueue, number>>;

/** The numbers beside the queues are asked with every page; so long they are the same. */
const COUNTS = { freshMs: 5000, graceMs: 5000 };
const sharedCounts = shareAnswers<QueueCounts>(COUNTS);

function filterOf({ from, to, limit, ...asked }: MattersAsked): MatterFilter {
  return {
    ...asked,
    receivedFrom: from === undefined ? undefined : endOfDay(addDays(from, -1)),
    receivedBefore: to === undefined ? undefined : endOfDay(to),
    limit: pageSize(limit),
  };
}

function dueTerms(desk: Desk, calendar: WorkCalendar): DueTerms {
  const now = desk.now();
  return { now, near: endOfDay(addWorkingDays(calendar, chinaDate(now), NEAR_DAYS)) };
}

function withTime<L extends ReportLine | InquiryLine>(
  desk: Desk,
  lines: readonly L[],
  calendar: WorkCalendar,
): (WithTime<L> & { id: number })[] {
  const now = desk.now();
  return lines.map(({ deadline, ...line }) => ({
    ...line,
    dueAt: deadline.dueAt,
    dueOn: deadline.dueOn,
    left: timeLeft(deadline, line.answeredAt ?? line.endedAt ?? now, calendar),
  }));
}

/** One error report for who handles it: all that was said and seen, and what is left of its time. */
export async function askReport(desk: Desk, id: number) {
  const row = await reportAt(desk, desk.db, id, 'matter.read');
  const {
    search: _search,
    pairs: _pairs,
    receipt_hash: _receipt,
    life,
    place: _place,
    ...rest
  } = row;
  return {
    ...rest,
    ...(await beside(desk, 'error-report', id, row)),
    captures: await listCaptures(desk.db, id),
    personalData: findPersonalData(row.text),
    /** What may be published of it: a proposal, the original stands beside. */
    masked: { text: maskPersonalData(row.text) },
    reopened: life.reopenedAt !== null,
  };
}

/** One inquiry, likewise; a draft with what a reviewer should look at. */
export async function askInquiry(desk: Desk, id: number) {
  const row = await inquiryAt(desk, desk.db, id, 'matter.read');
  const {
    search: _search,
    pairs: _pairs,
    receipt_hash: _receipt,
    life,
    place: _place,
    ...rest
  } = row;
  const { draft } = row;
  return {
    ...rest,
    ...(await beside(desk, 'inquiry', id, row)),
    personalData: findPersonalData(`${row.title}\n${row.text}`),
    masked: {
      title: maskPersonalData(row.title),
      text: maskPersonalData(row.text),
      answer: row.answer === null ? null : maskPersonalData(row.answer),
    },
    advice: draft && {
      emptyPromises: findEmptyPromises(draft.answer, matterWords()),
      personalData: findPersonalData(`${draft.title}\n${draft.question}\n${draft.publicAnswer}`),
    },
    reopened: life.reopenedAt !== null,
  };
}

async function beside(
  desk: Desk,
  thing: MatterThing,
  id: number,
  {
    deadline,
    life,
  }: Pick<Awaited<ReturnType<typeof inquiryAt>>, 'deadline'> & {
    life: { metAt: Instant | null };
  },
) {
  const calendar = await calendarNow(desk.db);
  return {
    left: timeLeft(deadline, life.metAt ?? desk.now(), calendar),
    history: await listEvents(desk.db, thing, id),
    followers: await listFollowers(desk.db, thing, id),
    hasContact: (await findContact(desk.db, thing, id)) !== null,
  };
}

/** Names of the queues, for doors. */
export const matterQueueNames = matterQueues;
