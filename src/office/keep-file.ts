import { canonicalLine } from '#base/canonical-json.ts';
import { personId } from '#domain/person.ts';
import { type RightName, reachOf } from '#domain/rights.ts';
import { type Area, countChanges, isQuiet } from '#store/changes.ts';
import type { Database } from '#store/database/database.ts';
import { atOneMoment } from '#store/database/transactions.ts';
import type { Desk } from './desk.ts';
import { GrowingFile, type MadeFile } from './growing-file.ts';

export type { Area } from '#store/changes.ts';

interface Made {
  file: GrowingFile;
  /** Nobody was writing: until the count goes up, it is what there is. */
  quiet: boolean;
}

interface Kept {
  /** The count of changes that it was made at. */
  count: string;
  made: Promise<Made>;
  /** Null until it is begun. */
  file: GrowingFile | null;
  /** When somebody asked for it last, in ms. */
  askedAt: number;
  restsOn: readonly Area[];
  /** Until when it tells the time well enough, in ms; else without end. */
  freshUntil: number;
  /** Makes it anew, for the same eyes. */
  again(): Promise<unknown>;
}

/** Of all files that are kept for one database together. */
const MOST_BYTES = 64 << 20;
const MOST_KEPT = 60;
/** So long a file tells well enough what is left of a time, in ms. */
const TIME_HOLDS_MS = 120_000;

/** What a file shows, and to whom. */
export interface FileName {
  key: unknown;
  /** The right by which it is seen; null: it is the person's own. */
  right: RightName | null;
  /** Null: it depends on more than tables and the time. */
  restsOn: readonly Area[] | null;
  /** It tells what is left of a time: a kept one is at most two minutes old. */
  tellsTime?: boolean;
}

/** Files whose turn has not come yet. */
const waiting = new WeakMap<Database, Map<string, Promise<Made>>>();
/** Files that are being made, each until its end. */
const underway = new WeakMap<Database, Map<string, Promise<void>>>();
const kept = new WeakMap<Database, Map<string, Kept>>();
/**
 * Four at a time: while the database reads for some, others are written, and a small one does not
 * stand behind two large ones. Twenty at once would each take twenty times as long.
 */
const MOST_AT_ONCE = 4;
let making = 0;
const queue: (() => void)[] = [];

/**
 * A file of what an actor may see by a right, all of one moment. Made once for all whose right
 * reaches as far and who ask the same at once, and kept until an area that it rests on changes. It
 * is given as soon as it is begun: what breaks later breaks it for who reads it, and is not kept.
 */
export async function keepFile(
  desk: Desk,
  { key, right, restsOn, tellsTime = false }: FileName,
  make: (joint: Desk) => Promise<MadeFile>,
): Promise<GrowingFile> {
  const whose = right === null ? personId(desk.actor) : reachOf(desk.actor, right);
  const name = canonicalLine({ key, right, whose });
  if (restsOn === null) return (await makeSoon(desk, name, make)).file;
  return await keep({ db: desk.db, name, restsOn, tellsTime, askedAt: Date.now() }, () =>
    makeSoon(desk, name, make),
  );
}

interface Wanted extends Pick<Kept, 'restsOn' | 'askedAt'> {
  db: Database;
  name: string;
  tellsTime: boolean;
}

/** The file that is kept while it is what there is; else a new one, which is kept if it may be. */
async function keep(wanted: Wanted, make: () => Promise<Made>): Promise<GrowingFile> {
  const { db, name, restsOn, askedAt, tellsTime } = wanted;
  const count = await countChanges(db, restsOn);
  const files = kept.get(db) ?? new Map<string, Kept>();
  kept.set(db, files);
  const found = files.get(name);
  if (found?.count === count && Date.now() < found.freshUntil) {
    found.askedAt = Math.max(found.askedAt, askedAt);
    const { file, quiet } = await found.made;
    return quiet ? file : (await make()).file;
  }
  const again = async () => await (await keep(wanted, make)).finished;
  const lastAsked = Math.max(found?.askedAt ?? 0, askedAt);
  const freshUntil = tellsTime ? Date.now() + TIME_HOLDS_MS : Number.POSITIVE_INFINITY;
  const made = make();
  const mine: Kept = { count, made, file: null, askedAt: lastAsked, restsOn, freshUntil, again };
  files.delete(name);
  files.set(name, mine);
  const forget = () => void (files.get(name) === mine && files.delete(name));
  // A failure is told to those who wait for it, and not kept for others.
  mine.made.catch(forget);
  const { file, quiet } = await mine.made;
  mine.file = file;
  if (!quiet) forget();
  file.finished.then(() => dropOldest(files), forget);
  return file;
}

/**
 * Makes a file when its turn has come; who asks for the same before then gets that one too. The
 * same is made once at a time, so that those who ask while it is made share the next one.
 */
async function makeSoon(
  desk: Desk,
  name: string,
  make: (joint: Desk) => Promise<MadeFile>,
): Promise<Made> {
  const files = waiting.get(desk.db) ?? new Map<string, Promise<Made>>();
  waiting.set(desk.db, files);
  const joined = files.get(name);
  if (joined) return await joined;
  const begun = Promise.withResolvers<Made>();
  files.set(name, begun.promise);
  const work = async () => {
    files.delete(name);
    await makeNow(desk, make, begun.resolve);
  };
  const before = underway.get(desk.db)?.get(name);
  const mine = before === undefined ? inTurn(work) : before.then(() => inTurn(work));
  mine.catch(begun.reject);
  noteUnderway(desk.db, name, mine);
  return await begun.promise;
}

/** Notes that a file is being made until it is, or until it turns out that it cannot be. */
function noteUnderway(db: Database, name: string, making: Promise<void>): void {
  const all = underway.get(db) ?? new Map<string, Promise<void>>();
  const ended = making.catch(() => undefined);
  underway.set(db, all.set(name, ended));
  void ended.then(() => all.get(name) === ended && all.delete(name));
}

/** Does some work when less than so much is being done; who is done gives its place to the next. */
async function inTurn(work: () => Promise<void>): Promise<void> {
  if (making < MOST_AT_ONCE) making += 1;
  else await new Promise<void>((resolve) => queue.push(resolve));
  try {
    await work();
  } finally {
    const next = queue.shift();
    if (next) next();
    else making -= 1;
  }
}

/** Makes a file to its end; who waits has it as soon as it is begun. */
async function makeNow(
  desk: Desk,
  make: (joint: Desk) => Promise<MadeFile>,
  begin: (made: Made) => void,
): Promise<void> {
  // Asked behind the count of changes and before the data is looked at: store/changes.ts says why.
  const quiet = await isQuiet(desk.db);
  await atOneMoment(desk.db, async (tx) => {
    const file = new GrowingFile(await make({ ...desk, db: tx }));
    await file.begun();
    begin({ file, quiet });
    await file.finished;
  });
}

/**
 * Makes those files anew that changed and that somebody asked for within `askedWithinMs`, one after
 * another, so that whoever asks next finds them ready. Gives how many. What changes just now is
 * left alone: `seen` holds the counts of the call before, and is renewed.
 */
export async function refreshFiles(
  db: Database,
  seen: Map<string, string>,
  askedWithinMs: number,
): Promise<number> {
  const since = Date.now() - askedWithinMs;
  const files = kept.get(db) ?? new Map<string, Kept>();
  const wanted = [...files.values()].filter(({ askedAt }) => askedAt >= since);
  let made = 0;
  for (const [areas, same] of Map.groupBy(wanted, ({ restsOn }) => restsOn.join(' '))) {
    const count = await countChanges(db, same[0]?.restsOn ?? []);
    const isStill = seen.get(areas) === count;
    seen.set(areas, count);
    // What is made while somebody writes is not kept: the next call makes it.
    const isTime = isStill && (await isQuiet(db));
    const stale = isTime ? same.filter((one) => one.count !== count || isOld(one)) : [];
    for (const one of stale) {
      one.freshUntil = Math.min(one.freshUntil, 0);
      await one.again();
    }
    made += stale.length;
  }
  return made;
}

/** What tells the time is made again at half of its time, for who is at it just now. */
function isOld({ freshUntil, askedAt }: Kept): boolean {
  const now = Date.now();
  return freshUntil < now + TIME_HOLDS_MS / 2 && askedAt > now - 5 * TIME_HOLDS_MS;
}

function dropOldest(files: Map<string, Kept>): void {
  let [bytes, count] = [0, 0];
  for (const [name, one] of [...files].toReversed()) {
    bytes += one.file?.bytes ?? 0;
    count += 1;
    if (bytes > MOST_BYTES || count > MOST_KEPT) files.delete(name);
  }
}
