import { canonicalJson } from '#base/canonical-json.ts';
import { sha256 } from '#base/hash.ts';
import { archiveFiles, archiveName, archivePath, isPictureName } from './archive-index.ts';
import { sizeOf } from './read-at.ts';
import { listRunFiles, type RunFolder } from './run-folder.ts';

export const SEAL_SCHEMA = 'xunwang-seal/1';
const RUN_SEAL = 'seal.json';

/** `sites/<key>/seal.json`: closes the chain of a site's index. */
export interface SiteSeal {
  schema: string;
  siteKey: string;
  visits: number;
  /** Hash of the last line of `index.jsonl`. */
  last: string;
  /** Sizes in bytes. */
  bytes: { warc: number; visits: number; facts: number; index: number };
  /** Hash of `cut.json`; null when there is none. */
  cut: string | null;
}

/** `seal.json` of a run: files and their hashes, the seals of the sites among them. */
export interface RunSeal {
  schema: string;
  files: Record<string, string>;
}

/** The bytes of a seal: canonical JSON with the hash of its own content. */
export function writeSeal(seal: SiteSeal | RunSeal): string {
  return canonicalJson({ ...seal, hash: sha256(canonicalJson(seal)) });
}

/** Reads a seal back; null when a single byte of it differs from what was written. */
export function readSeal<T extends SiteSeal | RunSeal>(text: string): T | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const { hash: _, ...seal } = value as T & { hash: unknown };
  return writeSeal(seal as unknown as T) === text ? (seal as unknown as T) : null;
}

/** Seals a site's archive, which must be flushed. */
export function sealSite(
  folder: RunFolder,
  siteKey: string,
  chain: { last: string; visits: number },
): void {
  const size = (file: keyof typeof archiveFiles) => sizeOf(archivePath(folder, siteKey, file));
  const seal: SiteSeal = {
    schema: SEAL_SCHEMA,
    siteKey,
    visits: chain.visits,
    last: chain.last,
    bytes: {
      warc: size('warc'),
      visits: size('visits'),
      facts: size('facts'),
      index: size('index'),
    },
    cut: folder.hash(archiveName(siteKey, 'cut')),
  };
  folder.write(archiveName(siteKey, 'seal'), writeSeal(seal));
}

/**
 * Seals a run: lists every file with its hash, except those that a site's own seal already vouches
 * for. Returns the hash of the seal, for `RunFolder.finish`.
 */
export function sealRun(folder: RunFolder): string {
  const names = listRunFiles(folder).filter(belongsInRunSeal);
  const files: Record<string, string> = {};
  for (const name of names) {
    const hash = folder.hash(name);
    if (hash !== null) files[name] = hash;
  }
  const text = writeSeal({ schema: SEAL_SCHEMA, files });
  folder.write(RUN_SEAL, text);
  return sha256(text);
}

/** The seal of a run: `missing`, `changed`, or what it says. */
export function loadRunSeal(folder: RunFolder): RunSeal | 'missing' | 'changed' {
  const text = folder.readText(RUN_SEAL);
  if (text === null) return 'missing';
  const finished = folder.readText('finished.json') ?? '"seal": null';
  if (!/"seal": null/.test(finished) && !finished.includes(sha256(text))) return 'changed';
  return readSeal<RunSeal>(text) ?? 'changed';
}

function belongsInRunSeal(name: string): boolean {
  if (name === RUN_SEAL || name === 'finished.json' || isPictureName(name)) return false;
  const file = /^sites\/[^/]+\/([^/]+)$/.exec(name)?.[1];
  const { visits, facts, warc, index } = archiveFiles;
  return file === undefined || ![visits, facts, warc, index].some((own) => own === file);
}
