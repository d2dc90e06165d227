import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bucket, BucketOutcome } from '#store/bucket/bucket.ts';
import { bringFolder, putFolder } from '#store/bucket/kept-folder.ts';
import { findFolder, listDroppable, listUnkept, noteFolder } from '#store/evidence-folders.ts';
import { Refusal } from '#base/refusal.ts';
import type { Desk } from './desk.ts';

/** Folders at once: the rest comes next time, and a failure holds up few. */
const MOST = 50;
const DAY_MS = 86_400_000;

/** How many folders went into the bucket, and how many local copies were left out. */
export interface EvidenceKept {
  kept: number;
  dropped: number;
}

/**
 * Puts finished evidence into the bucket, and leaves out local copies that it has had for
 * `localDays`. A bucket that fails ends it with what it said; all that is not there is tried again.
 */
export async function keepEvidence(
  { db, evidenceDir, now }: Desk,
  bucket: Bucket,
  localDays: number,
): Promise<EvidenceKept> {
  const unkept = await listUnkept(db, MOST);
  for (const folder of unkept) {
    refuseFailed(folder, await putFolder(bucket, evidenceDir, folder));
    await noteFolder(db, folder, { kept_at: now() });
  }
  const before = new Date(Date.parse(now()) - localDays * DAY_MS).toISOString();
  const droppable = await listDroppable(db, before, MOST);
  for (const folder of droppable) {
    await noteFolder(db, folder, { dropped_at: now() });
    await rm(join(evidenceDir, folder), { recursive: true, force: true });
  }
  return { kept: unkept.length, dropped: droppable.length };
}

/** Brings evidence whose local copy was left out back from the bucket; gives its folder. */
export async function bringEvidence(
  { db, evidenceDir }: Pick<Desk, 'db' | 'evidenceDir'>,
  bucket: Bucket | null,
  folder: string,
): Promise<string> {
  const found = await findFolder(db, folder);
  if (found === null || found.gone_at !== null) throw new Refusal('evidence-unknown', { folder });
  if (found.dropped_at === null) return join(evidenceDir, folder);
  if (bucket === null) throw new Refusal('bucket-malformed');
  refuseFailed(folder, await bringFolder(bucket, evidenceDir, folder));
  await noteFolder(db, folder, { dropped_at: null });
  return join(evidenceDir, folder);
}

/** What the bucket said becomes a refusal that names it. */
export function refuseFailed(folder: string, outcome: BucketOutcome): void {
  if (outcome.kind === 'done') return;
  const { why, detail } = outcome;
  throw new Refusal('bucket-failed', { folder, why, detail });
}
