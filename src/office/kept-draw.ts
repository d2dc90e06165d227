import { canonicalLine } from '#base/canonical-json.ts';
import type { Draw } from '#domain/draw-sample.ts';
import type { CampaignRow, RegisteredSite } from '#store/campaigns.ts';
import { countChanges, isQuiet } from '#store/changes.ts';
import type { Database } from '#store/database/database.ts';
import { drawOf } from './campaign-at-hand.ts';

/** A draw of all sites of a province is some megabytes. */
const MOST_KEPT = 8;

interface Kept {
  count: string;
  draw: Promise<Draw<RegisteredSite>>;
}

const kept = new WeakMap<Database, Map<string, Kept>>();

/**
 * What a sample would come to now, drawn once for all who ask until the register changes: a
 * preview is turned over page by page. Acts draw for themselves. Refuses `sample-stranger`.
 */
export async function keptDraw(
  db: Database,
  campaign: Pick<CampaignRow, 'region_path' | 'sample'>,
): Promise<Draw<RegisteredSite>> {
  const { region_path: region, sample } = campaign;
  // A seed decides nothing where all are taken.
  const name = canonicalLine({ region, ...sample, seed: sample.mode === 'all' ? '' : sample.seed });
  const count = await countChanges(db, ['register']);
  const draws = kept.get(db) ?? new Map<string, Kept>();
  kept.set(db, draws);
  const found = draws.get(name);
  if (found?.count === count) return await found.draw;
  // The count first, then whether it is quiet, then the data: store/changes.ts says why.
  const isKept = await isQuiet(db);
  const joined = draws.get(name);
  if (joined?.count === count) return await joined.draw;
  const draw = drawOf(db, campaign);
  if (!isKept) return await draw;
  draws.delete(name);
  draws.set(name, { count, draw });
  draw.catch(() => draws.delete(name));
  for (const oldest of [...draws.keys()].slice(0, -MOST_KEPT)) draws.delete(oldest);
  return await draw;
}
