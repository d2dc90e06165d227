import { mkdirSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { assert } from '#base/assert.ts';
import { canonicalJson } from '#base/canonical-json.ts';
import { sha256 } from '#base/hash.ts';
import type { PageFacts } from '#domain/page.ts';
import type { CutTarget } from '#domain/visit.ts';
import { archiveName, archivePath, type RecordPlace, writeIndexLine } from './archive-index.ts';
import { diskRefusal, onDisk } from './disk-refusal.ts';
import { type FactsModel, lastModel, nextModel, writeFactsLine } from './facts-line.ts';
import { loadFacts } from './load-observation.ts';
import { type ArchiveTail, recoverTail } from './recover-site-archive.ts';
import type { RunFolder } from './run-folder.ts';
import { sealSite } from './seal.ts';
import { type KeptVisit, type TypedRecord, visitRecords, warcInfoRecord } from './visit-records.ts';
import { packMember } from './warc-member.ts';
import { type WarcType, writeWarcRecord } from './warc-record.ts';

export type { KeptVisit } from './visit-records.ts';

/** Beyond this much waiting to be written, `keep` makes its caller wait. */
const MAX_QUEUED_BYTES = 4 << 20;
const BATCH_VISITS = 32;

type AppendedFile = 'warc' | 'visits' | 'facts' | 'index';
/** A visit made ready for the disk. */
interface Packed {
  id: string | null;
  members: { type: WarcType; bytes: Buffer }[];
  visitLine: Buffer | null;
  factsLine: Buffer | null;
}

/**
 * Opens the archive of a site for appending; what an interrupted run left half written is cut
 * off first. A sealed archive is closed for good.
 */
export function openSiteArchive(folder: RunFolder, siteKey: string): SiteArchive {
  assert(!folder.has(archiveName(siteKey, 'seal')), `the archive of ${siteKey} is sealed`);
  const dir = dirname(archivePath(folder, siteKey, 'warc'));
  onDisk(dir, () => mkdirSync(dir, { recursive: true }));
  const tail = recoverTail(folder, siteKey);
  const model = tail.ids.size > 0 ? lastModel(loadFacts(folder, siteKey)) : null;
  return new SiteArchive(folder, siteKey, tail, model);
}

/** Whether everything about a site is saved and sealed. */
export function isSiteSealed(folder: RunFolder, siteKey: string): boolean {
  return folder.has(archiveName(siteKey, 'seal'));
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
  #queue: KeptVisit[] = [];
  #queuedBytes = 0;
  #draining: Promise<void> | null = null;
  #failure: { reason: unknown } | null = null;
  #files: Record<AppendedFile, FileHandle> | null = null;
  #isClosed = false;
  /** The page that the next facts are told by. */
  #model: FactsModel | null;

  constructor(folder: RunFolder, siteKey: string, tail: ArchiveTail, model: FactsModel | null) {
    this.#folder = folder;
    this.siteKey = siteKey;
    this.#tail = tail;
    this.#model = model;
  }

  /** How many visits are kept or waiting to be. */
  get visits(): number {
    return this.#tail.ids.size;
  }

  /** Takes a visit; resolves at once, or when there is room again. Its id must be new. */
  async keep(kept: KeptVisit): Promise<void> {
    this.#throwFailure();
    assert(!this.#isClosed, `the archive of ${this.siteKey} is closed`);
    assert(!this.#tail.ids.has(kept.visit.id), `visit ${kept.visit.id} was kept before`);
    this.#tail.ids.add(kept.visit.id);
    this.#queue.push(kept);
    this.#queuedBytes += bytesHeld(kept);
    this.#draining ??= this.#drain();
    if (this.#queuedBytes <= MAX_QUEUED_BYTES) return;
    await this.#draining;
    this.#throwFailure();
  }

  /** Saves the addresses never fetched: the crawl of this site has ended. */
  keepCut(cut: readonly CutTarget[]): void {
    this.#folder.write(archiveName(this.siteKey, 'cut'), canonicalJson(cut));
  }

  /** Resolves when all visits taken so far are on disk. */
  async flush(): Promise<void> {
    await (this.#draining ??= this.#drain());
    this.#throwFailure();
    const files = this.#files;
    if (files === null) return;
    await this.#onDisk(async () => {
      for (const file of [files.warc, files.visits, files.facts, files.index]) await file.sync();
    });
  }

  /** Flushes and closes; the archive can be opened again. Closing twice does nothing more. */
  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    try {
      await this.flush();
    } finally {
      const files = this.#files;
      this.#files = null;
      for (const file of Object.values(files ?? {})) await file.close();
    }
  }

  /** Closes and seals: nothing can be added, and any change shows (`check-archive.ts`). */
  async finish(): Promise<void> {
    await this.close();
    this.#throwFailure();
    sealSite(this.#folder, this.siteKey, { last: this.#tail.last, visits: this.#tail.ids.size });
  }

  async #drain(): Promise<void> {
    // Never ends within the call that starts it, or that call would store a finished promise.
    await Promise.resolve();
    try {
      if (this.#files === null) await this.#openFiles();
      while (this.#queue.length > 0) {
        const batch = this.#queue.splice(0, BATCH_VISITS);
        await this.#append(batch.map((kept) => this.#pack(kept)));
        for (const kept of batch) this.#queuedBytes -= bytesHeld(kept);
      }
    } catch (error) {
      this.#failure ??= { reason: this.#refusal(error) };
      this.#queue = [];
      this.#queuedBytes = 0;
    } finally {
      this.#draining = null;
    }
  }

  async #openFiles(): Promise<void> {
    const opened = (file: AppendedFile) => open(archivePath(this.#folder, this.siteKey, file), 'a');
    const [warc, visits, facts, index] = [
      await opened('warc'),
      await opened('visits'),
      await opened('facts'),
      await opened('index'),
    ];
    this.#files = { warc, visits, facts, index };
    if (this.#tail.bytes.index > 0) return;
    const { engine, startedAt } = this.#folder.settings;
    const record = warcInfoRecord(this.siteKey, engine, startedAt);
    const members = packRecords([{ type: 'warcinfo', record }]);
    await this.#append([{ id: null, members, visitLine: null, factsLine: null }]);
  }

  async #append(batch: Packed[]): Promise<void> {
    const files = this.#files;
    assert(files !== null, 'the archive is open');
    const lines = batch.map((packed) => this.#indexLine(packed));
    const members = batch.flatMap((packed) => packed.members.map((member) => member.bytes));
    await files.warc.appendFile(Buffer.concat(members));
    await files.visits.appendFile(Buffer.concat(batch.flatMap((one) => one.visitLine ?? [])));
    await files.facts.appendFile(Buffer.concat(batch.flatMap((one) => one.factsLine ?? [])));
    await files.index.appendFile(Buffer.concat(lines));
  }

  #pack(kept: KeptVisit): Packed {
    const { visit, facts } = kept;
    return {
      id: visit.id,
      members: packRecords(visitRecords(this.siteKey, kept)),
      visitLine: Buffer.from(`${JSON.stringify(visit)}\n`),
      factsLine: facts && Buffer.from(this.#factsLine(visit.id, facts)),
    };
  }

  #factsLine(visit: string, facts: PageFacts): string {
    const line = writeFactsLine(visit, facts, this.#model);
    this.#model = nextModel(visit, facts, this.#model);
    return line;
  }

  /** The next line of the chain; moves the tail on. */
  #indexLine(packed: Packed): Buffer {
    const records = packed.members.map(({ type, bytes }): RecordPlace => {
      const offset = this.#tail.bytes.warc;
      this.#tail.bytes.warc += bytes.length;
      return { type, offset, length: bytes.length, hash: sha256(bytes) };
    });
    const line = writeIndexLine({
      visit: packed.id,
      records,
      visitHash: packed.visitLine && sha256(packed.visitLine),
      factsHash: packed.factsLine && sha256(packed.factsLine),
      previous: this.#tail.last,
    });
    this.#tail.last = sha256(line);
    this.#tail.bytes.index += line.length;
    return line;
  }

  async #onDisk(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      this.#failure ??= { reason: this.#refusal(error) };
      throw this.#failure.reason;
    }
  }

  #refusal(error: unknown): unknown {
    return diskRefusal(error, dirname(archivePath(this.#folder, this.siteKey, 'warc')));
  }

  #throwFailure(): void {
    if (this.#failure !== null) throw this.#failure.reason;
  }
}

/** Roughly: the body, about as much again in facts, and the heads. */
function bytesHeld(kept: KeptVisit): number {
  return 2 * (kept.bytes?.length ?? 0) + 4096;
}

/** One gzip member a record, so that each can be read alone. */
function packRecords(records: TypedRecord[]): Packed['members'] {
  return records.map(({ type, record }) => ({ type, bytes: packMember(writeWarcRecord(record)) }));
}
