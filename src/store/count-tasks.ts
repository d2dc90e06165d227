import { type RawBuilder, sql } from 'kysely';
import type { Instant } from '#base/civil-date.ts';
import type { Reach } from '#domain/rights.ts';
import type { Database } from './database/database.ts';
import { within } from './places.ts';
import { shownToUnits } from './campaigns.ts';

/** Findings of campaigns under review that a person has still to settle. */
export async function countToReview(db: Database, reach: Reach | null): Promise<number> {
  return await counted(
    db,
    sql`from findings f
      join campaigns c on c.id = f.campaign_id
      join regions on regions.id = c.region_id
      cross join (select ''::text as path) units
      where c.state = 'reviewing' and (f.review = 'second'
        or (f.review = 'open' and f.state = 'confirmed')) and ${within(reach)}`,
  );
}

/** Appeals that nobody has been given yet; with a person, those given to that person. */
export async function countAppeals(
  db: Database,
  reach: Reach | null,
  assignedTo: number | null,
): Promise<number> {
  const which =
    assignedTo === null
      ? sql`a.state = 'filed'`
      : sql`a.state = 'assigned' and a.assigned_to = ${assignedTo}`;
  return await counted(
    db,
    sql`from appeals a ${ofFinding(sql`a`)} where ${which} and ${within(reach)}`,
  );
}

/** Explanations that wait for a decision. */
export async function countExplanations(db: Database, reach: Reach | null): Promise<number> {
  return await counted(
    db,
    sql`from explanations e ${ofFinding(sql`e`)} where e.state = 'claimed' and ${within(reach)}`,
  );
}

/** Circulars in a state: submitted ones wait for a signature, signed ones to be published. */
export async function countCirculars(
  db: Database,
  reach: Reach | null,
  state: 'submitted' | 'signed',
): Promise<number> {
  return await counted(
    db,
    sql`from circulars k
      join campaigns c on c.id = k.campaign_id
      join regions on regions.id = c.region_id
      cross join (select ''::text as path) units
      where k.state = ${state} and ${within(reach)}`,
  );
}

/** Orders in some states, or those of them that are overdue. */
export async function countOrders(
  db: Database,
  reach: Reach | null,
  { states, overdueAt }: { states: readonly string[]; overdueAt?: Instant },
): Promise<number> {
  const isLate = sql`exists (select from deadlines d where d.thing = 'order'
    and d.thing_id = o.id and d.met_at is null and d.void_at is null and d.due_at < ${overdueAt})`;
  return await counted(
    db,
    sql`from orders o ${ofUnit(sql`o`)} where o.state = any(${[...states]})
      and ${overdueAt === undefined ? sql`true` : isLate} and ${within(reach)}`,
  );
}

/** Steps of the ladder that wait for a decision. */
export async function countProposed(db: Database, reach: Reach | null): Promise<number> {
  return await counted(
    db,
    sql`from escalations e ${ofUnit(sql`e`)} where e.state = 'proposed' and ${within(reach)}`,
  );
}

/** Charged findings of a hearing that goes on, of which the unit has said nothing yet. */
export async function countToAnswer(db: Database, reach: Reach | null): Promise<number> {
  return await counted(
    db,
    sql`from findings f
      join campaigns c on c.id = f.campaign_id
      join sites on sites.id = f.site_id
      ${ofUnit(sql`sites`)}
      where c.state = ${shownToUnits[0]} and f.state = 'confirmed' and f.review = 'accepted'
        and not exists (select from appeals a where a.finding_id = f.id)
        and not exists (select from explanations e where e.finding_id = f.id)
        and ${within(reach)}`,
  );
}

/** Sites with a standing signal of a state. */
export async function countSignals(
  db: Database,
  reach: Reach | null,
  state: 'watch' | 'breach' | 'unmeasured',
): Promise<number> {
  return await counted(
    db,
    sql`from signals s join sites on sites.id = s.site_id ${ofUnit(sql`sites`)}
      where s.cleared_at is null and s.state = ${state} and ${within(reach)}`,
  );
}

function ofFinding(alias: RawBuilder<unknown>) {
  return sql`join findings f on f.id = ${alias}.finding_id
    join sites on sites.id = f.site_id ${ofUnit(sql`sites`)}`;
}

function ofUnit(alias: RawBuilder<unknown>) {
  return sql`join units on units.id = ${alias}.unit_id
    join regions on regions.id = units.region_id`;
}

async function counted(db: Database, from: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count ${from}`.execute(db);
  return rows[0]?.count ?? 0;
}
