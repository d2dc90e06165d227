import { sql } from 'kysely';
import type { CivilDate } from '#base/civil-date.ts';
import type { Tx } from './database/database.ts';

/** Years of visits may wait for the first time. */
const TIMEOUT = '10min';

/** Keeps visits of days before one as counts by day in their stead; gives how many visits. */
export async function foldProbes(tx: Tx, before: CivilDate): Promise<number> {
  const end = `${before}T00:00:00+08:00`;
  await sql`select set_config('statement_timeout', ${TIMEOUT}, true)`.execute(tx);
  await sql`
    insert into probe_days (site_id, day, opened, failed, blocked, ours, maintenance)
    select site_id, (at at time zone 'Asia/Shanghai')::date,
      count(*) filter (where result = 'opened'), count(*) filter (where result = 'failed'),
      count(*) filter (where result = 'blocked'), count(*) filter (where result = 'ours'),
      count(*) filter (where result = 'maintenance')
    from probes where at < ${end}::timestamptz
    group by 1, 2
    on conflict (site_id, day) do update set
      opened = probe_days.opened + excluded.opened, failed = probe_days.failed + excluded.failed,
      blocked = probe_days.blocked + excluded.blocked, ours = probe_days.ours + excluded.ours,
      maintenance = probe_days.maintenance + excluded.maintenance
  `.execute(tx);
  const { numAffectedRows } = await sql`
    delete from probes where at < ${end}::timestamptz
  `.execute(tx);
  return Number(numAffectedRows ?? 0);
}
