import { sql } from 'kysely';
import type { Reach } from '#domain/rights.ts';
import { shownToUnits } from './campaigns.ts';
import type { Database } from './database/database.ts';

/** Every site of a campaign with its judgement, in order; no card where it was never measured. */
export async function listMeasured(db: Database, campaignId: number) {
  return await db
    .selectFrom('inspections')
    .select(['id', 'site_id as siteId', 'site', 'card', 'state', 'finished_at as finishedAt'])
    .where('campaign_id', '=', campaignId)
    .where('state', '<>', 'cancelled')
    .orderBy('position')
    .orderBy('id')
    .execute();
}

/** Sites of a campaign within a reach with what is charged to each, in the order of the register. */
export async function listCards(
  db: Database,
  reach: Reach | null,
  campaignId: number,
  { after, limit }: { after?: number; limit: number },
) {
  let query = placedCards(db, reach)
    .where('inspections.campaign_id', '=', campaignId)
    .where('inspections.state', '<>', 'cancelled')
    .orderBy('inspections.position')
    .limit(limit);
  if (after !== undefined) query = query.where('inspections.position', '>', after);
  return await query.execute();
}

/** Every inspection of a site that may be seen, the newest campaign first. */
export async function listCardsOfSite(
  db: Database,
  reach: Reach | null,
  siteId: number,
  { after, limit }: { after?: number; limit: number },
) {
  let query = placedCards(db, reach)
    .where('inspections.site_id', '=', siteId)
    .where('inspections.state', '<>', 'cancelled')
    .orderBy('campaigns.as_of', 'desc')
    .orderBy('campaigns.id', 'desc')
    .limit(limit);
  if (after !== undefined) {
    query = query.where(
      sql<boolean>`(campaigns.as_of, campaigns.id) <
        (select last.as_of, last.id from campaigns last where last.id = ${after})`,
    );
  }
  return await query.execute();
}

function placedCards(db: Database, reach: Reach | null) {
  const query = db
    .selectFrom('inspections')
    .innerJoin('campaigns', 'campaigns.id', 'inspections.campaign_id')
    .innerJoin('sites', 'sites.id', 'inspections.site_id')
    .innerJoin('units', 'units.id', 'sites.unit_id')
    .innerJoin('regions', 'regions.id', 'units.region_id')
    .select([
      'inspections.id as inspectionId',
      'inspections.campaign_id as campaignId',
      'inspections.site_id as siteId',
      'inspections.position',
      'inspections.site',
      'inspections.state',
      'inspections.verdict',
      'inspections.score',
      'inspections.card',
      'inspections.finished_at as finishedAt',
      'campaigns.name as campaign',
      'campaigns.period',
      'campaigns.as_of as asOf',
      'campaigns.state as campaignState',
    ]);
  if (reach === null) return query;
  return query.where((eb) =>
    eb.or([
      ...reach.regions.map((path) => eb('regions.path', 'like', `${path}%`)),
      ...reach.units.map((path) =>
        eb.and([
          eb('units.path', 'like', `${path}%`),
          eb('campaigns.state', 'in', [...shownToUnits]),
        ]),
      ),
    ]),
  );
}

/** Numbers of an inspection's findings that were seen to be mended since, by a recheck of an order. */
export async function listMended(db: Database, inspectionId: number): Promise<number[]> {
  const rows = await db
    .selectFrom('order_items')
    .innerJoin('findings', 'findings.id', 'order_items.finding_id')
    .select('findings.id')
    .where('findings.inspection_id', '=', inspectionId)
    .where('order_items.recheck', '=', 'passed')
    .execute();
  return rows.map(({ id }) => id);
}
