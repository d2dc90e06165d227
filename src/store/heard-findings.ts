import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { HeardFinding } from '#domain/charged-findings.ts';
import type { InspectionCard } from '#domain/campaign.ts';
import type { CampaignSettings } from '#domain/campaign.ts';
import type { Finding, FindingKind } from '#domain/finding.ts';
import type { StateOf } from '#domain/moves.ts';
import type { Place } from '#domain/person.ts';
import type { RunSettings } from '#domain/run-settings.ts';
import type { Site } from '#domain/site.ts';
import type { Database, Tx } from './database/database.ts';
import { KEPT_MARK } from './postgres/kept-statements.ts';

/** A finding with all that persons said of it. */
export interface FindingRow extends HeardFinding {
  id: number;
  inspectionId: number;
  campaignId: number;
  siteId: number;
  key: string;
  kind: FindingKind;
  finding: Finding;
  proposed: 'accepted' | 'set-aside' | null;
  reviewReason: string | null;
  reviewedBy: number | null;
  secondedBy: number | null;
  mergedInto: number | null;
  version: number;
  campaignState: StateOf<'campaign'>;
  place: Place;
}

/** States of the appeals against a finding of the query, in their order. */
export const appealsOfFinding = sql<StateOf<'appeal'>[]>`(
  select coalesce(jsonb_agg(a.state order by a.id), '[]')
  from appeals a where a.finding_id = findings.id)`;

/**
 * An explanation `e` as a campaign counts it. What was voided after the campaign was published held
 * when it was: for that campaign it is approved, so that a correction agrees with what was
 * published.
 */
export const explanationToldFor = (campaignId: RawBuilder<unknown>) => sql`jsonb_build_object(
    'state', case when e.state = 'void' and e.voided_at >=
      (select c.published_at from campaigns c where c.id = ${campaignId})
      then 'approved' else e.state end,
    'validUntil', e.valid_until)`;

/** What was explained of the same thing in this round or an earlier one. */
export const explanationsOfFinding = sql<HeardFinding['explanations']>`(
  select coalesce(jsonb_agg(${explanationToldFor(sql`findings.campaign_id`)} order by e.id), '[]')
  from explanations e
  where e.site_id = findings.site_id and e.key = findings.key
    and e.campaign_id <= findings.campaign_id)`;

/**
 * The parts of a finding that its charge needs, for queries that start from `findings`. What was
 * approved of the same thing in an earlier round holds until its day. Without `evidence` a
 * finding comes without it: it is most of it.
 */
export function heardQuery(db: Database, { evidence = true }: { evidence?: boolean } = {}) {
  const whole = sql<Finding>`findings.finding`;
  const bare = sql<Finding>`(findings.finding - 'evidence')`;
  return db
    .selectFrom('findings')
    .innerJoin('campaigns', 'campaigns.id', 'findings.campaign_id')
    .innerJoin('inspections', 'inspections.id', 'findings.inspection_id')
    .innerJoin('sites', 'sites.id', 'findings.site_id')
    .innerJoin('units', 'units.id', 'sites.unit_id')
    .innerJoin('regions', 'regions.id', 'units.region_id')
    .select([
      'findings.id',
      'findings.inspection_id as inspectionId',
      'findings.campaign_id as campaignId',
      'findings.site_id as siteId',
      'findings.key',
      'findings.kind',
      'findings.state',
      (evidence ? whole : bare).as('finding'),
      'findings.review',
      'findings.proposed',
      'findings.review_reason as reviewReason',
      'findings.reviewed_by as reviewedBy',
      'findings.seconded_by as secondedBy',
      'findings.merged_into as mergedInto',
      'findings.version',
      'campaigns.state as campaignState',
      'regions.path as region',
      'units.path as unitPath',
      appealsOfFinding.as('appeals'),
      explanationsOfFinding.as('explanations'),
    ]);
}

type Heard = Awaited<ReturnType<ReturnType<typeof heardQuery>['execute']>>[number];

/** A row of `heardQuery` with its place. */
export function findingRow<T extends Heard>({ region, unitPath, ...row }: T) {
  return { ...row, place: { region, unit: unitPath } satisfies Place };
}

/** Findings by their numbers, in the order of the numbers; what is not there is left out. */
export async function findFindings(db: Database, ids: readonly number[]): Promise<FindingRow[]> {
  if (ids.length === 0) return [];
  const rows = await heardQuery(db)
    .modifyFront(sql.raw(KEPT_MARK))
    .where(sql<SqlBool>`findings.id = any(${ids}::bigint[])`)
    .orderBy('findings.id')
    .execute();
  return rows.map(findingRow);
}

/** All findings of an inspection. */
export async function listHeard(
  db: Database,
  of: { inspectionId: number } | { campaignId: number },
): Promise<FindingRow[]> {
  const query =
    'inspectionId' in of
      ? heardQuery(db)
          .modifyFront(sql.raw(KEPT_MARK))
          .where('findings.inspection_id', '=', of.inspectionId)
      : heardQuery(db).where('findings.campaign_id', '=', of.campaignId);
  return (await query.orderBy('findings.id').execute()).map(findingRow);
}

/** An inspection with the terms that it is scored by. */
export interface ScoredInspection {
  id: number;
  campaignId: number;
  siteId: number;
  site: Site;
  state: StateOf<'inspection'>;
  card: InspectionCard | null;
  version: number;
  asOf: string;
  rubric: RunSettings['rubric'];
  settings: CampaignSettings;
}

/** Null when there is no inspection of that number. `lock`: nobody else scores it meanwhile. */
export async function findScoredInspection(
  db: Database,
  id: number,
  { lock }: { lock: boolean },
): Promise<ScoredInspection | null> {
  const query = db
    .selectFrom('inspections')
    .innerJoin('campaigns', 'campaigns.id', 'inspections.campaign_id')
    .select([
      'inspections.id',
      'inspections.campaign_id as campaignId',
      'inspections.site_id as siteId',
      'inspections.site',
      'inspections.state',
      'inspections.card',
      'inspections.version',
      'campaigns.as_of as asOf',
      'campaigns.rubric',
      'campaigns.settings',
    ])
    .where('inspections.id', '=', id)
    .modifyFront(sql.raw(KEPT_MARK));
  const row = await (lock ? query.forUpdate('inspections') : query).executeTakeFirst();
  return row ?? null;
}

/** Saves what an inspection comes to now, if nobody changed it meanwhile. */
export async function saveScore(
  tx: Tx,
  { id, version }: { id: number; version: number },
  scored: { verdict: InspectionCard['verdict']; score: number | null; card: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('inspections')
    .set({ ...scored, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** What every site of a campaign came to. */
export async function listScores(db: Database, campaignId: number) {
  return await db
    .selectFrom('inspections')
    .select(['site_id as siteId', 'verdict', 'score'])
    .where('campaign_id', '=', campaignId)
    .orderBy('position')
    .execute();
}
