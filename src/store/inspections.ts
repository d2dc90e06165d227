import { type SelectQueryBuilder, sql } from 'kysely';
import type { Instant } from '#base/civil-date.ts';
import type { SiteProgressNote } from '#domain/campaign.ts';
import type { StateOf } from '#domain/moves.ts';
import type { Reach } from '#domain/rights.ts';
import type { Verdict } from '#domain/scorecard.ts';
import type { Database, Tx } from './database/database.ts';
import type { Tables } from './database/tables.ts';
import { toJsonOrNull } from './json-column.ts';
import { pageWithin } from './places.ts';

/** States that an inspection still leaves by itself. */
export const openInspections = [
  'queued',
  'running',
  'interrupted',
] as const satisfies StateOf<'inspection'>[];

/** More are not told of at once. */
const MOST_LIVE = 100;

/** An inspection as it stands, with where its site belongs. */
export type InspectionRow = NonNullable<Awaited<ReturnType<typeof findInspection>>>;

/** An inspection by its number; null when there is none. */
export async function findInspection(db: Database, id: number) {
  const row = await db
    .selectFrom('inspections')
    .innerJoin('sites', 'sites.id', 'inspections.site_id')
    .innerJoin('units', 'units.id', 'sites.unit_id')
    .innerJoin('regions', 'regions.id', 'units.region_id')
    .selectAll('inspections')
    .select(['regions.path as region_path', 'units.path as unit_path'])
    .where('inspections.id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** Puts an inspection of each site in, in this order, each with the site as it is now. */
export async function insertInspections(
  tx: Tx,
  campaignId: number,
  siteIds: readonly number[],
): Promise<void> {
  await sql`
    insert into inspections (campaign_id, site_id, position, site)
    select ${campaignId}, sites.id, (drawn.position - 1)::integer,
           jsonb_build_object('key', sites.key, 'unit', units.name, 'homepage', sites.homepage,
                              'siteIdCode', sites.site_id_code, 'kind', sites.kind)
    from unnest(${[...siteIds]}::integer[]) with ordinality as drawn (site_id, position)
    join sites on sites.id = drawn.site_id
    join units on units.id = sites.unit_id
    order by drawn.position
  `.execute(tx);
}

/** How many inspections of a campaign are in which state, and their verdicts. */
export async function countInspections(
  db: Database,
  campaignId: number,
): Promise<{ state: StateOf<'inspection'>; verdict: Verdict | null; count: number }[]> {
  const rows = await db
    .selectFrom('inspections')
    .select(['state', 'verdict', (eb) => eb.fn.countAll<string>().as('count')])
    .where('campaign_id', '=', campaignId)
    .groupBy(['state', 'verdict'])
    .execute();
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}

/** Whether every inspection of a campaign came to its end. */
export async function isAllSettled(db: Database, campaignId: number): Promise<boolean> {
  const open = await db
    .selectFrom('inspections')
    .select('id')
    .where('campaign_id', '=', campaignId)
    .where('state', 'in', [...openInspections])
    .limit(1)
    .executeTakeFirst();
  return open === undefined;
}

/** Cancels what a campaign has not inspected yet, and says how many those were. */
export async function cancelInspections(tx: Tx, campaignId: number, at: Instant): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('inspections')
    .set({ state: 'cancelled', finished_at: at, version: sql`version + 1` })
    .where('campaign_id', '=', campaignId)
    .where('state', 'in', [...openInspections])
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/**
 * Says that a worker is still at it, and how far. False when the inspection is no longer that
 * worker's: cancelled, or taken over.
 */
export async function noteProgress(
  db: Database,
  mine: { id: number; worker: string; attempts: number },
  progress: SiteProgressNote | null,
  at: Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('inspections')
    .set({ seen_at: at, ...(progress && { progress: toJsonOrNull(progress) }) })
    .where('id', '=', mine.id)
    .where('state', '=', 'running')
    .where('worker', '=', mine.worker)
    .where('attempts', '=', mine.attempts)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** What a list of inspections is asked for. */
export interface InspectionFilter {
  /** The position of the last one that was shown. */
  after?: number | undefined;
  limit: number;
  state?: StateOf<'inspection'> | undefined;
  verdict?: Verdict | undefined;
  /** A part of the unit's name or of the address. */
  search?: string | undefined;
}

/** Inspections of a campaign within a reach, in the order of the register, without their cards. */
export async function listInspections(
  db: Database,
  reach: Reach | null,
  campaignId: number,
  { after, limit, state, verdict, search }: InspectionFilter,
) {
  let query = db
    .selectFrom('inspections')
    .innerJoin('sites', 'sites.id', 'inspections.site_id')
    .innerJoin('units', 'units.id', 'sites.unit_id')
    .innerJoin('regions', 'regions.id', 'units.region_id')
    .select([
      'inspections.id',
      'inspections.site_id as siteId',
      'inspections.position',
      'inspections.site',
      'inspections.state',
      'inspections.verdict',
      'inspections.score',
      'inspections.progress',
      'inspections.attempts',
      'inspections.started_at as startedAt',
      'inspections.finished_at as finishedAt',
      'inspections.error',
      'inspections.version',
    ])
    .where('inspections.campaign_id', '=', campaignId)
    .orderBy('inspections.position')
    .limit(limit);
  query = query.where(await pageWithin(db, reach, 'inspections.site_id'));
  if (after !== undefined) query = query.where('inspections.position', '>', after);
  if (state !== undefined) query = query.where('inspections.state', '=', state);
  if (verdict !== undefined) query = query.where('inspections.verdict', '=', verdict);
  if (search !== undefined && search !== '') {
    query = query.where(
      sql<boolean>`position(lower(${search}) in
        lower((inspections.site->>'unit') || ' ' || (inspections.site->>'homepage'))) > 0`,
    );
  }
  return await query.execute();
}

type Joined = 'inspections' | 'sites' | 'units' | 'regions';

function withinInspections<O>(
  query: SelectQueryBuilder<Tables, Joined, O>,
  reach: Reach | null,
): SelectQueryBuilder<Tables, Joined, O> {
  if (reach === null) return query;
  return query.where((eb) =>
    eb.or([
      ...reach.regions.map((path) => eb('regions.path', 'like', `${path}%`)),
      ...reach.units.map((path) => eb('units.path', 'like', `${path}%`)),
    ]),
  );
}

/** Sites of a campaign that are being inspected just now, within a reach. */
export async function listProgress(db: Database, reach: Reach | null, campaignId: number) {
  const query = db
    .selectFrom('inspections')
    .innerJoin('sites', 'sites.id', 'inspections.site_id')
    .innerJoin('units', 'units.id', 'sites.unit_id')
    .innerJoin('regions', 'regions.id', 'units.region_id')
    .select(['inspections.id as inspectionId', 'inspections.site', 'inspections.progress'])
    .where('inspections.campaign_id', '=', campaignId)
    .where('inspections.state', '=', 'running')
    .orderBy('inspections.position')
    .limit(MOST_LIVE);
  const rows = await withinInspections(query, reach).execute();
  return rows.map(({ inspectionId, site, progress }) => {
    return { inspectionId, unit: site.unit, homepage: site.homepage, progress };
  });
}
