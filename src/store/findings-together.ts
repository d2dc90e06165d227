import { type Expression, expressionBuilder, type RawBuilder, type SqlBool, sql } from 'kysely';
import { present } from '#base/assert.ts';
import type { InspectionCard } from '#domain/campaign.ts';
import type { Finding } from '#domain/finding.ts';
import type { Reach } from '#domain/rights.ts';
import { shownToUnits } from './campaigns.ts';
import type { Database } from './database/database.ts';
import type { Tables } from './database/tables.ts';
import { appealsOfFinding, explanationsOfFinding, type FindingRow } from './heard-findings.ts';
import { regionsBelow } from './regions.ts';
import { type FindingFilter, reviewable } from './reviews.ts';

// Thousands of findings at once, for files. Which they are is asked first, by what the filter names
// alone; what they are is then looked up by their numbers, and their sites once for all of a site.

/** The numbers of the findings that may be seen, in their order, no more than the filter's limit. */
export async function findingNumbers(
  db: Database,
  reach: Reach | null,
  filter: FindingFilter,
): Promise<number[]> {
  const { campaign, site, unit, state, review, kind, indicator, after } = filter;
  let query = db.selectFrom('findings').select('findings.id');
  if (reach !== null) query = query.where(await shownWithin(db, reach));
  if (campaign !== undefined) query = query.where('findings.campaign_id', '=', campaign);
  if (site !== undefined) query = query.where('findings.site_id', '=', site);
  if (unit !== undefined) query = query.where(ofSites(sql`u.id = ${unit}`));
  if (state !== undefined) query = query.where('findings.state', '=', state);
  if (review !== undefined) query = query.where('findings.review', '=', review);
  if (kind !== undefined) query = query.where('findings.kind', '=', kind);
  if (filter.reviewable !== undefined) query = query.where(reviewable);
  if (after !== undefined) query = query.where('findings.id', '>', after);
  if (indicator !== undefined) query = query.where(chargedBy(indicator, campaign));
  const rows = await query.orderBy('findings.id').limit(filter.limit).execute();
  return rows.map(({ id }) => id);
}

/** Within a reach, for units only from the hearing on. No condition where it is everywhere. */
async function shownWithin(db: Database, reach: Reach): Promise<Expression<SqlBool>> {
  const eb = expressionBuilder<Tables, 'findings'>();
  const regions = await regionsBelow(db, reach.regions);
  if (regions === null) return eb.lit(true);
  const ofUnits = reach.units.map((path) =>
    eb.and([
      ofSites(sql`u.path like ${`${path}%`}`),
      sql<SqlBool>`findings.campaign_id in (
        select id from campaigns where state = any(${[...shownToUnits]}))`,
    ]),
  );
  if (regions.length === 0) return eb.or(ofUnits);
  return eb.or([ofSites(sql`u.region_id = any(${regions}::integer[])`), ...ofUnits]);
}

function ofSites(holds: RawBuilder<unknown>): RawBuilder<SqlBool> {
  return sql<SqlBool>`findings.site_id = any(array(
    select s.id from units u
    cross join lateral (select id from sites where unit_id = u.id offset 0) s where ${holds}))`;
}

/**
 * That a line of the rubric charges it, by the card as it stands: all cards are gone through once,
 * and the findings of those that have the line are looked up one by one.
 */
function chargedBy(indicator: string, campaign: number | undefined): RawBuilder<SqlBool> {
  const ofCampaign = campaign === undefined ? sql`` : sql`and i.campaign_id = ${campaign}`;
  return sql<SqlBool>`findings.id = any(array(
    select charged.id
    from inspections i
    cross join lateral jsonb_array_elements(
      (i.card->'vetoes') || (i.card->'deductions') || (i.card->'unpriced')) line
    cross join lateral (
      select f.id from findings f
      where f.inspection_id = i.id and line->'findings' ? f.key offset 0) charged
    where line->>'indicator' = ${indicator} ${ofCampaign}))`;
}

/** Findings by their numbers, in the order of the numbers, as lines show them. */
export async function findingsByNumbers(db: Database, ids: readonly number[]) {
  const rows = await db
    .selectFrom('findings')
    .select([
      'id',
      'inspection_id as inspectionId',
      'campaign_id as campaignId',
      'site_id as siteId',
      'key',
      'kind',
      'state',
      'review',
      'proposed',
      'review_reason as reviewReason',
      'reviewed_by as reviewedBy',
      'seconded_by as secondedBy',
      'merged_into as mergedInto',
      'version',
      sql<string>`finding->>'url'`.as('url'),
      sql<Finding['reason']>`finding->>'reason'`.as('reason'),
      sql<string | null>`finding->'channel'->>'name'`.as('channelName'),
      sql<string[] | null>`finding->'channel'->'path'`.as('channelPath'),
      sql<Finding['measure']>`finding->'measure'`.as('measure'),
    ])
    .where(sql<SqlBool>`findings.id = any(${ids}::bigint[])`)
    .orderBy('id')
    .execute();
  const inspections = await inspectionsOf(db, [...new Set(rows.map((row) => row.inspectionId))]);
  const heard = await heardOf(db, rows);
  return rows.map((row) => {
    const inspected = present(inspections.get(row.inspectionId), 'a finding without an inspection');
    const { kind, url, reason, measure, channelName: name, channelPath: path } = row;
    const channel = name === null || path === null ? null : { name, path };
    return {
      ...row,
      ...inspected.shared,
      ...(heard.get(row.id) ?? UNHEARD),
      finding: { kind, url, reason, measure, channel },
      indicator: inspected.indicators.get(row.key) ?? null,
    };
  });
}

type Heard = Pick<FindingRow, 'appeals' | 'explanations'>;
const UNHEARD: Heard = { appeals: [], explanations: [] };

/** What was said of findings, for those few that anything was said of. */
async function heardOf(
  db: Database,
  rows: readonly Pick<FindingRow, 'id' | 'siteId' | 'key'>[],
): Promise<ReadonlyMap<number, Heard>> {
  const ids = rows.map(({ id }) => id);
  const siteIds = [...new Set(rows.map(({ siteId }) => siteId))];
  const appealed = await db
    .selectFrom('appeals')
    .select('finding_id as id')
    .where(sql<SqlBool>`finding_id = any(${ids}::bigint[])`)
    .execute();
  const explained = await db
    .selectFrom('explanations')
    .select(['site_id as siteId', 'key'])
    .where(sql<SqlBool>`site_id = any(${siteIds}::integer[])`)
    .execute();
  const said = new Set(appealed.map(({ id }) => id));
  const things = new Set(explained.map(({ siteId, key }) => `${siteId} ${key}`));
  const mine = rows.filter(({ id, siteId, key }) => said.has(id) || things.has(`${siteId} ${key}`));
  const heard = await db
    .selectFrom('findings')
    .select(['id', appealsOfFinding.as('appeals'), explanationsOfFinding.as('explanations')])
    .where(sql<SqlBool>`id = any(${mine.map(({ id }) => id)}::bigint[])`)
    .execute();
  return new Map(heard.map(({ id, appeals, explanations }) => [id, { appeals, explanations }]));
}

/** Looked up site by site: to go through all units of a province for some takes longer. */
const unitOfSite = sql<{ unitId: number; unit: string }>`(
  select units.id as "unitId", units.name as unit
  from sites join units on units.id = sites.unit_id
  where sites.id = inspections.site_id limit 1)`.as<'of'>(sql.ref('of'));

/** What all findings of an inspection share, and the lines of the rubric that charge each. */
async function inspectionsOf(db: Database, ids: readonly number[]) {
  const rows = await db
    .selectFrom('inspections')
    .innerJoin('campaigns', 'campaigns.id', 'inspections.campaign_id')
    .innerJoinLateral(unitOfSite, (join) => join.onTrue())
    .select(['inspections.id', 'of.unitId', 'of.unit'])
    .select('campaigns.as_of as asOf')
    .select(sql<boolean>`campaigns.settings->'explanationsLift'`.as('explanationsLift'))
    .select(sql<string>`inspections.site->>'key'`.as('siteKey'))
    .select(lines.as('lines'))
    .where(sql<SqlBool>`inspections.id = any(${ids}::bigint[])`)
    .execute();
  return new Map(
    rows.map(({ id, lines, ...shared }) => [id, { shared, indicators: indicatorsOf(lines) }]),
  );
}

type Line = Pick<InspectionCard['unpriced'][number], 'indicator' | 'findings'>;

/** All lines of the card of an inspection, those that charge first. */
const lines = sql<readonly Line[] | null>`
  (inspections.card->'vetoes') || (inspections.card->'deductions') || (inspections.card->'unpriced')`;

/** By which line each finding is charged: the first that names it. */
function indicatorsOf(lines: readonly Line[] | null): ReadonlyMap<string, string> {
  const indicators = new Map<string, string>();
  for (const { indicator, findings } of lines ?? []) {
    for (const key of findings) if (!indicators.has(key)) indicators.set(key, indicator);
  }
  return indicators;
}
