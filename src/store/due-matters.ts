import { sql } from 'kysely';
import type { Instant } from '#base/civil-date.ts';
import type { Deadline } from '#domain/deadline.ts';
import type { Place } from '#domain/person.ts';
import type { MatterThing } from '#domain/public-matter.ts';
import type { Database } from './database/database.ts';

/** A matter whose clock runs and ends soon, or has ended. */
export interface DueMatter {
  thing: MatterThing;
  id: number;
  unitId: number | null;
  place: Place;
  receivedAt: Instant;
  deadline: Deadline;
}

/** Matters with a clock that ends before a moment, soonest first; those that follow another not. */
export async function listDueMatters(
  db: Database,
  dueBefore: Instant,
  { after, limit }: { after: number; limit: number },
): Promise<(DueMatter & { deadlineId: number })[]> {
  const { rows } = await sql<{
    deadlineId: number;
    thing: MatterThing;
    id: number;
    unitId: number | null;
    region: string;
    unitPath: string | null;
    receivedAt: Instant;
    deadline: Deadline;
  }>`
    select d.id as "deadlineId", d.thing, d.thing_id as id, m.unit_id as "unitId",
      (select path from regions where id = m.region_id) as region,
      (select path from units where id = m.unit_id) as "unitPath",
      m.received_at as "receivedAt", d.computation as deadline
    from deadlines d join lateral (
      select coalesce(unit_id, responsible_id) as unit_id, region_id, received_at, state
      from inquiries where d.thing = 'inquiry' and id = d.thing_id
      union all
      select coalesce(unit_id, responsible_id), region_id, received_at, state
      from error_reports where d.thing = 'error-report' and id = d.thing_id
    ) m on true
    where d.met_at is null and d.void_at is null and d.due_at < ${dueBefore}
      and d.thing in ('inquiry', 'error-report') and m.state <> 'merged' and d.id > ${after}
    order by d.id limit ${limit}`.execute(db);
  return rows.map(({ region, unitPath, ...row }) => ({
    ...row,
    place: { region, unit: unitPath },
  }));
}
