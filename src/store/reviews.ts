import { type Expression, expressionBuilder, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { ErrorRate } from '#domain/campaign.ts';
import { graveKinds } from '#domain/charged-findings.ts';
import type { FindingKind, FindingState } from '#domain/finding.ts';
import type { StateOf } from '#domain/moves.ts';
import type { Reach } from '#domain/rights.ts';
import { shownToUnits } from './campaigns.ts';
import type { Database } from './database/database.ts';
import type { Tables } from './database/tables.ts';
import { findingRow, heardQuery } from './heard-findings.ts';
import { areFew, livesIn } from './places.ts';
import { regionsBelow } from './regions.ts';

/** What a list of findings is asked for. */
export interface FindingFilter {
  campaign?: number | undefined;
  site?: number | undefined;
  unit?: number | undefined;
  state?: FindingState | undefined;
  review?: StateOf<'review'> | undefined;
  kind?: FindingKind | undefined;
  /** Only those that a person has something to decide of. */
  reviewable?: 'yes' | undefined;
  /** A line of the rubric that charges the finding. */
  indicator?: string | undefined;
  after?: number | undefined;
  limit: number;
}

/** Findings that may be seen: units see theirs once they are heard. */
export async function listFindings(db: Database, reach: Reach | null, filter: FindingFilter) {
  const query = (await filtered(db, reach, filter))
    .select(['units.name as unit', 'units.id as unitId', 'campaigns.as_of as asOf'])
    .select(sql<string>`inspections.site->>'key'`.as('siteKey'))
    .select(sql<boolean>`campaigns.settings->'explanationsLift'`.as('explanationsLift'))
    .select(indicatorOfFinding.as('indicator'))
    .orderBy('findings.id')
    .limit(filter.limit);
  return (await query.execute()).map(findingRow);
}

/** All lines of the card of an inspection, those that charge first. */
const lines = sql`jsonb_array_elements(
  (inspections.card->'vetoes') || (inspections.card->'deductions') || (inspections.card->'unpriced'))`;

/** The line of the rubric that a finding stands in, by the card of its inspection. */
const indicatorOfFinding = sql<string | null>`(
  select line->>'indicator' from ${lines} with ordinality found(line, place)
  where line->'findings' ? findings.key order by place limit 1)`;

async function filtered(db: Database, reach: Reach | null, filter: FindingFilter) {
  const { campaign, site, unit, state, review, kind, indicator, after } = filter;
  const regions = reach === null ? null : await regionsBelow(db, reach.regions);
  let query = heardQuery(db, { evidence: false }).where(shownWithin(reach, regions));
  if (campaign !== undefined) query = query.where('findings.campaign_id', '=', campaign);
  if (site !== undefined) query = query.where('findings.site_id', '=', site);
  if (unit !== undefined) query = query.where('sites.unit_id', '=', unit);
  if (state !== undefined) query = query.where('findings.state', '=', state);
  if (review !== undefined) query = query.where('findings.review', '=', review);
  if (kind !== undefined) query = query.where('findings.kind', '=', kind);
  if (filter.reviewable !== undefined) query = query.where(reviewable);
  // A number that the planner does not see: near the end it would sort all that is left for a page.
  if (after !== undefined) {
    query = query.where(sql<SqlBool>`findings.id > (select ${after}::bigint)`);
  }
  if (campaign !== undefined && reach?.units.length === 0) {
    const near = inspectedNearby(regions, { campaign, indicator });
    if (near !== null) query = query.where(near);
  }
  if (indicator === undefined) return query;
  return query.where(
    sql<SqlBool>`exists (select from ${lines} line
      where line->>'indicator' = ${indicator} and line->'findings' ? findings.key)`,
  );
}

/**
 * For who sees a part of the regions: that an inspection is one of those there, of some regions
 * alone where an indicator is asked for one of those that it charges. They are looked up by their
 * sites, where a walk through all findings of a campaign would look at fifty, or into fifty cards,
 * for each that is shown. Null where that walk is the shorter way.
 */
function inspectedNearby(
  regions: readonly number[] | null,
  { campaign, indicator }: { campaign: number; indicator: string | undefined },
): RawBuilder<SqlBool> | null {
  if (regions === null || (indicator === undefined && !areFew(regions))) return null;
  const holds = ['vetoes', 'deductions', 'unpriced'].map(
    (part) => sql`near.card @> ${JSON.stringify({ [part]: [{ indicator }] })}::jsonb`,
  );
  const charged = indicator === undefined ? sql`true` : sql`(${sql.join(holds, sql` or `)})`;
  return sql<SqlBool>`findings.inspection_id = any(array(
    select near.id from units u join sites s on s.unit_id = u.id
    join inspections near on near.site_id = s.id and near.campaign_id = ${campaign}
    where u.region_id = any(${regions}::integer[]) and ${charged}))`;
}

/** Within a reach, for units only from the hearing on. `regions`: those of the reach; null: all. */
function shownWithin(reach: Reach | null, regions: readonly number[] | null): Expression<SqlBool> {
  const eb = expressionBuilder<Tables, 'regions' | 'units' | 'campaigns'>();
  if (reach === null) return eb.lit(true);
  return eb.or([
    ...(reach.regions.length > 0 ? [livesIn(regions, 'findings.site_id')] : []),
    ...reach.units.map((path) =>
      eb.and([
        eb('units.path', 'like', `${path}%`),
        eb('campaigns.state', 'in', [...shownToUnits]),
      ]),
    ),
  ]);
}

/** Suspicions that only a person can settle. */
const forPersons = sql<SqlBool>`(findings.kind = any(${[...graveKinds]})
  or findings.finding->>'reason' = 'needs-person')`;

/** What a person has something to decide of: confirmed ones, and such suspicions. */
export const reviewable = sql<SqlBool>`(findings.state = 'confirmed'
  or (findings.state = 'suspected' and ${forPersons}))`;

/** How many findings of a campaign stand where in review. */
export async function countReviews(
  db: Database,
  campaignId: number,
): Promise<{ review: StateOf<'review'>; state: FindingState; count: number }[]> {
  // Counted by indexes alone: of the suspicions, the grave ones and then those for persons.
  const { rows } = await sql<{ review: StateOf<'review'>; state: FindingState; count: number }>`
    select review, state, count(*)::int as count from findings
    where campaign_id = ${campaignId} and state = 'confirmed' group by review, state
    union all
    select review, state, count(*)::int from findings
    where campaign_id = ${campaignId} and state = 'suspected' and kind = any(${[...graveKinds]})
    group by review, state
    union all
    select review, state, count(*)::int from findings
    where campaign_id = ${campaignId} and state = 'suspected'
      and finding->>'reason' = 'needs-person' and kind <> all(${[...graveKinds]})
    group by review, state`.execute(db);
  return rows;
}

/** Confirmed findings nobody has reviewed to the end; suspicions somebody began to settle too. */
export async function countUnreviewed(db: Database, campaignId: number): Promise<number> {
  const { count } = await db
    .selectFrom('findings')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('campaign_id', '=', campaignId)
    .where((eb) =>
      eb.or([
        eb('review', '=', 'second'),
        eb.and([eb('review', '=', 'open'), eb('state', '=', 'confirmed')]),
      ]),
    )
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** How often the inspector itself was wrong in a campaign. */
export async function countErrors(
  db: Database,
  campaignId: number,
): Promise<Omit<ErrorRate, 'at'>> {
  const { rows } = await sql<Omit<ErrorRate, 'at'>>`
    select count(*) filter (where by_machine)::int as confirmed,
      count(*) filter (where by_machine and review = 'set-aside' and not upheld)::int as "setAside",
      count(*) filter (where by_machine and appealed)::int as appealed,
      count(*) filter (where by_machine and upheld)::int as upheld
    from (
      select f.review, f.finding->>'state' = 'confirmed' as by_machine,
        exists (select from appeals a where a.finding_id = f.id and a.state <> 'withdrawn')
          as appealed,
        exists (select from appeals a where a.finding_id = f.id and a.state = 'upheld') as upheld
      from findings f where f.campaign_id = ${campaignId}
    ) each
  `.execute(db);
  return rows[0] ?? { confirmed: 0, setAside: 0, appealed: 0, upheld: 0 };
}
