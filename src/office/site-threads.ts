import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { Refusal } from '#base/refusal.ts';
import type { Courier } from '#crawl/courier.ts';
import type { SiteResult } from '#domain/result.ts';
import type { Site } from '#domain/site.ts';
import type { RunFolder } from '#store/run-folder.ts';
import type { Crew } from './crew.ts';
import { Outbox } from './outbox.ts';
import { ReadingAid } from './reading-aid.ts';
import { loadLexicon } from './run-instruments.ts';
import type { FromThread, ThreadError, ThreadStart, ToThread } from './thread-messages.ts';
import type { Watch } from './watch.ts';

interface Pending {
  resolve(result: SiteResult | null): void;
  reject(error: unknown): void;
}

/** Threads that inspect sites. */
export type Threads = Omit<Crew, 'notes'>;

/** Opens `count` threads. The caller's courier fetches for all, so each host has one pace. */
export function openThreads(
  folder: RunFolder,
  watch: Watch,
  courier: Courier,
  count: number,
): Threads {
  const { userAgent, mayOpen } = courier;
  const start: ThreadStart = { dir: folder.dir, userAgent, mayOpen };
  const reading = { asOf: folder.settings.asOf };
  const aid = new ReadingAid(() => ({ ...reading, lexicon: loadLexicon() }));
  const threads: SiteThread[] = [];
  const isIdle = () => threads.filter(({ sites }) => sites > 0).length < availableParallelism();
  const help = { aid, isIdle };
  for (let number = 0; number < count; number++) {
    threads.push(new SiteThread(start, courier, watch, help));
  }
  const onAbort = () => {
    for (const thread of threads) thread.stop();
  };
  watch.signal.addEventListener('abort', onAbort, { once: true });
  return {
    inspect(site) {
      const [idlest] = threads.toSorted((a, b) => a.sites - b.sites) as [SiteThread];
      return idlest.inspect(site);
    },
    async close() {
      watch.signal.removeEventListener('abort', onAbort);
      await Promise.all(threads.map((thread) => thread.close()));
    },
  };
}

/**
 * Young objects are gone through often instead of being let pile up: pages die young, and memory
 * that was once taken is not given back.
 */
const LIMITS = { maxYoungGenerationSizeMb: 24 };

/** Who reads for the threads, and when. */
interface Help {
  aid: ReadingAid;
  isIdle(): boolean;
}

/** One thread, with the orders it gave and the sites it was given. */
class SiteThread {
  readonly #worker: Worker;
  readonly #outbox: Outbox<ToThread>;
  readonly #courier: Courier;
  readonly #watch: Watch;
  readonly #help: Help;
  readonly #pending = new Map<string, Pending>();
  readonly #cancelled = new Set<number>();
  readonly #gone = new AbortController();

  constructor(start: ThreadStart, courier: Courier, watch: Watch, help: Help) {
    this.#help = help;
    this.#courier = courier;
    this.#watch = watch;
    this.#worker = new Worker(new URL('./site-thread.ts', import.meta.url), {
      workerData: start,
      resourceLimits: LIMITS,
    });
    this.#outbox = new Outbox(this.#worker);
    this.#worker.on('message', (messages: FromThread[]) => {
      for (const message of messages) this.#take(message);
    });
    this.#worker.on('error', (error) => this.#failAll(error));
    this.#worker.on('exit', () => this.#failAll(new Error('a thread ended before its work')));
  }

  /** Sites it is at work on. */
  get sites(): number {
    return this.#pending.size;
  }

  inspect(site: Site): Promise<SiteResult | null> {
    return new Promise((resolve, reject) => {
      this.#pending.set(site.key, { resolve, reject });
      this.#outbox.put({ kind: 'inspect', site });
    });
  }

  stop(): void {
    this.#outbox.put({ kind: 'stop' });
  }

  async close(): Promise<void> {
    this.#gone.abort();
    await this.#worker.terminate();
  }

  #take(message: FromThread): void {
    switch (message.kind) {
      case 'order':
        void this.#bring(message.order, message.of);
        return;
      case 'opening':
        void this.#open(message.order, message.of);
        return;
      case 'cancel':
        this.#cancelled.add(message.order);
        return;
      case 'space':
        this.#courier.space(message.host, message.delayMs);
        return;
      case 'progress':
        this.#watch.report(message.progress);
        return;
      case 'inspected':
        this.#settle(message.site)?.resolve(message.result);
        return;
      case 'failed':
        this.#settle(message.site)?.reject(errorOf(message.error));
    }
  }

  async #bring(order: number, of: Parameters<Courier['bring']>[0]): Promise<void> {
    const { aid, isIdle } = this.#help;
    aid.begin();
    const fetched = await this.#courier.bring(of, this.#gone.signal);
    aid.end();
    const brought = isIdle() ? aid.read(fetched, of) : fetched;
    if (this.#gone.signal.aborted || this.#cancelled.delete(order)) return;
    this.#outbox.put({ kind: 'brought', order, brought });
  }

  async #open(order: number, of: Parameters<Courier['open']>[0]): Promise<void> {
    const opened = await this.#courier.open(of, this.#gone.signal);
    if (this.#gone.signal.aborted || this.#cancelled.delete(order)) return;
    this.#outbox.put({ kind: 'opened', order, opened });
  }

  #settle(site: string): Pending | undefined {
    const pending = this.#pending.get(site);
    this.#pending.delete(site);
    return pending;
  }

  #failAll(error: unknown): void {
    this.#gone.abort();
    for (const site of this.#pending.keys()) this.#settle(site)?.reject(error);
  }
}

function errorOf(error: ThreadError): unknown {
  return error.kind === 'refusal' ? new Refusal(error.code, error.args) : error.error;
}
