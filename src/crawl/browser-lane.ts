import type { Browser } from 'playwright-core';
import { browserFiles } from './browser-files.ts';
import { memoryOf, watchMemory } from './browser-memory.ts';
import {
  renderPage,
  type Rendering,
  type RenderLimits,
  type RenderRequest,
} from './browser-page.ts';
import { type BrowserProcess, startBrowser } from './browser-process.ts';
import { createGuard } from './guard.ts';
import { guardedLookup, type Resolve, systemResolve } from './net-connect.ts';

export type { Rendering, RenderRequest } from './browser-page.ts';

/** How foreign pages are opened in a browser. */
export interface LaneOptions {
  /** Ranges of addresses opened beyond the public ones, in CIDR notation. */
  allowNet: readonly string[];
  /** How we introduce ourselves, behind the browser's own words. */
  userAgent: string;
  /** Pages at once. */
  atOnce?: number;
  /** A browser is replaced after so many pages. */
  pagesPerBrowser?: number;
  limits?: Partial<RenderLimits>;
  /** Resolves host names; the operating system when left out. */
  resolve?: Resolve;
}

/** Opens foreign pages in a browser of its own, one for all. */
export interface RenderingLane {
  /** Why there is no browser; null while there is one, or none was needed yet. */
  readonly absence: string | null;
  /** What became of a page; null without a browser. Never rejects. */
  render(request: RenderRequest): Promise<Rendering | null>;
  /** Ends the browser with all its processes. */
  close(): Promise<void>;
}

export const defaultRenderLimits: RenderLimits = {
  pageMs: 30_000,
  settleMs: 8000,
  quietMs: 500,
  maxRequests: 300,
  maxTrafficBytes: 32 << 20,
  maxLength: 8 << 20,
  maxNavigations: 6,
};

const START_MS = 20_000;
const AT_ONCE = 4;
const PAGES_PER_BROWSER = 200;
/** A browser that holds more when it is asked for the next page is replaced. */
const TIRED_BYTES = 1 << 30;
const MEMORY = { rendererBytes: 768 << 20, browserBytes: 768 << 20 };
/** Starts that may fail in a row, and browsers that may be lost, before the lane is closed. */
const MAX_FAILURES = 3;

/**
 * Nothing goes round the page's own proxy: no name is resolved, no datagram sent, and a request
 * that belongs to no page ends at a port where nobody listens.
 */
const ARGUMENTS = [
  '--proxy-server=http://127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--disable-quic',
  '--dns-prefetch-disable',
  '--block-new-web-contents',
  '--js-flags=--max-old-space-size=384',
];

const stopped: Rendering = { kind: 'failed', why: 'ours', detail: 'stopped', ms: 0 };

/** A browser at work. */
interface Live {
  client: Browser;
  process: BrowserProcess;
  watch: { stop(): void };
  pages: number;
  running: number;
  isRetired: boolean;
}

/** Makes a lane; its browser starts with the first page. */
export function openRenderingLane(options: LaneOptions): RenderingLane {
  return new Lane(options);
}

class Lane implements RenderingLane {
  absence: string | null = null;
  readonly #options: LaneOptions;
  readonly #limits: RenderLimits;
  readonly #ports = new Set<number>();
  readonly #all = new Set<Live>();
  #current: Promise<Live> | null = null;
  #running = 0;
  #waiting: (() => void)[] = [];
  #failures = 0;
  #isClosed = false;

  constructor(options: LaneOptions) {
    this.#options = options;
    this.#limits = { ...defaultRenderLimits, ...options.limits };
  }

  async render(request: RenderRequest): Promise<Rendering | null> {
    await this.#enter();
    try {
      if (request.signal.aborted) return stopped;
      const live = await this.#acquire();
      if (live === null) return null;
      return await this.#renderIn(live, request);
    } finally {
      this.#leave();
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.absence ??= 'closed';
    await this.#current?.catch(() => null);
    await Promise.all([...this.#all].map((live) => this.#end(live)));
  }

  async #renderIn(live: Live, request: RenderRequest): Promise<Rendering> {
    live.running += 1;
    live.pages += 1;
    try {
      const rendering = await renderPage(this.#toolsOf(live), request);
      if (rendering.kind === 'rendered') this.#failures = 0;
      return rendering;
    } catch (error) {
      // It does not let go of the page.
      live.isRetired = true;
      const detail = error instanceof Error ? error.message : String(error);
      return { kind: 'failed', why: 'ours', detail, ms: 0 };
    } finally {
      live.running -= 1;
      if (live.isRetired && live.running === 0) await this.#end(live);
    }
  }

  #toolsOf({ client }: Live): Parameters<typeof renderPage>[0] {
    const guard = createGuard(this.#options.allowNet);
    const lookup = guardedLookup(guard, this.#options.resolve ?? systemResolve);
    const isOurPort = (port: number) => this.#ports.has(port);
    return {
      client,
      limits: this.#limits,
      userAgent: userAgent(client.version(), this.#options.userAgent),
      proxy: { guard, lookup, isOurPort, connectMs: this.#limits.pageMs },
    };
  }

  /** A browser that is fit for one more page; null when there is none to be had. */
  async #acquire(): Promise<Live | null> {
    while (this.absence === null) {
      const current = (this.#current ??= this.#start());
      try {
        const live = await current;
        if (!live.isRetired && this.#isFit(live)) return live;
        live.isRetired = true;
        if (this.#current === current) this.#current = null;
        if (live.running === 0) await this.#end(live);
      } catch (error) {
        if (this.#current === current) this.#current = null;
        const detail = error instanceof Error ? error.message : String(error);
        if (++this.#failures >= MAX_FAILURES || this.#all.size === 0) this.absence ??= detail;
      }
    }
    return null;
  }

  #isFit({ client, pages, process }: Live): boolean {
    if (!client.isConnected()) return false;
    const most = this.#options.pagesPerBrowser ?? PAGES_PER_BROWSER;
    return pages < most && (pages % 8 !== 7 || memoryOf(process.group) < TIRED_BYTES);
  }

  async #start(): Promise<Live> {
    const files = await browserFiles(null);
    const running = await startBrowser(files, START_MS, ARGUMENTS);
    try {
      const isTrusted = running.sandboxed || process.getuid?.() === 0;
      if (!isTrusted) throw new Error('the system lets Chromium start no sandbox');
      // Large, and most runs need none of it.
      const { chromium } = await import('playwright-core');
      const client = await chromium.connectOverCDP(running.endpoint, { timeout: START_MS });
      this.#ports.add(Number(new URL(running.endpoint).port));
      const watch = watchMemory(running.group, MEMORY);
      const state = { pages: 0, running: 0, isRetired: this.#isClosed };
      const live: Live = { client, process: running, watch, ...state };
      this.#all.add(live);
      return live;
    } catch (error) {
      await running.stop();
      throw error;
    }
  }

  async #end(live: Live): Promise<void> {
    if (!this.#all.delete(live)) return;
    live.watch.stop();
    this.#ports.delete(Number(new URL(live.process.endpoint).port));
    await live.process.stop();
    await live.client.close().catch(() => {});
  }

  #enter(): Promise<void> {
    if (this.#running < (this.#options.atOnce ?? AT_ONCE)) {
      this.#running += 1;
      return Promise.resolve();
    }
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #leave(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#running -= 1;
  }
}

/** The words of the browser itself, with ours behind them. */
function userAgent(version: string, ours: string): string {
  const major = version.split('.')[0];
  const browser = `AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${major}.0.0.0 Safari/537.36`;
  return `Mozilla/5.0 (X11; Linux x86_64) ${browser} ${ours.replace(/^Mozilla\/5\.0\s*/, '')}`;
}
