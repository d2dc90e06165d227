import { sql } from 'kysely';
import type { CivilDate } from '#base/civil-date.ts';
import type { StateOf } from '#domain/moves.ts';
import type { Reach } from '#domain/rights.ts';
import type { Database } from './database/database.ts';
import { within } from './places.ts';
import { shownToUnits } from './campaigns.ts';

/** Sites that are online, by the worst signal that stands for each. */
export interface SiteStandings {
  sites: number;
  fine: number;
  watch: number;
  breach: number;
  unmeasured: number;
}

/**
 * Counts the sites within a reach by how they stand now. Unmeasured is neither fine nor guilty: a
 * site counts as such only where nothing worse is known of it.
 */
export async function countStandings(
  db: Database,
  reach: Reach | null,
  regionPath: string | null,
): Promise<SiteStandings> {
  const { rows } = await sql<SiteStandings>`
    select count(*)::int as sites,
      count(*) filter (where worst is null)::int as fine,
      count(*) filter (where worst = 2)::int as watch,
      count(*) filter (where worst = 3)::int as breach,
      count(*) filter (where worst = 1)::int as unmeasured
    from (
      select (select max(case s.state when 'breach' then 3 when 'watch' then 2
                when 'unmeasured' then 1 end)
              from signals s where s.site_id = sites.id and s.cleared_at is null) as worst
      from sites
      join units on units.id = sites.unit_id
      join regions on regions.id = units.region_id
      where sites.state = 'online' and ${within(reach)} and ${inRegion(regionPath)}
    ) each
  `.execute(db);
  return rows[0] ?? { sites: 0, fine: 0, watch: 0, breach: 0, unmeasured: 0 };
}

/** A round of a region and what it came to. */
export interface RoundRow {
  id: number;
  name: string;
  period: string;
  asOf: CivilDate;
  state: StateOf<'campaign'>;
  /** Inspections that were not cancelled, and those that are measured. */
  sites: number;
  measured: number;
  pass: number;
  fail: number;
  incomplete: number;
  /** Mean of the scored sites, in centipoints; null when none is scored. */
  mean: number | null;
}

/** The rounds whose sites lie within a reach, newest first: counts are of those sites alone. */
export async function listRounds(
  db: Database,
  reach: Reach | null,
  { regionPath, after, limit }: { regionPath: string | null; after?: number; limit: number },
): Promise<RoundRow[]> {
  const { rows } = await sql<RoundRow>`
    select campaigns.id, campaigns.name, campaigns.period, campaigns.as_of as "asOf",
      campaigns.state, count(*)::int as sites,
      count(*) filter (where inspections.state = 'measured')::int as measured,
      count(*) filter (where inspections.verdict = 'pass')::int as pass,
      count(*) filter (where inspections.verdict = 'fail')::int as fail,
      count(*) filter (where inspections.verdict = 'incomplete')::int as incomplete,
      round(avg(inspections.score))::int as mean
    from campaigns
    join inspections on inspections.campaign_id = campaigns.id
      and inspections.state <> 'cancelled'
    join sites on sites.id = inspections.site_id
    join units on units.id = sites.unit_id
    join regions on regions.id = units.region_id
    where campaigns.state not in ('draft', 'cancelled') and ${shownWithin(reach)}
      and ${inRegion(regionPath)} and ${after === undefined ? sql`true` : beforeRound(after)}
    group by campaigns.id
    order by campaigns.as_of desc, campaigns.id desc
    limit ${limit}
  `.execute(db);
  return rows;
}

/** Rounds older than one: the last of the page before. */
function beforeRound(id: number) {
  return sql<boolean>`(campaigns.as_of, campaigns.id) <
    (select last.as_of, last.id from campaigns last where last.id = ${id})`;
}

/** Units see a round from its hearing on; the office all of it. */
function shownWithin(reach: Reach | null) {
  if (reach === null) return sql<boolean>`true`;
  const places = [
    ...reach.regions.map((path) => sql<boolean>`regions.path like ${`${path}%`}`),
    ...reach.units.map(
      (path) => sql<boolean>`(units.path like ${`${path}%`}
        and campaigns.state = any(${[...shownToUnits]}))`,
    ),
  ];
  return places.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(places, sql` or `)})`;
}

function inRegion(path: string | null) {
  return path === null ? sql<boolean>`true` : sql<boolean>`regions.path like ${`${path}%`}`;
}
