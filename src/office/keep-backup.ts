import { resolve } from 'node:path';
import type { BackupManifest, TellProgress } from '#store/postgres/backup-format.ts';
import { writeBackup } from '#store/postgres/backup.ts';
import { restoreBackup } from '#store/postgres/restore.ts';
import { verifyBackup } from '#store/postgres/verify-backup.ts';
import { migrateOffice, type Office } from './open-office.ts';

/** Backs an office up into a new folder: tables of one instant, and all evidence they point to. */
export async function keepBackup(
  { pool, evidenceDir }: Office,
  out: string,
  progress: TellProgress,
): Promise<BackupManifest> {
  return await writeBackup({ pool, evidenceDir, out: resolve(out), now: new Date(), progress });
}

/** Brings a backup back into an office that is empty yet. */
export async function bringBack(
  office: Office,
  from: string,
  progress: TellProgress,
): Promise<BackupManifest> {
  const { pool, evidenceDir } = office;
  const bringTo = async (to: string) => void (await migrateOffice(office, to));
  return await restoreBackup({
    pool,
    from: resolve(from),
    evidenceDir,
    migrate: bringTo,
    progress,
  });
}

/** Reads a backup through, and refuses it, naming the file, when anything is not as it was written. */
export async function checkBackup(from: string, progress: TellProgress): Promise<BackupManifest> {
  return await verifyBackup(resolve(from), progress);
}
