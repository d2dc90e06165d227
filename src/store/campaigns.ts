import { type SelectQueryBuilder, sql } from 'kysely';
import type { Instant } from '#base/civil-date.ts';
import type { CampaignSettings, Sample } from '#domain/campaign.ts';
import type { CampaignBrief } from '#domain/campaign-brief.ts';
import type { Candidate } from '#domain/draw-sample.ts';
import type { StateOf } from '#domain/moves.ts';
import type { Reach } from '#domain/rights.ts';
import type { RunSettings } from '#domain/run-settings.ts';
import type { Database, Tx } from './database/database.ts';
import type { Tables } from './database/tables.ts';
import { toJson } from './json-column.ts';
import { within } from './places.ts';

/** A campaign as it stands, with the path of its region. */
export type CampaignRow = NonNullable<Awaited<ReturnType<typeof findCampaign>>>;

/** A campaign by its number; null when there is none. */
export async function findCampaign(db: Database, id: number) {
  const row = await db
    .selectFrom('campaigns')
    .innerJoin('regions', 'regions.id', 'campaigns.region_id')
    .selectAll('campaigns')
    .select(['regions.path as region_path', 'regions.name as region_name'])
    .where('campaigns.id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/**
 * Holds a campaign until the transaction ends: who moves it, or counts whether all of it is
 * measured, waits for others who do. Locked before any inspection and before the ledger.
 */
export async function lockCampaign(tx: Tx, id: number): Promise<StateOf<'campaign'> | null> {
  const { rows } = await sql<{ state: StateOf<'campaign'> }>`
    select state from campaigns where id = ${id} for no key update
  `.execute(tx);
  return rows[0]?.state ?? null;
}

/** What a draft begins with. */
export interface NewCampaign {
  regionId: number;
  name: string;
  period: string;
  asOf: string;
  rubric: RunSettings['rubric'];
  settings: CampaignSettings;
  sample: Sample;
  brief: CampaignBrief;
  openedBy: number | null;
  openedAt: Instant;
}

/** Puts a draft in and gives its number. */
export async function insertCampaign(db: Database, campaign: NewCampaign): Promise<number> {
  const { id } = await db
    .insertInto('campaigns')
    .values({
      region_id: campaign.regionId,
      name: campaign.name,
      period: campaign.period,
      as_of: campaign.asOf,
      rubric: toJson(campaign.rubric),
      settings: toJson(campaign.settings),
      sample: toJson(campaign.sample),
      brief: toJson(campaign.brief),
      opened_by: campaign.openedBy,
      opened_at: campaign.openedAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** A site that a campaign may look at, as the register has it now. */
export interface RegisteredSite extends Candidate {
  unit: string;
  homepage: string;
  siteIdCode: string | null;
}

/** The sites that are online in a region and all below it, in the order of the register. */
export async function listCandidates(db: Database, regionPath: string): Promise<RegisteredSite[]> {
  return await db
    .selectFrom('sites')
    .innerJoin('units', 'units.id', 'sites.unit_id')
    .innerJoin('regions', 'regions.id', 'units.region_id')
    .select([
      'sites.id as siteId',
      'sites.key',
      'sites.kind',
      'sites.homepage',
      'sites.site_id_code as siteIdCode',
      'units.name as unit',
    ])
    .where('sites.state', '=', 'online')
    .where(within({ regions: [regionPath], units: [] }))
    .orderBy('sites.position')
    .orderBy('sites.id')
    .execute();
}

/** What a list of campaigns is asked for. */
export interface CampaignFilter {
  after?: number | undefined;
  limit: number;
  state?: StateOf<'campaign'> | undefined;
  regionId?: number | undefined;
}

/** When a unit sees a campaign that one of its sites takes part in: from the hearing on. */
export const shownToUnits = [
  'hearing',
  'drafted',
  'signed',
  'published',
  'closed',
] as const satisfies StateOf<'campaign'>[];

/** Campaigns within a reach, the newest first. */
export async function listCampaigns(
  db: Database,
  reach: Reach | null,
  { after, limit, state, regionId }: CampaignFilter,
) {
  let query = db
    .selectFrom('campaigns')
    .innerJoin('regions', 'regions.id', 'campaigns.region_id')
    .select([
      'campaigns.id',
      'campaigns.name',
      'campaigns.period',
      'campaigns.state',
      'campaigns.as_of as asOf',
      'campaigns.region_id as regionId',
      'regions.name as region',
      'campaigns.opened_at as openedAt',
      'campaigns.started_at as startedAt',
      'campaigns.published_at as publishedAt',
      'campaigns.version',
    ])
    .orderBy('campaigns.id', 'desc')
    .limit(limit);
  query = withinCampaigns(query, reach);
  if (after !== undefined) query = query.where('campaigns.id', '<', after);
  if (state !== undefined) query = query.where('campaigns.state', '=', state);
  if (regionId !== undefined) query = query.where('campaigns.region_id', '=', regionId);
  return await query.execute();
}

/** Whether a campaign lies within a reach. */
export async function isCampaignWithin(
  db: Database,
  reach: Reach | null,
  id: number,
): Promise<boolean> {
  const query = db
    .selectFrom('campaigns')
    .innerJoin('regions', 'regions.id', 'campaigns.region_id')
    .select('campaigns.id')
    .where('campaigns.id', '=', id);
  return (await withinCampaigns(query, reach).executeTakeFirst()) !== undefined;
}

function withinCampaigns<O>(
  query: SelectQueryBuilder<Tables, 'campaigns' | 'regions', O>,
  reach: Reach | null,
): SelectQueryBuilder<Tables, 'campaigns' | 'regions', O> {
  if (reach === null) return query;
  return query.where((eb) =>
    eb.or([
      ...reach.regions.map((path) => eb('regions.path', 'like', `${path}%`)),
      ...reach.units.map((path) =>
        eb.and([
          eb('campaigns.state', 'in', [...shownToUnits]),
          eb.exists(
            eb
              .selectFrom('inspections')
              .innerJoin('sites', 'sites.id', 'inspections.site_id')
              .innerJoin('units', 'units.id', 'sites.unit_id')
              .select('inspections.id')
              .whereRef('inspections.campaign_id', '=', 'campaigns.id')
              .where('units.path', 'like', `${path}%`),
          ),
        ]),
      ),
    ]),
  );
}
