import { sql } from 'kysely';
import { chinaDate, type Instant } from '#base/civil-date.ts';
import type { Fault, Truth } from '#domain/error-report.ts';
import type { InquiryKind } from '#domain/inquiry.ts';
import { type InquiryFact, standingOf } from '#domain/inquiry-statistics.ts';
import type { Discrepancy } from '#domain/reconcile-matters.ts';
import type { MatterThing, Satisfaction } from '#domain/public-matter.ts';
import type { Reach } from '#domain/rights.ts';
import type { ReportFact } from '#domain/report-statistics.ts';
import type { StateOf } from '#domain/moves.ts';
import type { Database } from './database/database.ts';
import { matterTables } from './matter-lives.ts';
import { manyWithin, mattersWithin } from './matter-places.ts';

/** Which matters are counted, and as of when. */
export interface CountTerms {
  /** Received from this moment up to, not at, the other. */
  from: Instant;
  before: Instant;
  cutoff: Instant;
}

interface FactRow {
  state: string;
  unitId: number | null;
  unit: string | null;
  isLate: boolean;
  satisfaction: Satisfaction | null;
  hasMoved: boolean;
  count: number;
}

/** Inquiries of a period by all that they are counted by, each combination with its number. */
export async function inquiryFacts(
  db: Database,
  reach: Reach | null,
  terms: CountTerms,
): Promise<InquiryFact[]> {
  const rows = await facts<FactRow & { kind: InquiryKind }>(db, 'inquiry', reach, terms);
  return rows.map(({ state, ...row }) => ({
    ...row,
    standing: standingOf(state as StateOf<'inquiry'>),
    isAnswered: state === 'published' || state === 'withheld',
    isRefused: state === 'refused',
  }));
}

/** The same of error reports. */
export async function reportFacts(
  db: Database,
  reach: Reach | null,
  terms: CountTerms,
): Promise<ReportFact[]> {
  const rows = await facts<
    FactRow & { fault: Fault; truth: Truth | null; siteId: number | null; site: string | null }
  >(db, 'error-report', reach, terms);
  return rows.map(({ state, ...row }) => ({
    ...row,
    isAnswered: state === 'answered' || state === 'closed',
    isRefused: state === 'refused',
  }));
}

const ownColumns = {
  'error-report': {
    inner: sql`m.site_id, m.fault, m.truth`,
    outer: sql`f.site_id as "siteId", (select name from sites where id = f.site_id) as site,
      f.fault, f.truth`,
    by: sql`f.site_id, f.fault, f.truth`,
  },
  inquiry: { inner: sql`m.kind`, outer: sql`f.kind`, by: sql`f.kind` },
} as const;

/** States in which a matter has ended: its lateness stands. */
const ENDED = sql`('published', 'withheld', 'refused', 'closed')`;

/**
 * What changed after the cut-off counts as it stood then, with the unit that answered for it then
 * and under that unit's name of then: by its last line of history up to the cut-off. Late is what
 * ended late, or has not ended though its clock had run out; a clock that stands has not.
 */
async function facts<R>(
  db: Database,
  thing: MatterThing,
  reach: Reach | null,
  { from, before, cutoff }: CountTerms,
): Promise<R[]> {
  const own = ownColumns[thing];
  const table = sql.table(matterTables[thing]);
  const meant = sql`m.received_at >= ${from} and m.received_at < ${before}
    and m.received_at <= ${cutoff}`;
  const rated = sql`case when m.rated_at <= ${cutoff} then m.satisfaction end as satisfaction`;
  // Most have ended and did not change since: they are counted together, as they stand. Of the open
  // ones the running clocks are read at once, and of what changed the line of then is sought.
  const { rows } = await sql<R>`
    with changed as (
      select m.id, m.region_id, ${own.inner}, ${rated}, then_.*
      from ${table} m left join lateral (
        select e.state, e.is_late, e.holder_id as unit_id, e.responsible_id,
          m.moved_from is not null and exists (select from matter_events moved
            where moved.thing = ${thing} and moved.thing_id = m.id and moved.what = 'moved'
              and moved.at <= ${cutoff}
              and (moved.data->>'to')::integer in (moved.holder_id, moved.responsible_id))
            as has_moved
        from matter_events e
        where e.thing = ${thing} and e.thing_id = m.id and e.at <= ${cutoff}
        order by e.id desc limit 1) then_ on true
      where ${meant} and m.changed_at > ${cutoff}
    ), seen as (
      select case when m.state in ${ENDED} then null else m.id end as id, m.responsible_id,
        m.moved_from is not null as has_moved, ${rated}, ${own.inner}, m.state, m.is_late,
        count(*) as count
      from ${table} m
      where ${meant} and m.changed_at <= ${cutoff} and ${manyWithin(reach, thing)}
      group by 1, m.responsible_id, 3, 4, ${own.inner}, m.state, m.is_late
      union all
      select m.id, m.responsible_id, m.has_moved, m.satisfaction, ${own.inner}, m.state, m.is_late,
        1
      from changed m where ${manyWithin(reach, thing)}
    ), running as (
      select thing_id, min(due_at) as due_at from deadlines
      where thing = ${thing} and met_at is null and void_at is null group by thing_id
    ), counted as (
      select s.*, case
        when s.state in ${ENDED} then s.is_late
        when s.state = 'asking' then false
        when r.thing_id is not null then r.due_at <= ${cutoff}
        else (select coalesce(bool_or(
            d.due_at <= least(coalesce(d.met_at, ${cutoff}), ${cutoff})), false)
          from deadlines d where d.thing = ${thing} and d.thing_id = s.id)
        end as late
      from seen s left join running r on r.thing_id = s.id
    ), summed as (
      select f.responsible_id as "unitId", f.state, f.late as "isLate", f.satisfaction,
        f.has_moved as "hasMoved", ${own.outer}, sum(f.count)::int as count
      from counted f
      group by f.responsible_id, f.state, f.late, f.satisfaction, f.has_moved,
        ${own.by}
    ), named as (
      select u.id, coalesce(
        (select name from unit_names where unit_id = u.id and kind = 'official'
          and coalesce(from_day, '-infinity') <= ${chinaDate(cutoff)}::date
          and to_day > ${chinaDate(cutoff)}::date),
        u.name) as unit
      from units u where u.id in (select "unitId" from summed)
    )
    select summed.*, named.unit from summed left join named on named.id = summed."unitId"
  `.execute(db);
  return rows;
}

/**
 * Matters of a period of which the table says something else than the last act on them left in the
 * ledger, or that are in one of the two only. Nothing of ours writes one without the other.
 */
export async function findDiscrepancies(
  db: Database,
  thing: MatterThing,
  reach: Reach | null,
  { from, before }: Pick<CountTerms, 'from' | 'before'>,
): Promise<Discrepancy[]> {
  const table = sql.table(matterTables[thing]);
  const { rows } = await sql<{
    id: number;
    row: Record<string, unknown> | null;
    told: Record<string, unknown> | null;
  }>`
    with rows as (
      select m.id, jsonb_build_object('state', m.state, 'unit', m.unit_id,
        'responsible', m.responsible_id, 'isLate', m.is_late,
        'receivedAt', to_char(m.received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
        as row
      from ${table} m where ${mattersWithin(reach, thing)}
    ), told as (
      select distinct on (thing_id) thing_id::integer as id, after - 'textHash' - 'dueAt' - 'event'
        - 'clock' as told
      from ledger where thing = ${thing} and after ? 'receivedAt'
      order by thing_id, number desc
    )
    select coalesce(rows.id, told.id) as id, rows.row, told.told
    from rows full join told on told.id = rows.id
    where rows.row is distinct from told.told
      and (${
        reach === null
          ? sql`true`
          : sql`rows.id is not null or not exists (
        select from ${table} other where other.id = told.id)`
      })
      and (((rows.row->>'receivedAt')::timestamptz >= ${from}
            and (rows.row->>'receivedAt')::timestamptz < ${before})
        or ((told.told->>'receivedAt')::timestamptz >= ${from}
            and (told.told->>'receivedAt')::timestamptz < ${before}))
    order by 1 limit 200`.execute(db);
  return rows.flatMap(({ id, row, told }) => differences(thing, id, row, told));
}

function differences(
  thing: MatterThing,
  id: number,
  row: Record<string, unknown> | null,
  told: Record<string, unknown> | null,
): Discrepancy[] {
  if (row === null || told === null) {
    const there = (value: unknown) => (value === null ? '—' : 'there');
    return [{ thing, id, field: 'row', table: there(row), ledger: there(told) }];
  }
  return Object.keys({ ...row, ...told })
    .filter((field) => row[field] !== told[field])
    .map((field) => ({
      thing,
      id,
      field,
      table: String(row[field] ?? '—'),
      ledger: String(told[field] ?? '—'),
    }));
}
