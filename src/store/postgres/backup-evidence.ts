import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, open, opendir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, normalize, relative, sep } from 'node:path';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';
import { Refusal } from '#base/refusal.ts';
import { diskRefusal, errnoOf } from '#store/disk-refusal.ts';
import { TEMPORARY_SUFFIX } from '#store/write-file-atomic.ts';
import {
  type BackupManifest,
  EVIDENCE_FOLDER,
  EVIDENCE_LIST,
  EVIDENCE_STEP,
  hashFile,
  type SavedFile,
  type TellProgress,
  writeHashed,
} from './backup-format.ts';

/** Evidence waits here, below its own folder, until the tables are back as well. */
const WAITING = '.restoring';
/** Names the backup whose evidence waits, by the hash of its manifest; there once all of it does. */
const WHOSE = '.backup';

/**
 * Copies every regular file, hashing as it goes. Copies and not hard links: an inspection under way
 * appends to its files, and one bad block would spoil original and backup at once.
 */
export async function saveEvidence(
  evidenceDir: string | null,
  folder: string,
  progress: TellProgress,
): Promise<BackupManifest['evidence']> {
  const listPath = join(folder, EVIDENCE_LIST);
  const list = createWriteStream(listPath, { flags: 'wx', flush: true });
  const all = { files: 0, bytes: 0 };
  for await (const path of evidenceDir === null ? [] : filesBelow(evidenceDir)) {
    const file = relative(evidenceDir ?? '', path)
      .split(sep)
      .join('/');
    const copied = await copyIfThere(path, join(folder, EVIDENCE_FOLDER, file));
    if (copied === null) continue;
    list.write(`${JSON.stringify({ file, ...copied })}\n`);
    all.files++;
    all.bytes += copied.bytes;
    if (all.files % EVIDENCE_STEP === 0) {
      progress({ step: 'evidence', name: file, done: all.files, total: null });
    }
  }
  list.end();
  await finished(list).catch((error: unknown) => {
    throw diskRefusal(error, listPath);
  });
  return { ...all, list: { file: EVIDENCE_LIST, ...(await hashFile(listPath)) } };
}

/** Null for a file that was moved away since its name was read. */
async function copyIfThere(
  path: string,
  target: string,
): Promise<{ bytes: number; sha256: string } | null> {
  let handle: Awaited<ReturnType<typeof open>>;
  try {
    handle = await open(path, 'r');
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return null;
    throw diskRefusal(error, path);
  }
  return writeHashed(handle.createReadStream(), target);
}

async function* filesBelow(folder: string): AsyncGenerator<string> {
  const items = await opendir(folder).catch((error: unknown) => {
    if (errnoOf(error) === 'ENOENT') return null;
    throw diskRefusal(error, folder);
  });
  if (items === null) return;
  for await (const item of items) {
    const path = join(folder, item.name);
    if (item.isDirectory() && item.name !== WAITING) yield* filesBelow(path);
    else if (item.isFile() && !item.name.endsWith(TEMPORARY_SUFFIX)) yield path;
  }
}

/** The files of evidence that a backup lists, read line by line. */
export async function* listedEvidence(from: string): AsyncGenerator<SavedFile> {
  const lines = createInterface({ input: createReadStream(join(from, EVIDENCE_LIST)) });
  for await (const line of lines) {
    const saved = JSON.parse(line) as SavedFile;
    const path = normalize(saved.file);
    if (path.startsWith('..') || path.startsWith('/')) {
      throw new Refusal('backup-damaged', { file: EVIDENCE_LIST, why: saved.file });
    }
    yield saved;
  }
}

/** Whether a restore into this folder was interrupted. */
export function isHalfRestored(evidenceDir: string): boolean {
  return existsSync(join(evidenceDir, WAITING));
}

/** Whether all evidence of a backup waits, or waited: only putting it in its place is left. */
export async function isStaged(evidenceDir: string, backup: string): Promise<boolean> {
  const whose = await readFile(join(evidenceDir, WAITING, WHOSE), 'utf8').catch(() => null);
  return whose === backup;
}

export async function refuseFilledEvidence(evidenceDir: string): Promise<void> {
  const names = await readdir(evidenceDir).catch(() => []);
  if (names.some((name) => name !== WAITING)) {
    throw new Refusal('restore-evidence-filled', { folder: evidenceDir });
  }
}

/** Copies all evidence of a backup to where it waits, and checks the copies as they are written. */
export async function stageEvidence(
  from: string,
  evidenceDir: string,
  progress: TellProgress,
  { total, backup }: { total: number; backup: string },
): Promise<void> {
  const waiting = join(evidenceDir, WAITING);
  await rm(waiting, { recursive: true, force: true });
  await mkdir(waiting, { recursive: true }).catch((error: unknown) => {
    throw diskRefusal(error, waiting);
  });
  let done = 0;
  for await (const { file, sha256 } of listedEvidence(from)) {
    const source = createReadStream(join(from, EVIDENCE_FOLDER, file));
    const copied = await writeHashed(source, join(waiting, file));
    if (copied.sha256 !== sha256) {
      throw new Refusal('backup-damaged', { file: join(EVIDENCE_FOLDER, file), why: 'sha256' });
    }
    if (++done % EVIDENCE_STEP === 0) progress({ step: 'evidence', name: file, done, total });
  }
  await writeFile(join(waiting, WHOSE), backup, { flush: true });
}

/** Puts what waits in its place. Interrupted, it goes on when it is done again. */
export async function placeEvidence(evidenceDir: string): Promise<void> {
  const waiting = join(evidenceDir, WAITING);
  for (const name of await readdir(waiting)) {
    if (name !== WHOSE) await rename(join(waiting, name), join(evidenceDir, name));
  }
  await rm(waiting, { recursive: true });
}
