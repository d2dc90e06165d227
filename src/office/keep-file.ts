import { canonicalLine } from '#base/canonical-json.ts';
import { personId } from '#domain/person.ts';
import { type RightName, reachOf } from '#domain/rights.ts';
import { type Area, countChanges, isQuiet } from '#store/changes.ts';
import type { Database } from '#store/database/database.ts';
import { atOneMoment } from '#store/database/transactions.ts';
import type { Desk } from './desk.ts';

export type { Area } from '#store/changes.ts';

interface MadeFile {
  name: string;
  mediaType: string;
  bytes: Uint8Array;
}

interface Made {
  file: MadeFile;
  /** Nobody was writing: until the count goes up, it is what there is. */
  quiet: boolean;
}

interface Kept {
  /** The count of changes that it was made at. */
  count: string;
  made: Promise<Made>;
  /** 0 while it is made. */
  bytes: number;
}

/** Of all files that are kept for one database together. */
const MOST_BYTES = 64 << 20;
const MOST_KEPT = 60;

/** What a file shows, and to whom. */
export interface FileName {
  key: unknown;
  /** The right by which it is seen; null: it is the person's own. */
  right: RightName | null;
  /** Null: it depends on more than tables, on the time say. */
  restsOn: readonly Area[] | null;
}

/** Files whose turn has not come yet. */
const waiting = new WeakMap<Database, Map<string, Promise<Made>>>();
const kept = new WeakMap<Database, Map<string, Kept>>();
/** One after another: twenty files at once would each take twenty times as long. */
let queue: Promise<unknown> = Promise.resolve();

/**
 * A file of what an actor may see by a right, all of one moment. Made once for all whose right
 * reaches as far and who ask the same at once, and kept until an area that it rests on changes.
 */
export async function keepFile(
  desk: Desk,
  { key, right, restsOn }: FileName,
  make: (joint: Desk) => Promise<MadeFile>,
): Promise<MadeFile> {
  const whose = right === null ? personId(desk.actor) : reachOf(desk.actor, right);
  const name = canonicalLine({ key, right, whose });
  if (restsOn === null) return (await makeSoon(desk, name, make)).file;
  const count = await countChanges(desk.db, restsOn);
  const files = kept.get(desk.db) ?? new Map<string, Kept>();
  kept.set(desk.db, files);
  const found = files.get(name);
  if (found?.count === count) {
    const { file, quiet } = await found.made;
    return quiet ? file : (await makeSoon(desk, name, make)).file;
  }
  const mine: Kept = { count, made: makeSoon(desk, name, make), bytes: 0 };
  files.delete(name);
  files.set(name, mine);
  const forget = () => void (files.get(name) === mine && files.delete(name));
  // A failure is told to those who wait for it, and not kept for others.
  mine.made.catch(forget);
  const { file, quiet } = await mine.made;
  mine.bytes = file.bytes.length;
  if (!quiet) forget();
  dropOldest(files);
  return file;
}

/** Makes a file when its turn has come; who asks for the same before then gets that one too. */
async function makeSoon(
  desk: Desk,
  name: string,
  make: (joint: Desk) => Promise<MadeFile>,
): Promise<Made> {
  const files = waiting.get(desk.db) ?? new Map<string, Promise<Made>>();
  waiting.set(desk.db, files);
  const joined = files.get(name);
  if (joined) return await joined;
  const mine = queue.then(async () => {
    files.delete(name);
    // Asked behind the count of changes and before the data is looked at: store/changes.ts says why.
    const quiet = await isQuiet(desk.db);
    return { file: await atOneMoment(desk.db, (tx) => make({ ...desk, db: tx })), quiet };
  });
  files.set(name, mine);
  queue = mine.catch(() => undefined);
  return await mine;
}

function dropOldest(files: Map<string, Kept>): void {
  let [bytes, count] = [0, 0];
  for (const [name, one] of [...files].toReversed()) {
    bytes += one.bytes;
    count += 1;
    if (bytes > MOST_BYTES || count > MOST_KEPT) files.delete(name);
  }
}
