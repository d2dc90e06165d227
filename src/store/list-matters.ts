import { type Expression, type SqlBool, sql } from 'kysely';
import type { Instant } from '#base/civil-date.ts';
import type { Fault, Truth } from '#domain/error-report.ts';
import type { Complexity, InquiryKind } from '#domain/inquiry.ts';
import type { ExtensionState } from '#domain/inquiry-life.ts';
import type { StateOf } from '#domain/moves.ts';
import type { MatterThing, Satisfaction } from '#domain/public-matter.ts';
import type { Reach } from '#domain/rights.ts';
import type { Ending } from '#domain/time-left.ts';
import type { Database } from './database/database.ts';
import { matterTables } from './matter-lives.ts';
import { mattersWithin, textHolds, textLike } from './matter-places.ts';

/** What people work through: what to assign, to answer, to review, to extend, and what is due. */
export const matterQueues = [
  'triage',
  'units',
  'review',
  'extensions',
  'helping',
  'near-due',
  'overdue',
  'open',
] as const;
export type MatterQueue = (typeof matterQueues)[number];

export interface MatterFilter {
  queue?: MatterQueue | undefined;
  state?: string | undefined;
  unit?: number | undefined;
  site?: number | undefined;
  kind?: InquiryKind | undefined;
  fault?: Fault | undefined;
  /** Two characters or more of what was written. */
  q?: string | undefined;
  receivedFrom?: Instant | undefined;
  receivedBefore?: Instant | undefined;
  /** The last one of the page before. */
  after?: number | undefined;
  limit: number;
}

/** What a list of either matter shows. */
interface MatterLine {
  id: number;
  receivedAt: Instant;
  unitId: number | null;
  unit: string | null;
  responsibleId: number | null;
  responsible: string | null;
  suspicion: string[];
  leadId: number | null;
  isLate: boolean;
  answeredAt: Instant | null;
  endedAt: Instant | null;
  reopenedAt: Instant | null;
  satisfaction: Satisfaction | null;
  version: number;
  /** Without its steps: a list of fifty would carry a hundred kilobytes of them. */
  deadline: Ending;
}

export interface ReportLine extends MatterLine {
  state: StateOf<'error-report'>;
  pageUrl: string;
  fault: Fault;
  text: string;
  siteId: number | null;
  site: string | null;
  unitTruth: Truth | null;
  truth: Truth | null;
}

export interface InquiryLine extends MatterLine {
  state: StateOf<'inquiry'>;
  kind: InquiryKind;
  complexity: Complexity;
  title: string;
  extension: ExtensionState;
}

/** When a list of what is due is asked for. */
export interface DueTerms {
  now: Instant;
  /** What ends before this is near. */
  near: Instant;
}

/** Error reports within a reach: newest first, of what is due the soonest first. */
export async function listReports(
  db: Database,
  reach: Reach | null,
  filter: MatterFilter,
  terms: DueTerms,
): Promise<ReportLine[]> {
  return await list<ReportLine>(db, { thing: 'error-report', reach, filter, terms });
}

/** Inquiries within a reach, likewise. */
export async function listInquiries(
  db: Database,
  reach: Reach | null,
  filter: MatterFilter,
  terms: DueTerms,
): Promise<InquiryLine[]> {
  return await list<InquiryLine>(db, { thing: 'inquiry', reach, filter, terms });
}

const ownColumns = {
  'error-report': sql`m.page_url as "pageUrl", m.fault, left(m.text, 200) as text,
    m.site_id as "siteId", (select name from sites where id = m.site_id) as site,
    m.unit_truth as "unitTruth", m.truth`,
  inquiry: sql`m.kind, m.complexity, m.title, m.extension`,
} as const satisfies Record<MatterThing, unknown>;

async function list<L>(
  db: Database,
  {
    thing,
    reach,
    filter,
    terms,
    isNewest = false,
  }: {
    thing: MatterThing;
    reach: Reach | null;
    filter: MatterFilter;
    terms: DueTerms;
    isNewest?: boolean;
  },
): Promise<L[]> {
  const { queue, limit, q } = filter;
  const isDue = queue === 'near-due' || queue === 'overdue';
  if (q !== undefined && !isDue && !isNewest) {
    // A common word fills a page from the newest letters; only a rare one is worth the index.
    const newest = await list<L>(db, { thing, reach, filter, terms, isNewest: true });
    if (newest.length === limit) return newest;
  }
  const isOfUnits = reach !== null && reach.regions.length === 0;
  const conditions = [
    mattersWithin(reach, thing),
    ...conditionsOf(thing, filter, terms),
    ...(q === undefined ? [] : [isNewest || isOfUnits ? textLike(q) : textHolds(q)]),
    ...(isNewest ? [amongNewest(thing, filter.after)] : []),
  ];
  const clock = sql`join deadlines d on d.thing = ${thing} and d.thing_id = m.id`;
  const found = sql`
    select m.*${isDue ? sql`, d.due_at` : sql``}
    from ${sql.table(matterTables[thing])} m ${isDue ? clock : sql``}
    where ${sql.join(conditions, sql` and `)}
    order by ${isDue ? sql`d.due_at, m.id` : sql`m.id desc`} limit ${limit}`;
  // The page is found first; names and clocks are looked up for its rows alone.
  const { rows } = await sql<L>`
    select m.id, m.state, m.received_at as "receivedAt", m.unit_id as "unitId",
      (select name from units where id = m.unit_id) as unit,
      m.responsible_id as "responsibleId",
      (select name from units where id = m.responsible_id) as responsible,
      m.suspicion, m.lead_id as "leadId", m.is_late as "isLate", m.answered_at as "answeredAt",
      m.ended_at as "endedAt", m.reopened_at as "reopenedAt", m.satisfaction, m.version,
      (select jsonb_build_object('dueAt', computation->'dueAt', 'dueOn', computation->'dueOn',
          'pausedSince', computation->'pausedSince',
          'clock', jsonb_build_object('unit', computation->'clock'->'unit'))
        from deadlines c where c.thing = ${thing} and c.thing_id = m.id) as deadline,
      ${ownColumns[thing]}
    from (${found}) m
    order by ${isDue ? sql`m.due_at, m.id` : sql`m.id desc`}`.execute(db);
  return rows;
}

/** So many of the newest letters are read through before the index is asked. */
const NEWEST = 2000;

function amongNewest(thing: MatterThing, after: number | undefined): Expression<SqlBool> {
  const table = sql.table(matterTables[thing]);
  const from = after === undefined ? sql`(select max(id) from ${table})` : sql`${after}::integer`;
  return sql<SqlBool>`m.id > ${from} - ${NEWEST}::integer`;
}

function conditionsOf(
  thing: MatterThing,
  filter: MatterFilter,
  terms: DueTerms,
): Expression<SqlBool>[] {
  const { queue, state, unit, site, kind, fault, receivedFrom, receivedBefore, after } = filter;
  const isDue = queue === 'near-due' || queue === 'overdue';
  const given = <T>(value: T | undefined, condition: (value: T) => Expression<SqlBool>) =>
    value === undefined ? [] : [condition(value)];
  return [
    ...given(queue, (one) => queueIs(thing, one, terms)),
    ...given(state, (one) => sql<SqlBool>`m.state = ${one}`),
    ...given(unit, (one) => sql<SqlBool>`(m.unit_id = ${one} or m.responsible_id = ${one})`),
    ...given(thing === 'inquiry' ? undefined : site, (one) => sql<SqlBool>`m.site_id = ${one}`),
    ...given(thing === 'inquiry' ? undefined : fault, (one) => sql<SqlBool>`m.fault = ${one}`),
    ...given(thing === 'inquiry' ? kind : undefined, (one) => sql<SqlBool>`m.kind = ${one}`),
    ...given(receivedFrom, (at) => sql<SqlBool>`m.received_at >= ${at}`),
    ...given(receivedBefore, (at) => sql<SqlBool>`m.received_at < ${at}`),
    ...given(after, (id) =>
      isDue
        ? sql<SqlBool>`(d.due_at, m.id) > (select due_at, thing_id from deadlines
            where thing = ${thing} and thing_id = ${id})`
        : sql<SqlBool>`m.id < ${id}`,
    ),
  ];
}

function queueIs(thing: MatterThing, queue: MatterQueue, { now, near }: DueTerms) {
  const isInquiry = thing === 'inquiry';
  switch (queue) {
    case 'triage':
      return sql<SqlBool>`m.ended_at is null and m.state = 'received'`;
    case 'units':
      return isInquiry
        ? sql<SqlBool>`m.ended_at is null and m.state in ('assigned', 'handling', 'asking')`
        : sql<SqlBool>`m.ended_at is null and m.state = 'assigned'`;
    case 'review':
      return sql<SqlBool>`m.ended_at is null
        and m.state = ${isInquiry ? sql.lit('drafted') : sql.lit('answered')}`;
    case 'extensions':
      return isInquiry ? sql<SqlBool>`m.extension = 'asked'` : sql<SqlBool>`false`;
    case 'helping':
      return isInquiry
        ? sql<SqlBool>`m.id = any(array(select inquiry_id from inquiry_helpers
            where answered_at is null)) and m.ended_at is null`
        : sql<SqlBool>`false`;
    case 'open':
      return sql<SqlBool>`m.ended_at is null and m.state <> 'merged'`;
    case 'near-due':
      return sql<SqlBool>`${isRunning} and d.due_at > ${now} and d.due_at <= ${near}`;
    case 'overdue':
      return sql<SqlBool>`${isRunning} and d.due_at <= ${now}`;
  }
}

/** A clock that stands is not late, and one that follows another is told with that. */
const isRunning = sql`d.met_at is null and d.void_at is null
  and m.state not in ('asking', 'merged')`;

/** How many wait in each queue. */
export async function countQueues(
  db: Database,
  thing: MatterThing,
  reach: Reach | null,
  terms: DueTerms,
): Promise<Record<MatterQueue, number>> {
  const table = sql.table(matterTables[thing]);
  const counts = matterQueues.map(
    (queue) =>
      sql`count(*) filter (where ${queueIs(thing, queue, terms)})::int as ${sql.ref(queue)}`,
  );
  const { rows } = await sql<Record<MatterQueue, number>>`
    select ${sql.join(counts)} from ${table} m
    join deadlines d on d.thing = ${thing} and d.thing_id = m.id
    where m.ended_at is null and ${mattersWithin(reach, thing)}`.execute(db);
  return rows[0] as Record<MatterQueue, number>;
}
