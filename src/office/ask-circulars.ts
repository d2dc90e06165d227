import { Refusal } from '#base/refusal.ts';
import type { StateOf } from '#domain/moves.ts';
import {
  type CircularFile,
  type CircularRow,
  findCircular,
  findCircularFile,
  listCircularFiles,
  listCirculars,
} from '#store/circulars.ts';
import type { Database } from '#store/database/database.ts';
import { findPublicVersion } from '#store/public-rounds.ts';
import { visibleCampaign } from './ask-campaigns.ts';
import { circularAt } from './circular-at-hand.ts';
import { type Desk, requireRight } from './desk.ts';
import { type Page, pageOf, pageSize } from './page-of.ts';

type Line = Awaited<ReturnType<typeof listCirculars>>[number];

/** A version of a circular in a list, with its files. */
export interface CircularLine extends Line {
  files: { name: string; mediaType: string; hash: string }[];
}

/** Both stay for everybody to read: what was published, and what a later version corrected. */
const publicStates: StateOf<'circular'>[] = ['published', 'corrected'];

/** All versions of a campaign's circular, newest first. */
export async function askCirculars(desk: Desk, campaignId: number): Promise<Page<CircularLine>> {
  const campaign = await visibleCampaign(desk, campaignId);
  requireRight(desk, 'circular.read', { region: campaign.region_path, unit: null });
  const rows = await listCirculars(desk.db, { campaign: campaignId, limit: pageSize(200) });
  return { items: await withFiles(desk.db, rows), next: null };
}

/** One version with its brief, words and contradictions. */
export async function askCircular(desk: Desk, id: number): Promise<CircularRow> {
  return (await circularAt(desk, desk.db, id, 'circular.read')).circular;
}

/** What everybody may read: published circulars, newest first. */
export async function askPublishedCirculars(
  desk: Pick<Desk, 'db'>,
  { after, limit: asked }: { after?: number | undefined; limit?: number | undefined },
): Promise<Page<CircularLine>> {
  const limit = pageSize(asked);
  const filter = { states: ['published' as const], after, limit: limit + 1 };
  const { items, next } = pageOf(
    await listCirculars(desk.db, filter),
    limit,
    ({ id }) => id,
    (row) => row,
  );
  return { items: await withFiles(desk.db, items), next };
}

/** A file of a version that was published, for everybody. */
export async function askCircularFile(
  desk: Pick<Desk, 'db'>,
  id: number,
  name: string,
): Promise<CircularFile> {
  const circular = await findCircular(desk.db, id);
  const isPublic = circular !== null && publicStates.includes(circular.state);
  const file = isPublic ? await findCircularFile(desk.db, id, name) : null;
  if (!file) throw new Refusal('not-found', { thing: 'circular', id });
  return file;
}

/** A version that was published, corrected or not, with its files. */
export async function askPublicVersion(desk: Pick<Desk, 'db'>, id: number) {
  const version = await findPublicVersion(desk.db, id);
  if (!version) throw new Refusal('not-found', { thing: 'circular', id });
  const files = await listCircularFiles(desk.db, [id]);
  return { ...version, files };
}

async function withFiles(db: Database, rows: Line[]): Promise<CircularLine[]> {
  const files = await listCircularFiles(
    db,
    rows.map(({ id }) => id),
  );
  const byCircular = Map.groupBy(files, ({ circularId }) => circularId);
  return rows.map((row) => ({
    ...row,
    files: (byCircular.get(row.id) ?? []).map(({ name, mediaType, hash }) => ({
      name,
      mediaType,
      hash,
    })),
  }));
}
