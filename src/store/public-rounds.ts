import { sql } from 'kysely';
import type { PublicRound, PublicScore, PublicVersion, ScoreCount } from '#domain/scoreboard.ts';
import type { Database } from './database/database.ts';
import { holding } from './like.ts';

/** Which published rounds: one, or the newest. */
export interface RoundFilter {
  campaignId?: number;
  limit: number;
}

/** Rounds with a published circular, the newest first. */
export async function listPublicRounds(
  db: Database,
  { campaignId, limit }: RoundFilter,
): Promise<PublicRound[]> {
  const { rows } = await sql<PublicRound>`
    select campaigns.id as "campaignId", campaigns.name, campaigns.period,
      regions.name as region, campaigns.as_of as "asOf",
      told.pass_line as "passLine", told.rubric, told.counts, told.pass_rate as "passRate",
      (select jsonb_agg(jsonb_build_object(
          'circularId', one.id, 'number', one.number, 'hash', one.hash,
          'publishedAt', to_char(one.published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
          'correctionReason', one.correction_reason) order by one.number desc)
        from circulars one where one.campaign_id = campaigns.id
          and one.state in ('published', 'corrected')) as versions
    from circulars held
    join published_rounds told on told.circular_id = held.id
    join campaigns on campaigns.id = held.campaign_id
    join regions on regions.id = campaigns.region_id
    where held.state = 'published'
      and (${campaignId ?? null}::integer is null or campaigns.id = ${campaignId ?? null}::integer)
    order by campaigns.as_of desc, campaigns.id desc
    limit ${limit}
  `.execute(db);
  return rows;
}

/** Which sites of published rounds; of one round a part, behind a place in its order. */
export type ScoreFilter =
  | { campaignId: number; after: number; limit: number }
  | { siteKeys: readonly string[] }
  | { campaignIds: readonly number[] };

/** Sites in published rounds: of one round in its order, or of some sites, oldest round first. */
export async function listPublicScores(db: Database, filter: ScoreFilter): Promise<PublicScore[]> {
  const which =
    'campaignId' in filter
      ? sql`said.circular_id = (select id from circulars
          where campaign_id = ${filter.campaignId} and state = 'published')
          and said.position > ${filter.after}`
      : 'campaignIds' in filter
        ? sql`held.campaign_id = any(${[...filter.campaignIds]}::integer[])`
        : sql`said.site_key = any(${[...filter.siteKeys]}::text[])`;
  const { rows } = await sql<PublicScore>`
    select held.campaign_id as "campaignId", said.site_key as "siteKey", sites.id as "siteId",
      sites.unit_id as "unitId", said.position, said.unit, said.homepage, said.kind,
      said.verdict, said.score, said.problems,
      coalesce((select jsonb_agg(jsonb_build_object(
          'number', former.number, 'verdict', was.verdict, 'score', was.score)
          order by former.number desc)
        from published_sites was join circulars former on former.id = was.circular_id
        where former.campaign_id = held.campaign_id and former.state = 'corrected'
          and was.site_key = said.site_key
          and (was.verdict, was.score) is distinct from (said.verdict, said.score)
      ), '[]') as corrected
    from published_sites said
    join circulars held on held.id = said.circular_id
    join campaigns on campaigns.id = held.campaign_id
    left join sites on sites.key = said.site_key
    where held.state = 'published' and ${which}
    ${'campaignId' in filter ? sql`order by said.position limit ${filter.limit}` : inTime}
  `.execute(db);
  return rows;
}

const inTime = sql`order by campaigns.as_of, campaigns.id, said.position`;

/** How many sites of a published round have each verdict and score. */
export async function countPublicScores(db: Database, campaignId: number): Promise<ScoreCount[]> {
  const { rows } = await sql<ScoreCount>`
    select said.verdict, said.score, count(*)::int as count
    from published_sites said join circulars held on held.id = said.circular_id
    where held.state = 'published' and held.campaign_id = ${campaignId}
    group by said.verdict, said.score`.execute(db);
  return rows;
}

/** What the newest published round charges a site with; null when none looked at it. */
export async function findPublishedSite(db: Database, siteKey: string) {
  const row = await db
    .selectFrom('published_sites')
    .innerJoin('circulars', 'circulars.id', 'published_sites.circular_id')
    .innerJoin('campaigns', 'campaigns.id', 'circulars.campaign_id')
    .selectAll('published_sites')
    .select('circulars.campaign_id')
    .where('published_sites.site_key', '=', siteKey)
    .where('circulars.state', '=', 'published')
    .orderBy('campaigns.as_of', 'desc')
    .orderBy('campaigns.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** A published version with the round it is of; null when it is none. */
export async function findPublicVersion(
  db: Database,
  circularId: number,
): Promise<(PublicVersion & { campaignId: number }) | null> {
  const row = await db
    .selectFrom('circulars')
    .select([
      'id as circularId',
      'campaign_id as campaignId',
      'number',
      'hash',
      'published_at as publishedAt',
      'correction_reason as correctionReason',
    ])
    .where('id', '=', circularId)
    .where('state', 'in', ['published', 'corrected'])
    .executeTakeFirst();
  if (!row || row.publishedAt === null || row.hash === null) return null;
  return { ...row, publishedAt: row.publishedAt, hash: row.hash };
}

/** A site as the public finds it: what was never online is not public. */
export interface PublicSite {
  id: number;
  key: string;
  name: string;
  homepage: string;
  siteIdCode: string | null;
  kind: PublicScore['kind'];
  state: 'online' | 'suspended' | 'closing' | 'offline' | 'archived';
  unitId: number;
  unit: string;
  region: string;
}

/** Sites by number, by unit, or by words; in the order of the official list. */
export async function listPublicSites(
  db: Database,
  filter: { ids?: readonly number[]; unitId?: number; q?: string; limit: number },
): Promise<PublicSite[]> {
  let query = db
    .selectFrom('sites')
    .innerJoin('units', 'units.id', 'sites.unit_id')
    .innerJoin('regions', 'regions.id', 'units.region_id')
    .select([
      'sites.id',
      'sites.key',
      'sites.name',
      'sites.homepage',
      'sites.site_id_code as siteIdCode',
      'sites.kind',
      'sites.state',
      'units.id as unitId',
      'units.name as unit',
      'regions.name as region',
    ])
    .where('sites.state', 'in', ['online', 'suspended', 'closing', 'offline', 'archived'])
    .orderBy('sites.position')
    .orderBy('sites.id')
    .limit(filter.limit);
  if (filter.ids) query = query.where('sites.id', 'in', [...filter.ids, 0]);
  if (filter.unitId !== undefined) query = query.where('units.id', '=', filter.unitId);
  if (filter.q) query = query.where(sql<boolean>`sites.search like ${holding(filter.q)}`);
  return (await query.execute()) as PublicSite[];
}
