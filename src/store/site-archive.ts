import { closeSync, fsyncSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { assert } from '#base/assert.ts';
import { sha256 } from '#base/hash.ts';
import type { PageFacts } from '#domain/page.ts';
import type { CutTarget, Visit } from '#domain/visit.ts';
import { archiveName, archivePath, type RecordPlace, writeIndexLine } from './archive-index.ts';
import { onDisk } from './disk-refusal.ts';
import { type FactsModel, nextModel, writeFactsLine } from './facts-line.ts';
import { writeCut } from './cut-file.ts';
import { type ArchiveTail, findTail, recoverTail } from './recover-site-archive.ts';
import type { RunFolder } from './run-folder.ts';
import { SavedVisits } from './saved-visits.ts';
import { figureOf } from './visit-places.ts';
import { sealSite } from './seal.ts';
import { type KeptVisit, type TypedRecord, visitRecords, warcInfoRecord } from './visit-records.ts';
import { packMember } from './warc-member.ts';
import { writeWarcRecord } from './warc-record.ts';

export type { KeptVisit } from './visit-records.ts';

/** Visits are written together: as many, as much, or after so long. */
const BATCH_VISITS = 64;
const BATCH_BYTES = 1 << 20;
const BATCH_MS = 200;

/** In the order in which they are written. */
const APPENDED = ['warc', 'visits', 'facts', 'index'] as const;
type AppendedFile = (typeof APPENDED)[number];

/**
 * Opens the archive of a site for appending; what an interrupted run left half written is cut
 * off first. A sealed archive is closed for good.
 */
export function openSiteArchive(folder: RunFolder, siteKey: string): SiteArchive {
  assert(!folder.has(archiveName(siteKey, 'seal')), `the archive of ${siteKey} is sealed`);
  const dir = dirname(archivePath(folder, siteKey, 'warc'));
  onDisk(dir, () => mkdirSync(dir, { recursive: true }));
  const tail = recoverTail(folder, siteKey);
  return new SiteArchive(folder, siteKey, tail);
}

/** Whether everything about a site is saved and sealed. */
export function isSiteSealed(folder: RunFolder, siteKey: string): boolean {
  return folder.has(archiveName(siteKey, 'seal'));
}

/** What a sealed archive holds, visit by visit. */
export function openSealedVisits(folder: RunFolder, siteKey: string): SavedVisits {
  return new SavedVisits(folder, siteKey, findTail(folder, siteKey).places);
}

/**
 * Appends visits to a site's files. The order on disk is WARC, visits, facts, index: a visit is
 * kept once its index line stands, so a crash leaves at most a tail to cut off. The first failure
 * (a `Refusal` when the disk is the reason) ends the archive: every later call rejects with it.
 */
export class SiteArchive {
  readonly siteKey: string;
  readonly #folder: RunFolder;
  readonly #tail: ArchiveTail;
  readonly #saved: SavedVisits;
  /** The page that the next facts are told by. */
  #model: FactsModel | null;
  #waiting = emptyBatch();
  #timer: NodeJS.Timeout | null = null;
  #failure: { reason: unknown } | null = null;
  #files: Record<AppendedFile, number> | null = null;
  #isClosed = false;

  constructor(folder: RunFolder, siteKey: string, tail: ArchiveTail) {
    this.#folder = folder;
    this.siteKey = siteKey;
    this.#tail = tail;
    this.#saved = new SavedVisits(folder, siteKey, tail.places);
    this.#model = this.#lastModel();
  }

  /** How many visits are kept or waiting to be. */
  get visits(): number {
    return this.#tail.places.count;
  }

  /** A visit that was kept, by its number from 0 in order of the ids; read back from disk. */
  visit(number: number): Visit {
    this.#write();
    return this.#saved.visit(number);
  }

  /** What was read of it; null for what is no page. */
  facts(number: number): PageFacts | null {
    this.#write();
    return this.#saved.facts(number);
  }

  /** Takes a visit, to be written with others. Its id must be new. */
  async keep(kept: KeptVisit): Promise<void> {
    this.#throwFailure();
    const { id } = kept.visit;
    assert(!this.#isClosed, `the archive of ${this.siteKey} is closed`);
    assert(figureOf(id) > this.#tail.places.last, `visit ${id} was kept before`);
    if (this.#tail.bytes.index === 0) this.#addInfo();
    this.#add(id, visitRecords(this.siteKey, kept), kept);
    const { visits, bytes } = this.#waiting;
    if (visits >= BATCH_VISITS || bytes >= BATCH_BYTES) this.#write();
    else this.#timer ??= setTimeout(() => this.#writeLater(), BATCH_MS);
  }

  /** What was read of a visit. */
  factsOf(id: string): PageFacts | null {
    return this.facts(this.#tail.places.numberOf(id));
  }

  /** Saves the addresses never fetched: the crawl of this site has ended. */
  keepCut(cut: Iterable<CutTarget>): void {
    writeCut(this.#folder, this.siteKey, cut);
  }

  /** Returns when all visits taken so far are on disk. */
  async flush(): Promise<void> {
    this.#throwFailure();
    if (this.#tail.bytes.index === 0) this.#addInfo();
    this.#write();
    const files = this.#files;
    if (files !== null) this.#onDisk(() => APPENDED.forEach((file) => fsyncSync(files[file])));
  }

  /** Flushes and closes; the archive can be opened again. Closing twice does nothing more. */
  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    try {
      await this.flush();
    } finally {
      this.#forgetTimer();
      for (const file of Object.values(this.#files ?? {})) closeSync(file);
      this.#files = null;
    }
  }

  /** Lets go of what was opened to read visits back; a closed archive can still be read before. */
  release(): void {
    this.#saved.close();
  }

  /** Closes and seals: nothing can be added, and any change shows (`check-archive.ts`). */
  async finish(): Promise<void> {
    await this.close();
    sealSite(this.#folder, this.siteKey, { last: this.#tail.last, visits: this.visits });
  }

  /** Puts a visit's records and lines into the batch and moves the tail on. */
  #add(id: string | null, records: TypedRecord[], kept: KeptVisit | null): void {
    const visitLine = kept && Buffer.from(`${JSON.stringify(kept.visit)}\n`);
    const factsLine = kept?.facts ? Buffer.from(this.#factsLine(kept.visit.id, kept.facts)) : null;
    const places = records.map(({ type, record, isPacked }): RecordPlace => {
      const member = packMember(writeWarcRecord(record), isPacked);
      const offset = this.#tail.bytes.warc;
      this.#tail.bytes.warc += member.length;
      put(this.#waiting, 'warc', member);
      return { type, offset, length: member.length, hash: sha256(member) };
    });
    const line = writeIndexLine({
      visit: id,
      records: places,
      visitHash: visitLine && sha256(visitLine),
      factsHash: factsLine && sha256(factsLine),
      previous: this.#tail.last,
    });
    this.#tail.last = sha256(line);
    this.#tail.bytes.index += line.length;
    put(this.#waiting, 'visits', visitLine);
    put(this.#waiting, 'facts', factsLine);
    put(this.#waiting, 'index', line);
    this.#waiting.visits += 1;
    if (id !== null) this.#tail.places.add(id, visitLine?.length ?? 0, factsLine?.length ?? 0);
  }

  #addInfo(): void {
    const { engine, startedAt } = this.#folder.settings;
    const record = warcInfoRecord(this.siteKey, engine, startedAt);
    this.#add(null, [{ type: 'warcinfo', record }], null);
  }

  /** The last page that was written whole, when an interrupted run goes on. */
  #lastModel(): FactsModel | null {
    for (let number = this.visits - 1; number >= 0; number--) {
      const line = this.#saved.factsLine(number);
      if (line === null || line.like !== null) continue;
      const model = nextModel(line.visit, { ...line.facts, why: [] }, null);
      if (model !== null) return model;
    }
    return null;
  }

  #factsLine(visit: string, facts: PageFacts): string {
    const line = writeFactsLine(visit, facts, this.#model);
    this.#model = nextModel(visit, facts, this.#model);
    return line;
  }

  /** A batch whose time has come; its failure is told by the next call. */
  #writeLater(): void {
    try {
      this.#write();
    } catch {
      assert(this.#failure !== null, 'a failure to write is kept');
    }
  }

  #write(): void {
    this.#forgetTimer();
    const { pieces, visits } = this.#waiting;
    if (visits === 0) return;
    this.#waiting = emptyBatch();
    this.#onDisk(() => {
      const files = (this.#files ??= this.#openFiles());
      for (const file of APPENDED) writeFileSync(files[file], Buffer.concat(pieces[file]));
    });
  }

  #openFiles(): Record<AppendedFile, number> {
    const opened = (file: AppendedFile) =>
      openSync(archivePath(this.#folder, this.siteKey, file), 'a');
    return {
      warc: opened('warc'),
      visits: opened('visits'),
      facts: opened('facts'),
      index: opened('index'),
    };
  }

  #onDisk(act: () => void): void {
    try {
      onDisk(dirname(archivePath(this.#folder, this.siteKey, 'warc')), act);
    } catch (reason) {
      this.#failure ??= { reason };
      throw reason;
    }
  }

  #forgetTimer(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #throwFailure(): void {
    if (this.#failure !== null) throw this.#failure.reason;
  }
}

/** What waits to be written, by file. */
interface Batch {
  pieces: Record<AppendedFile, Buffer[]>;
  visits: number;
  bytes: number;
}

function emptyBatch(): Batch {
  return { pieces: { warc: [], visits: [], facts: [], index: [] }, visits: 0, bytes: 0 };
}

function put(batch: Batch, file: AppendedFile, piece: Buffer | null): void {
  if (piece === null) return;
  batch.pieces[file].push(piece);
  batch.bytes += piece.length;
}
