import { sql } from 'kysely';
import type { CivilDate, Instant } from '#base/civil-date.ts';
import type { MaintenanceWindow, Probe, ProbeResult, ProbeTally } from '#domain/availability.ts';
import type { WatchKind } from '#domain/signal.ts';
import type { Database, Tx } from './database/database.ts';
import { toJson } from './json-column.ts';

/** What is looked at again and again, and when it is due. */
export interface WatchRow {
  siteId: number;
  kind: WatchKind;
  everyMs: number;
  dueAt: Instant;
  lastAt: Instant | null;
  lastOkAt: Instant | null;
  since: Instant;
}

/** Gives every online site its watches, first due at once; those it has stay as they are. */
export async function insertMissingWatches(
  tx: Tx,
  every: Readonly<Record<WatchKind, number>>,
  at: Instant,
): Promise<number> {
  let count = 0;
  for (const [kind, everyMs] of Object.entries(every)) {
    const { numAffectedRows } = await sql`
      insert into watches (site_id, kind, every_ms, due_at, since)
      select id, ${kind}, ${everyMs}, ${at}, ${at} from sites where state = 'online'
      on conflict do nothing
    `.execute(tx);
    count += Number(numAffectedRows ?? 0);
  }
  await sql`
    delete from watches w using sites s where s.id = w.site_id and s.state <> 'online'
  `.execute(tx);
  return count;
}

/** All watches as if they had just looked, their next looks spread over their pace. */
export async function spreadWatches(tx: Tx, at: Instant): Promise<number> {
  const { numAffectedRows } = await sql`
    with placed as (
      select site_id, kind,
             row_number() over (partition by kind order by site_id)::float
               / count(*) over (partition by kind) as part
      from watches
    )
    update watches w
       set last_at = ${at}, last_ok_at = ${at}, since = least(w.since, ${at}::timestamptz),
           due_at = ${at}::timestamptz + make_interval(secs => w.every_ms * p.part / 1000.0)
      from placed p where p.site_id = w.site_id and p.kind = w.kind
  `.execute(tx);
  return Number(numAffectedRows ?? 0);
}

/** Watches that are due, longest first; also those whose last look lies ahead of a clock set back. */
export async function listDueWatches(
  db: Database,
  now: Instant,
  filter: { limit: number; siteId?: number; kind?: WatchKind },
): Promise<WatchRow[]> {
  let query = db
    .selectFrom('watches')
    .selectAll()
    .where((eb) => eb.or([eb('due_at', '<=', now), eb('last_at', '>', now)]))
    .orderBy('due_at')
    .limit(filter.limit);
  if (filter.siteId !== undefined) query = query.where('site_id', '=', filter.siteId);
  if (filter.kind !== undefined) query = query.where('kind', '=', filter.kind);
  return (await query.execute()).map(watchOf);
}

/** Watches that measured nothing for so many times their pace. */
export async function listLateWatches(
  db: Database,
  now: Instant,
  times: number,
): Promise<WatchRow[]> {
  const rows = await db
    .selectFrom('watches')
    .selectAll()
    .where(
      sql<boolean>`coalesce(last_ok_at, since) + make_interval(secs => every_ms * ${times} / 1000.0)
        < ${now}`,
    )
    .execute();
  return rows.map(watchOf);
}

function watchOf(row: {
  site_id: number;
  kind: string;
  every_ms: number;
  due_at: Instant;
  last_at: Instant | null;
  last_ok_at: Instant | null;
  since: Instant;
}): WatchRow {
  return {
    siteId: row.site_id,
    kind: row.kind as WatchKind,
    everyMs: row.every_ms,
    dueAt: row.due_at,
    lastAt: row.last_at,
    lastOkAt: row.last_ok_at,
    since: row.since,
  };
}

/** A look was made: the next is due. `isMeasured` false: it saw nothing, for whatever reason. */
export async function noteLook(
  db: Database,
  watch: { siteId: number; kind: WatchKind; dueAt: Instant },
  { at, isMeasured }: { at: Instant; isMeasured: boolean },
): Promise<void> {
  await db
    .updateTable('watches')
    .set({
      last_at: at,
      due_at: watch.dueAt,
      ...(isMeasured && { last_ok_at: at }),
    })
    .where('site_id', '=', watch.siteId)
    .where('kind', '=', watch.kind)
    .execute();
}

/** Keeps one visit of a homepage; a second one for the same due time changes nothing. */
export async function insertProbe(
  db: Database,
  siteId: number,
  probe: Probe,
  result: ProbeResult,
): Promise<void> {
  await db
    .insertInto('probes')
    .values({
      site_id: siteId,
      due_at: probe.due,
      at: probe.at,
      result,
      took_ms: Math.round(probe.openMs),
      probe: toJson(probe),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Rows of one statement; PostgreSQL takes 65,535 values in one. */
const PROBES_AT_ONCE = 5000;

/** Keeps many visits of a homepage; those for due times that are known change nothing. */
export async function insertProbes(
  db: Database,
  siteId: number,
  judged: readonly { probe: Probe; result: ProbeResult }[],
): Promise<number> {
  let count = 0;
  for (let from = 0; from < judged.length; from += PROBES_AT_ONCE) {
    const rows = judged.slice(from, from + PROBES_AT_ONCE).map(({ probe, result }) => ({
      site_id: siteId,
      due_at: probe.due,
      at: probe.at,
      result,
      took_ms: Math.round(probe.openMs),
      probe: toJson(probe),
    }));
    const kept = await db
      .insertInto('probes')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    count += Number(kept.numInsertedOrUpdatedRows ?? 0);
  }
  return count;
}

/** What the visits since an instant count as. */
export async function tallyProbes(
  db: Database,
  siteId: number,
  since: Instant,
): Promise<ProbeTally> {
  const rows = await db
    .selectFrom('probes')
    .select(['result', sql<number>`count(*)::int`.as('count')])
    .where('site_id', '=', siteId)
    .where('at', '>=', since)
    .groupBy('result')
    .execute();
  const tally: ProbeTally = { opened: 0, failed: 0, blocked: 0, ours: 0, maintenance: 0 };
  for (const { result, count } of rows) tally[result] = count;
  return tally;
}

/** Visits by day in China, for the strip; days without any are left out. */
export async function tallyByDay(
  db: Database,
  siteId: number,
  since: Instant,
): Promise<{ day: CivilDate; tally: ProbeTally }[]> {
  const rows = await db
    .selectFrom('probes')
    .select([
      sql<CivilDate>`(at at time zone 'Asia/Shanghai')::date`.as('day'),
      'result',
      sql<number>`count(*)::int`.as('count'),
    ])
    .where('site_id', '=', siteId)
    .where('at', '>=', since)
    .groupBy(['day', 'result'])
    .orderBy('day')
    .execute();
  const days = new Map(await keptDays(db, siteId, since));
  for (const { day, result, count } of rows) {
    const tally = days.get(day) ?? { opened: 0, failed: 0, blocked: 0, ours: 0, maintenance: 0 };
    tally[result] = count;
    days.set(day, tally);
  }
  return [...days].map(([day, tally]) => ({ day, tally }));
}

/** Days whose visits are kept as counts only: they are older than all others. */
async function keptDays(
  db: Database,
  siteId: number,
  since: Instant,
): Promise<[CivilDate, ProbeTally][]> {
  const rows = await db
    .selectFrom('probe_days')
    .selectAll()
    .where('site_id', '=', siteId)
    .where(sql<boolean>`day >= (${since}::timestamptz at time zone 'Asia/Shanghai')::date`)
    .orderBy('day')
    .execute();
  return rows.map(({ site_id: _, day, ...tally }) => [day, tally]);
}

/** Maintenance of a site that was reported, newest first. */
export async function listMaintenance(
  db: Database,
  siteId: number,
): Promise<(MaintenanceWindow & { reason: string })[]> {
  return await db
    .selectFrom('maintenance_windows')
    .select(['from_at as from', 'to_at as to', 'reported_at as reportedAt', 'reason'])
    .where('site_id', '=', siteId)
    .orderBy('from_at', 'desc')
    .limit(200)
    .execute();
}

/** Keeps a report of maintenance. */
export async function insertMaintenance(
  tx: Tx,
  window: MaintenanceWindow & { siteId: number; reason: string; reportedBy: number | null },
): Promise<number> {
  const { id } = await tx
    .insertInto('maintenance_windows')
    .values({
      site_id: window.siteId,
      from_at: window.from,
      to_at: window.to,
      reason: window.reason,
      reported_by: window.reportedBy,
      reported_at: window.reportedAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
