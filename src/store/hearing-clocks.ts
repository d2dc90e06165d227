import { type RawBuilder, sql } from 'kysely';
import { present } from '#base/assert.ts';
import type { Reach } from '#domain/rights.ts';
import type { Database } from './database/database.ts';

/** The units that a clock without a unit of its own runs for: all whose sites the campaign has. */
export interface HeardUnits {
  units: number;
  /** Its number and name where it is one alone. */
  unitId: number | null;
  unit: string | null;
}

/** Whose hearing a clock of a campaign or of its circular is: for queries that have `deadlines`. */
const campaignOfClock = sql`(case deadlines.thing when 'campaign' then deadlines.thing_id
  when 'circular' then (select v.campaign_id from circulars v where v.id = deadlines.thing_id) end)`;

const heard = sql`inspections i join sites s on s.id = i.site_id join units u on u.id = s.unit_id
  join regions r on r.id = u.region_id`;

/** Whether a clock that has no unit of its own is of any unit within a reach. */
export function isHeardWithin(reach: Reach | null): RawBuilder<boolean> {
  return sql<boolean>`(deadlines.unit_id is null and exists (select from ${heard}
    where i.campaign_id = ${campaignOfClock} and i.state <> 'cancelled' and ${seen(reach)}))`;
}

/** Of which units within a reach such clocks are, by the clock's number. */
export async function heardUnitsOf(
  db: Database,
  reach: Reach | null,
  deadlineIds: readonly number[],
): Promise<Map<number, HeardUnits>> {
  if (deadlineIds.length === 0) return new Map();
  const { rows } = await sql<HeardUnits & { id: number }>`
    select deadlines.id::int as id, count(distinct u.id)::int as units,
      case when count(distinct u.id) = 1 then min(u.id) end as "unitId",
      case when count(distinct u.id) = 1 then min(u.name) end as unit
    from deadlines join (${heard}) on i.campaign_id = ${campaignOfClock}
    where deadlines.id = any(${[...deadlineIds]}::bigint[]) and i.state <> 'cancelled'
      and ${seen(reach)}
    group by deadlines.id`.execute(db);
  return new Map(rows.map(({ id, ...units }) => [id, units]));
}

/** Path of the region whose campaign a clock is of. */
export async function regionOfHearing(db: Database, deadlineId: number): Promise<string> {
  const { rows } = await sql<{ path: string }>`
    select regions.path from deadlines join campaigns on campaigns.id = ${campaignOfClock}
      join regions on regions.id = campaigns.region_id
    where deadlines.id = ${deadlineId}`.execute(db);
  return present(rows[0], 'a clock of a hearing is of a campaign').path;
}

function seen(reach: Reach | null): RawBuilder<boolean> {
  if (reach === null) return sql<boolean>`true`;
  const below = (paths: readonly string[]) => paths.map((path) => `${path}%`);
  return sql<boolean>`(r.path like any(${below(reach.regions)}::text[])
    or u.path like any(${below(reach.units)}::text[]))`;
}
