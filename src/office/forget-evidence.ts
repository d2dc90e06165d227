import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { addDays, chinaDate, type Instant } from '#base/civil-date.ts';
import type { Bucket } from '#store/bucket/bucket.ts';
import { removeKeptFolder } from '#store/bucket/kept-folder.ts';
import { whileNoBackupIsMade } from '#store/database/while-no-backup.ts';
import { listOutlived, listUnremoved, noteFolder } from '#store/evidence-folders.ts';
import { foldProbes } from '#store/probe-days.ts';
import { type Desk, perform } from './desk.ts';
import { refuseFailed } from './keep-evidence.ts';

/** How long things are kept, in days. Settings; the defaults are ours (office, section 8). */
export interface Retention {
  keepChargedDays: number;
  keepVisitsDays: number;
  keepProbesDays: number;
}

/** What was deleted. */
export interface Forgotten {
  folders: number;
  visits: number;
}

/** Folders a line of the ledger. */
const MOST_A_LINE = 100;
const MOST_LINES = 100;
const DAY_MS = 86_400_000;

/**
 * Deletes what is past its time, and says so in the ledger first: a line names the folders, then
 * their bytes go, here and in the bucket. Interrupted, it goes on the next time. Null while a
 * backup is made, which must find all that its tables point to.
 */
export async function forgetEvidence(
  desk: Desk,
  bucket: Bucket | null,
  retention: Retention,
): Promise<Forgotten | null> {
  return await whileNoBackupIsMade(desk.db, async () => {
    for (let line = 0; line < MOST_LINES; line++) {
      if ((await writeOff(desk, retention)) === 0) break;
    }
    const folders = await removeWrittenOff(desk, bucket);
    const visits = await foldOldProbes(desk, retention);
    return { folders, visits };
  });
}

/** Takes folders out of the books, with the line that names them. */
async function writeOff(
  desk: Desk,
  { keepChargedDays, keepVisitsDays }: Retention,
): Promise<number> {
  return await perform(desk, async (act) => {
    const outlived = await listOutlived(act.tx, {
      charged: daysBefore(act.at, keepChargedDays),
      visits: daysBefore(act.at, keepVisitsDays),
      limit: MOST_A_LINE,
    });
    if (outlived.length === 0) return 0;
    for (const { folder } of outlived) await noteFolder(act.tx, folder, { gone_at: act.at });
    const reason = `past ${keepVisitsDays} days, or ${keepChargedDays} where charged`;
    const before = { evidence: outlived };
    await act.note({ act: 'evidence.delete', thing: 'evidence', before, reason });
    return outlived.length;
  });
}

async function removeWrittenOff(
  { db, evidenceDir, now }: Desk,
  bucket: Bucket | null,
): Promise<number> {
  const folders = await listUnremoved(db, {
    hasBucket: bucket !== null,
    limit: MOST_A_LINE * MOST_LINES,
  });
  for (const folder of folders) {
    if (bucket) refuseFailed(folder, await removeKeptFolder(bucket, evidenceDir, folder));
    await rm(join(evidenceDir, folder), { recursive: true, force: true });
    await noteFolder(db, folder, { removed_at: now() });
  }
  return folders.length;
}

/** Single visits of monitoring become counts by day, whole days in China only. */
async function foldOldProbes(desk: Desk, { keepProbesDays }: Retention): Promise<number> {
  return await perform(desk, async (act) => {
    const before = addDays(chinaDate(act.at), -keepProbesDays);
    const visits = await foldProbes(act.tx, before);
    if (visits === 0) return 0;
    const after = { visits, before };
    const reason = `past ${keepProbesDays} days: kept as counts by day`;
    await act.note({ act: 'probes.fold', thing: 'evidence', after, reason });
    return visits;
  });
}

function daysBefore(at: Instant, days: number): Instant {
  return new Date(Date.parse(at) - days * DAY_MS).toISOString();
}
