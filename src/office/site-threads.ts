import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { Refusal } from '#base/refusal.ts';
import { type Brought, type Courier, isUnread } from '#crawl/courier.ts';
import type { Site } from '#domain/site.ts';
import type { RunFolder } from '#store/run-folder.ts';
import { giveBackMemory } from './give-back-memory.ts';
import type { JudgedSite } from './judge-site.ts';
import { Outbox } from './outbox.ts';
import { ReadingAid } from './reading-aid.ts';
import { ReadingShare } from './reading-share.ts';
import { isLargeSite } from './save-memory.ts';
import { loadLexicon } from './run-instruments.ts';
import type { FromThread, ThreadData, ThreadError, ToThread } from './thread-messages.ts';
import type { SiteProgress, SiteState, Watch } from './watch.ts';

/** A run whose sites are inspected in threads. Its courier fetches, so each host has one pace. */
export interface ThreadedRun {
  folder: RunFolder;
  courier: Courier;
  watch: Watch;
  aid: ReadingAid;
}

/** Who reads for the threads while they have more to do than the one that fetches. */
export function aidOf({ settings: { asOf } }: RunFolder): ReadingAid {
  return new ReadingAid(() => ({ asOf, lexicon: loadLexicon() }));
}

/**
 * Threads without a site for so long are ended: they hold memory that a service at rest can
 * spare, and start again in some tenths of a second.
 */
const IDLE_MS = 20_000;

/** Asked once: it is a call of the system, and this is asked of every page. */
const CORES = availableParallelism();

/** Threads that inspect sites, of one run or of many; each is started when it is needed. */
export class SiteThreads {
  readonly #count: number;
  #threads: SiteThread[] = [];
  #idle: NodeJS.Timeout | null = null;

  constructor(count: number) {
    this.#count = count;
  }

  /** Null when the run was interrupted. Rejects with what went wrong, a thread's end included. */
  async inspect(site: Site, run: ThreadedRun): Promise<JudgedSite | null> {
    if (this.#idle !== null) clearTimeout(this.#idle);
    this.#idle = null;
    try {
      return await this.#idlest().inspect(site, run);
    } finally {
      if (this.#threads.every(({ sites }) => sites === 0)) this.#rest();
    }
  }

  async close(): Promise<void> {
    if (this.#idle !== null) clearTimeout(this.#idle);
    const threads = this.#threads;
    this.#threads = [];
    await Promise.all(threads.map((thread) => thread.close()));
  }

  #idlest(): SiteThread {
    this.#threads = this.#threads.filter(({ hasEnded }) => !hasEnded);
    const [idlest] = this.#threads.toSorted((a, b) => a.sites - b.sites);
    const isFull = this.#threads.length >= this.#count;
    if (idlest && (idlest.sites === 0 || isFull)) return idlest;
    const thread = new SiteThread(() => this.#hasIdleCore());
    this.#threads.push(thread);
    return thread;
  }

  #hasIdleCore(): boolean {
    return this.#threads.filter(({ sites }) => sites > 0).length < CORES;
  }

  #rest(): void {
    if (this.#idle !== null) clearTimeout(this.#idle);
    this.#idle = setTimeout(() => void this.close().then(giveBackMemory), IDLE_MS);
    this.#idle.unref();
  }
}

/**
 * Young objects are gone through often instead of being let pile up: pages die young, and memory
 * that was once taken is not given back.
 */
const LIMITS = { maxYoungGenerationSizeMb: 24 };

/**
 * How a thread begins, as a script without types: it shares neither what its process has compiled
 * nor what strips types, and would load that for the sake of its first file (12 MB).
 */
const START =
  "require('node:module').enableCompileCache(); import(require('node:worker_threads').workerData.main);";

/** A site that a thread is at. */
interface Pending extends ThreadedRun {
  resolve(judged: JudgedSite | null): void;
  reject(error: unknown): void;
  /** Ends what is still being fetched for it. */
  gone: AbortController;
  cancelled: Set<number>;
  /** What its site is at. */
  state: SiteState;
}

/** One thread, with the sites it was given and what it ordered for them. */
class SiteThread {
  hasEnded = false;
  readonly #worker: Worker;
  readonly #outbox: Outbox<ToThread>;
  readonly #share: ReadingShare;
  readonly #hasIdleCore: () => boolean;
  readonly #pending = new Map<number, Pending>();
  #last = 0;

  constructor(hasIdleCore: () => boolean) {
    this.#hasIdleCore = hasIdleCore;
    const done = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    this.#share = new ReadingShare(done);
    const { href: main } = new URL('./site-thread.ts', import.meta.url);
    const workerData: ThreadData = { main, done };
    this.#worker = new Worker(START, { eval: true, resourceLimits: LIMITS, workerData });
    this.#outbox = new Outbox(this.#worker);
    this.#worker.on('message', (messages: FromThread[]) => {
      for (const message of messages) this.#take(message);
    });
    this.#worker.on('error', (error) => this.#end(error));
    this.#worker.on('exit', () => this.#end(new Error('a thread ended before its work')));
  }

  /** Sites it is at work on. */
  get sites(): number {
    return this.#pending.size;
  }

  async inspect(site: Site, run: ThreadedRun): Promise<JudgedSite | null> {
    const ticket = ++this.#last;
    const { signal } = run.watch;
    const stop = () => this.#outbox.put({ kind: 'stop', ticket });
    const { promise, resolve, reject } = Promise.withResolvers<JudgedSite | null>();
    const gone = new AbortController();
    this.#pending.set(ticket, {
      ...run,
      resolve,
      reject,
      gone,
      cancelled: new Set(),
      state: 'queued',
    });
    const { userAgent, mayOpen } = run.courier;
    const errand = { site, dir: run.folder.dir, userAgent, mayOpen };
    this.#outbox.put({ kind: 'inspect', ticket, errand });
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    try {
      return await promise;
    } finally {
      signal.removeEventListener('abort', stop);
      gone.abort();
    }
  }

  async close(): Promise<void> {
    this.#end(new Error('its threads were closed before its work was done'));
    await this.#worker.terminate();
  }

  #take(message: FromThread): void {
    const pending = this.#pending.get(message.ticket);
    if (!pending) return;
    switch (message.kind) {
      case 'order':
        void this.#bring(message, pending);
        return;
      case 'opening':
        void this.#open(message, pending);
        return;
      case 'wait':
        void this.#wait(message, pending);
        return;
      case 'cancel':
        pending.cancelled.add(message.order);
        return;
      case 'space':
        pending.courier.space(message.host, message.delayMs);
        return;
      case 'progress':
        makeRoom(pending, message.progress);
        pending.watch.report(message.progress);
        return;
      case 'inspected':
        this.#leave(message.ticket);
        pending.resolve(message.judged);
        return;
      case 'failed':
        this.#leave(message.ticket);
        pending.reject(errorOf(message.error));
    }
  }

  #leave(ticket: number): void {
    this.#pending.delete(ticket);
    if (this.#pending.size === 0) this.#share.rest();
  }

  async #bring(
    { ticket, order, of }: Extract<FromThread, { kind: 'order' }>,
    { aid, courier, gone, cancelled }: Pending,
  ): Promise<void> {
    const fetched = await courier.bring(of, gone.signal);
    const send = (brought: Brought | null) => {
      if (gone.signal.aborted || cancelled.delete(order)) return;
      this.#outbox.put({ kind: 'brought', ticket, order, ...packed(brought) });
    };
    const { purpose } = of;
    if (fetched === null || purpose === undefined || !isUnread(fetched)) return send(fetched);
    this.#share.take({ brought: fetched, purpose, aid, send }, this.#hasIdleCore());
  }

  async #open(
    { ticket, order, of }: Extract<FromThread, { kind: 'opening' }>,
    { courier, gone, cancelled }: Pending,
  ): Promise<void> {
    const opened = await courier.open(of, gone.signal);
    if (gone.signal.aborted || cancelled.delete(order)) return;
    this.#outbox.put({ kind: 'opened', ticket, order, opened });
  }

  async #wait(
    { ticket, waitMs }: Extract<FromThread, { kind: 'wait' }>,
    { watch }: Pending,
  ): Promise<void> {
    await watch.wait(waitMs);
    this.#outbox.put({ kind: 'waited', ticket });
  }

  /** Its sites fail with it; whoever gave them decides whether they are tried again. */
  #end(error: unknown): void {
    this.hasEnded = true;
    const left = [...this.#pending.values()];
    this.#pending.clear();
    for (const { reject } of left) reject(error);
  }
}

/** What was read goes along as text, without why: nobody asks a visit that is kept. */
function packed(brought: Brought | null): { brought: Brought | null; facts?: string } {
  if (brought?.facts === undefined) return { brought };
  const { facts, ...rest } = brought;
  return { brought: rest, facts: JSON.stringify(facts && { ...facts, why: [] }) };
}

/** When a large site's crawl is over, what it left with the thread that fetches goes: judging needs the room. */
function makeRoom(pending: Pending, { state }: SiteProgress): void {
  if (state === pending.state) return;
  pending.state = state;
  const isLarge = isLargeSite(pending.folder.settings.limits);
  if (isLarge && (state === 'rechecking' || state === 'judging')) giveBackMemory();
}

function errorOf(error: ThreadError): unknown {
  return error.kind === 'refusal' ? new Refusal(error.code, error.args) : error.error;
}
