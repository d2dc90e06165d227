import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '#base/hash.ts';
import { Refusal } from '#base/refusal.ts';
import { listedEvidence } from './backup-evidence.ts';
import {
  BACKUP_FORMAT,
  type BackupManifest,
  EVIDENCE_FOLDER,
  EVIDENCE_STEP,
  hashFile,
  MANIFEST,
  MANIFEST_HASH,
  type SavedFile,
  type TellProgress,
} from './backup-format.ts';

/** Reads a backup through: every file that it names is there, whole and unaltered. */
export async function verifyBackup(
  from: string,
  progress: TellProgress = () => undefined,
): Promise<BackupManifest> {
  const manifest = await readManifest(from);
  const total = manifest.tables.length + manifest.evidence.files;
  let done = 0;
  const check = async (saved: SavedFile, file: string) => {
    await checkFile(from, { ...saved, file });
    done++;
    if (done % EVIDENCE_STEP === 0) progress({ step: 'verifying', name: file, done, total });
  };
  for (const table of manifest.tables) await check(table, table.file);
  await checkFile(from, manifest.evidence.list);
  for await (const saved of listedEvidence(from)) {
    await check(saved, `${EVIDENCE_FOLDER}/${saved.file}`);
  }
  progress({ step: 'verifying', name: '', done, total });
  return manifest;
}

/** The hash beside it is held against it before a word of it is believed. */
async function readManifest(from: string): Promise<BackupManifest> {
  const [text, hash] = await Promise.all(
    [MANIFEST, MANIFEST_HASH].map((name) => readFile(join(from, name), 'utf8').catch(() => null)),
  );
  if (typeof text !== 'string' || typeof hash !== 'string') {
    throw new Refusal('backup-missing', { folder: from, file: MANIFEST });
  }
  if (sha256(text) !== hash.trim()) {
    throw new Refusal('backup-damaged', { file: join(from, MANIFEST), why: 'sha256' });
  }
  const manifest = JSON.parse(text) as BackupManifest;
  if (manifest.format === BACKUP_FORMAT) return manifest;
  throw new Refusal('backup-other-format', {
    folder: from,
    found: manifest.format,
    expected: BACKUP_FORMAT,
    engine: manifest.engine,
  });
}

async function checkFile(from: string, saved: SavedFile): Promise<void> {
  const path = join(from, saved.file);
  const found = await stat(path).catch(() => null);
  if (found === null) throw new Refusal('backup-damaged', { file: path, why: 'missing' });
  if (found.size !== saved.bytes) {
    throw new Refusal('backup-damaged', { file: path, why: `${found.size} ≠ ${saved.bytes} B` });
  }
  const { sha256: hash } = await hashFile(path);
  if (hash !== saved.sha256) throw new Refusal('backup-damaged', { file: path, why: 'sha256' });
}
