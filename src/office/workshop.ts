import type { RenderingLane } from '#crawl/browser-lane.ts';
import type { Net } from '#crawl/net.ts';
import type { RunFolder } from '#store/run-folder.ts';
import { SiteThreads } from './site-threads.ts';
import { openLane, openNet } from './way-out.ts';

/** The way out that runs share: connections, the pace of each host, and the browser. */
export interface WayOut {
  net: Net;
  lane: RenderingLane | null;
  /** Given back by who lent it; connections and browser end when nobody has wanted them for a while. */
  release(): void;
}

/** A browser that nobody needs costs memory. */
const IDLE_MS = 20_000;

interface Shared {
  net: Net;
  lane: RenderingLane | null;
  users: number;
  idle: NodeJS.Timeout | null;
}

/**
 * What the runs of one process share, however many sites each has: threads, connections with the
 * pace of each host, one browser. Runs that may not go to the same places share no connections.
 */
export class Workshop {
  /** Null: sites are inspected by the thread that calls. */
  readonly threads: SiteThreads | null;
  readonly #ways = new Map<string, Shared>();
  readonly #closing = new Set<Promise<unknown>>();

  constructor(threads: number) {
    this.threads = threads > 0 ? new SiteThreads(threads) : null;
  }

  /** Lends the way out that a run's settings allow. */
  lend(folder: RunFolder): WayOut {
    const { allowNet, browser, contact = null } = folder.settings;
    const key = JSON.stringify([allowNet, browser, contact]);
    const known = this.#ways.get(key);
    const isUsable = known !== undefined && !known.lane?.absence;
    const way = isUsable ? known : this.#open(key, folder);
    way.users += 1;
    if (way.idle !== null) clearTimeout(way.idle);
    way.idle = null;
    return {
      net: way.net,
      lane: way.lane,
      release: () => {
        way.users -= 1;
        if (way.users > 0) return;
        // One that was replaced meanwhile, since its browser failed, is lent to nobody any more.
        if (this.#ways.get(key) !== way) return this.#end(key, way);
        way.idle = setTimeout(() => this.#end(key, way), IDLE_MS);
        way.idle.unref();
      },
    };
  }

  async close(): Promise<void> {
    await this.threads?.close();
    for (const [key, way] of this.#ways) this.#end(key, way);
    await Promise.all(this.#closing);
  }

  #open(key: string, folder: RunFolder): Shared {
    const before = this.#ways.get(key);
    const way: Shared = { net: openNet(folder), lane: openLane(folder), users: 0, idle: null };
    this.#ways.set(key, way);
    if (before?.users === 0) this.#end(key, before);
    return way;
  }

  #end(key: string, way: Shared): void {
    if (way.idle !== null) clearTimeout(way.idle);
    if (this.#ways.get(key) === way) this.#ways.delete(key);
    const ended = Promise.all([way.lane?.close(), way.net.close()]).finally(() => {
      this.#closing.delete(ended);
    });
    this.#closing.add(ended);
  }
}
