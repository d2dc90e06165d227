import { sql } from 'kysely';
import type { Instant } from '#base/civil-date.ts';
import type { ErrorRate } from '#domain/campaign.ts';
import type { CampaignBrief } from '#domain/campaign-brief.ts';
import type { Circular, Contradiction } from '#domain/circular.ts';
import type { StateOf } from '#domain/moves.ts';
import type { Result } from '#domain/result.ts';
import type { Database, Tx } from './database/database.ts';
import { toJson } from './json-column.ts';

/** A version of a circular with all it is made of. */
export type CircularRow = NonNullable<Awaited<ReturnType<typeof findCircular>>>;

/** One version; null when there is none of that number. */
export async function findCircular(db: Database, id: number) {
  const row = await db.selectFrom('circulars').selectAll().where('id', '=', id).executeTakeFirst();
  return row ?? null;
}

/** The newest version of a campaign's circular, with all that it says. */
export async function latestCircular(
  db: Database,
  campaignId: number,
): Promise<CircularRow | null> {
  const query = db
    .selectFrom('circulars')
    .selectAll()
    .where('campaign_id', '=', campaignId)
    .orderBy('number', 'desc')
    .limit(1);
  return (await query.executeTakeFirst()) ?? null;
}

/** Id of the newest published version, without the whole of a province that it says. */
export async function publishedCircularId(
  db: Database,
  campaignId: number,
): Promise<number | null> {
  const row = await db
    .selectFrom('circulars')
    .select('id')
    .where('campaign_id', '=', campaignId)
    .where('state', '=', 'published')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** What a draft says. */
export interface DraftContents {
  brief: CampaignBrief;
  result: Result;
  circular: Circular;
  openData: unknown;
  contradictions: Contradiction[];
  errorRate: ErrorRate;
}

function columnsOf(draft: DraftContents) {
  return {
    brief: toJson(draft.brief),
    result: toJson(draft.result),
    circular: toJson(draft.circular),
    open_data: toJson(draft.openData),
    contradictions: toJson(draft.contradictions),
    error_rate: toJson(draft.errorRate),
  };
}

/** Puts a new version in as a draft and gives its number in the database. */
export async function insertCircular(
  tx: Tx,
  of: {
    campaignId: number;
    number: number;
    correctionReason: string | null;
    draftedBy: number | null;
    at: Instant;
  },
  draft: DraftContents,
): Promise<number> {
  const { id } = await tx
    .insertInto('circulars')
    .values({
      campaign_id: of.campaignId,
      number: of.number,
      correction_reason: of.correctionReason,
      drafted_by: of.draftedBy,
      drafted_at: of.at,
      written_by: of.draftedBy === null ? [] : [of.draftedBy],
      ...columnsOf(draft),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Writes a draft anew, if it still is one and as it was read. */
export async function updateDraft(
  tx: Tx,
  { id, version }: { id: number; version: number },
  draft: DraftContents,
  by: { draftedBy: number | null; at: Instant; correctionReason: string | null },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('circulars')
    .set({
      ...columnsOf(draft),
      drafted_by: by.draftedBy,
      drafted_at: by.at,
      correction_reason: by.correctionReason,
      written_by: sql`array_remove(written_by || ${by.draftedBy}::integer, null)`,
      version: version + 1,
    })
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** A file of a circular as people fetch it. */
export interface CircularFile {
  name: string;
  mediaType: string;
  bytes: Uint8Array;
  hash: string;
}

/** Puts the files of a version in. */
export async function insertCircularFiles(
  tx: Tx,
  circularId: number,
  files: readonly CircularFile[],
): Promise<void> {
  await tx
    .insertInto('circular_files')
    .values(
      files.map(({ name, mediaType, bytes, hash }) => ({
        circular_id: circularId,
        name,
        media_type: mediaType,
        bytes: Buffer.from(bytes),
        hash,
      })),
    )
    .execute();
}

/** One file; null when the version has none of that name. */
export async function findCircularFile(
  db: Database,
  circularId: number,
  name: string,
): Promise<CircularFile | null> {
  const row = await db
    .selectFrom('circular_files')
    .select(['name', 'media_type as mediaType', 'bytes', 'hash'])
    .where('circular_id', '=', circularId)
    .where('name', '=', name)
    .executeTakeFirst();
  return row ?? null;
}

/** Names and hashes of the files of versions. */
export async function listCircularFiles(db: Database, circularIds: readonly number[]) {
  if (circularIds.length === 0) return [];
  return await db
    .selectFrom('circular_files')
    .select(['circular_id as circularId', 'name', 'media_type as mediaType', 'hash'])
    .where('circular_id', 'in', [...circularIds])
    .orderBy('circular_id')
    .orderBy('name')
    .execute();
}

/** Versions of circulars without their contents: of one campaign, or what was published. */
export async function listCirculars(
  db: Database,
  filter: {
    campaign?: number | undefined;
    states?: StateOf<'circular'>[] | undefined;
    after?: number | undefined;
    limit: number;
  },
) {
  let query = db
    .selectFrom('circulars')
    .innerJoin('campaigns', 'campaigns.id', 'circulars.campaign_id')
    .innerJoin('regions', 'regions.id', 'campaigns.region_id')
    .select([
      'circulars.id',
      'circulars.campaign_id as campaignId',
      'campaigns.name as campaign',
      'campaigns.period',
      'regions.name as region',
      'circulars.number',
      'circulars.state',
      'circulars.correction_reason as correctionReason',
      'circulars.drafted_at as draftedAt',
      'circulars.submitted_at as submittedAt',
      'circulars.signed_at as signedAt',
      'circulars.published_at as publishedAt',
      'circulars.hash',
      'circulars.version',
    ])
    .orderBy('circulars.id', 'desc')
    .limit(filter.limit);
  if (filter.campaign !== undefined) {
    query = query.where('circulars.campaign_id', '=', filter.campaign);
  }
  if (filter.states !== undefined) query = query.where('circulars.state', 'in', filter.states);
  if (filter.after !== undefined) query = query.where('circulars.id', '<', filter.after);
  return await query.execute();
}
