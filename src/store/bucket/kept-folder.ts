import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, isAbsolute, join } from 'node:path';
import { Refusal } from '#base/refusal.ts';
import { hashFile, type SavedFile } from '#store/postgres/backup-format.ts';
import type { Bucket, BucketOutcome } from './bucket.ts';

/** Names every file of a folder that is in the bucket; put last, so that who sees it sees all. */
const LIST = 'kept.json';

/** Puts every file of a folder into the bucket, then their list. Done again, it does the same. */
export async function putFolder(
  bucket: Bucket,
  root: string,
  folder: string,
): Promise<BucketOutcome> {
  const files: SavedFile[] = [];
  for (const file of await filesOf(join(root, folder))) {
    const path = join(root, folder, file);
    const measured = await hashFile(path);
    const outcome = await bucket.put(`${folder}/${file}`, { path, ...measured });
    if (outcome.kind === 'failed') return outcome;
    files.push({ file, ...measured });
  }
  return await bucket.put(`${folder}/${LIST}`, { data: Buffer.from(JSON.stringify(files)) });
}

/**
 * Brings a folder back out of the bucket, each file held against the hash it was put with. It
 * bears its name once it is whole.
 */
export async function bringFolder(
  bucket: Bucket,
  root: string,
  folder: string,
): Promise<BucketOutcome> {
  const partial = join(root, `${folder}.bringing`);
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true });
  const listed = await listOf(bucket, folder, partial);
  if ('kind' in listed) return listed;
  for (const { file, sha256 } of listed.files) {
    const path = join(partial, file);
    await mkdir(dirname(path), { recursive: true });
    const outcome = await bucket.get(`${folder}/${file}`, path);
    if (outcome.kind === 'failed') return outcome;
    if ((await hashFile(path)).sha256 !== sha256) {
      throw new Refusal('bucket-damaged', { file: `${folder}/${file}` });
    }
  }
  await rm(join(partial, LIST));
  await rename(partial, join(root, folder));
  return { kind: 'done' };
}

/** Removes every file of a folder from the bucket; the list last, or nobody knew what is left. */
export async function removeKeptFolder(
  bucket: Bucket,
  root: string,
  folder: string,
): Promise<BucketOutcome> {
  const partial = join(root, `${folder}.removing`);
  await mkdir(partial, { recursive: true });
  try {
    const listed = await listOf(bucket, folder, partial);
    if ('kind' in listed) return isMissing(listed) ? { kind: 'done' } : listed;
    for (const { file } of listed.files) {
      const outcome = await bucket.remove(`${folder}/${file}`);
      if (outcome.kind === 'failed') return outcome;
    }
    return await bucket.remove(`${folder}/${LIST}`);
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

async function listOf(
  bucket: Bucket,
  folder: string,
  into: string,
): Promise<{ files: SavedFile[] } | BucketOutcome> {
  const path = join(into, LIST);
  const outcome = await bucket.get(`${folder}/${LIST}`, path);
  if (outcome.kind === 'failed') return outcome;
  const files = JSON.parse(await readFile(path, 'utf8')) as SavedFile[];
  const strange = files.find(({ file }) => isAbsolute(file) || file.split('/').includes('..'));
  if (strange) throw new Refusal('bucket-damaged', { file: `${folder}/${LIST}` });
  return { files };
}

function isMissing(outcome: BucketOutcome): boolean {
  return outcome.kind === 'failed' && outcome.why === 'missing';
}

async function filesOf(folder: string): Promise<string[]> {
  const items = await readdir(folder, { recursive: true, withFileTypes: true });
  return items
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name).slice(folder.length + 1))
    .toSorted();
}
