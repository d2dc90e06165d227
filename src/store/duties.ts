import { sql } from 'kysely';
import type { CivilDate, Instant } from '#base/civil-date.ts';
import type { ProbeTally } from '#domain/availability.ts';
import type { Reach } from '#domain/rights.ts';
import type { Database } from './database/database.ts';
import { within } from './places.ts';

/** One thing that is looked at again and again at a site. */
export interface Duty {
  kind: string;
  everyMs: number;
  dueAt: Instant;
  lastAt: Instant | null;
  lastOkAt: Instant | null;
}

/** A site under standing monitoring: its looks, its visits of late, its standing signals. */
export interface SiteDuties {
  id: number;
  site: string;
  unit: string;
  duties: Duty[];
  tally: Pick<ProbeTally, 'opened' | 'failed' | 'blocked' | 'ours' | 'maintenance'>;
  signals: { watch: number; breach: number; unmeasured: number };
}

/** Sites with their watches within a reach, in the order of their numbers. */
export async function listSiteDuties(
  db: Database,
  reach: Reach | null,
  filter: { regionPath?: string; after?: number; limit: number; since: Instant },
): Promise<SiteDuties[]> {
  let query = db
    .selectFrom('sites')
    .innerJoin('units', 'units.id', 'sites.unit_id')
    .innerJoin('regions', 'regions.id', 'units.region_id')
    .select(['sites.id', 'sites.name as site', 'units.name as unit'])
    .select([
      sql<Duty[]>`(select jsonb_agg(jsonb_build_object('kind', w.kind, 'everyMs', w.every_ms,
          'dueAt', w.due_at, 'lastAt', w.last_at, 'lastOkAt', w.last_ok_at) order by w.every_ms)
        from watches w where w.site_id = sites.id)`.as('duties'),
      sql<SiteDuties['tally']>`(select jsonb_build_object(
          'opened', count(*) filter (where p.result = 'opened'),
          'failed', count(*) filter (where p.result = 'failed'),
          'blocked', count(*) filter (where p.result = 'blocked'),
          'ours', count(*) filter (where p.result = 'ours'),
          'maintenance', count(*) filter (where p.result = 'maintenance'))
        from probes p where p.site_id = sites.id and p.at >= ${filter.since})`.as('tally'),
      sql<SiteDuties['signals']>`(select jsonb_build_object(
          'watch', count(*) filter (where s.state = 'watch'),
          'breach', count(*) filter (where s.state = 'breach'),
          'unmeasured', count(*) filter (where s.state = 'unmeasured'))
        from signals s where s.site_id = sites.id and s.cleared_at is null)`.as('signals'),
    ])
    .where(within(reach))
    .where(sql<boolean>`exists (select 1 from watches w where w.site_id = sites.id)`)
    .orderBy('sites.id')
    .limit(filter.limit);
  if (filter.regionPath !== undefined) {
    query = query.where('regions.path', 'like', `${filter.regionPath}%`);
  }
  if (filter.after !== undefined) query = query.where('sites.id', '>', filter.after);
  const rows = await query.execute();
  return rows.map((row) => ({ ...row, duties: row.duties.map(dutyOf) }));
}

/** Instants as everywhere: PostgreSQL writes them otherwise within JSON. */
function dutyOf(duty: Duty): Duty {
  const at = (when: string | null) => (when === null ? null : new Date(when).toISOString());
  return {
    ...duty,
    dueAt: at(duty.dueAt) ?? '',
    lastAt: at(duty.lastAt),
    lastOkAt: at(duty.lastOkAt),
  };
}

/** Work on a site that was reported, with whose it is. */
export interface MaintenanceRow {
  id: number;
  siteId: number;
  site: string;
  unit: string;
  from: Instant;
  to: Instant;
  reportedAt: Instant;
  reason: string;
}

/** Reported maintenance within a reach, newest report first. */
export async function listMaintenanceWithin(
  db: Database,
  reach: Reach | null,
  filter: { regionPath?: string; after?: number; limit: number },
): Promise<MaintenanceRow[]> {
  let query = db
    .selectFrom('maintenance_windows as w')
    .innerJoin('sites', 'sites.id', 'w.site_id')
    .innerJoin('units', 'units.id', 'sites.unit_id')
    .innerJoin('regions', 'regions.id', 'units.region_id')
    .select([
      'w.id',
      'w.site_id as siteId',
      'sites.name as site',
      'units.name as unit',
      'w.from_at as from',
      'w.to_at as to',
      'w.reported_at as reportedAt',
      'w.reason',
    ])
    .where(within(reach))
    .orderBy('w.id', 'desc')
    .limit(filter.limit);
  if (filter.regionPath !== undefined) {
    query = query.where('regions.path', 'like', `${filter.regionPath}%`);
  }
  if (filter.after !== undefined) query = query.where('w.id', '<', filter.after);
  return await query.execute();
}

/** One day of monitoring over all sites of a reach; a day without visits has none. */
export interface MonitoredDay {
  day: CivilDate;
  tally: ProbeTally;
  /** Signals that began on the day, and that ended. */
  raised: number;
  cleared: number;
}

/** Day by day: visits, signals raised and cleared. */
export async function listMonitoredDays(
  db: Database,
  reach: Reach | null,
  filter: { regionPath?: string; since: Instant },
): Promise<MonitoredDay[]> {
  const sites = siteQuery(db, reach, filter.regionPath);
  const visits = await db
    .selectFrom('probes')
    .select([
      sql<CivilDate>`(at at time zone 'Asia/Shanghai')::date`.as('day'),
      'result',
      sql<number>`count(*)::int`.as('count'),
    ])
    .where('at', '>=', filter.since)
    .where('site_id', 'in', sites)
    .groupBy(['day', 'result'])
    .execute();
  const raised = await countSignals(db, 'since', filter, sites);
  const cleared = await countSignals(db, 'cleared_at', filter, sites);
  const days = new Map<CivilDate, MonitoredDay>();
  const of = (name: CivilDate) => {
    const none = { opened: 0, failed: 0, blocked: 0, ours: 0, maintenance: 0 };
    const known = days.get(name) ?? { day: name, tally: none, raised: 0, cleared: 0 };
    days.set(name, known);
    return known;
  };
  for (const { day: name, result, count } of visits) of(name).tally[result] = count;
  for (const { day: name, count } of raised) of(name).raised = count;
  for (const { day: name, count } of cleared) of(name).cleared = count;
  return [...days.values()].toSorted((a, b) => (a.day < b.day ? -1 : 1));
}

function siteQuery(db: Database, reach: Reach | null, regionPath: string | undefined) {
  const query = db
    .selectFrom('sites')
    .innerJoin('units', 'units.id', 'sites.unit_id')
    .innerJoin('regions', 'regions.id', 'units.region_id')
    .select('sites.id')
    .where(within(reach));
  return regionPath === undefined ? query : query.where('regions.path', 'like', `${regionPath}%`);
}

async function countSignals(
  db: Database,
  what: 'since' | 'cleared_at',
  { since }: { since: Instant },
  sites: ReturnType<typeof siteQuery>,
) {
  return await db
    .selectFrom('signals')
    .select([
      sql<CivilDate>`(${sql.ref(what)} at time zone 'Asia/Shanghai')::date`.as('day'),
      sql<number>`count(*)::int`.as('count'),
    ])
    .where(what, '>=', since)
    .where('site_id', 'in', sites)
    .groupBy('day')
    .execute();
}
