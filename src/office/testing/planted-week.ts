import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Instant } from '#base/civil-date.ts';
import { type Loopback, serveHttp } from '#crawl/testing/loopback.ts';
import type { Site } from '#domain/site.ts';
import type { ProbeNews, ProbeWatch } from '../probe-watch.ts';

/** A clock that moves only when somebody waits. */
export interface FakeClock extends ProbeWatch {
  news: ProbeNews[];
  /** Ends the run, as Ctrl-C does, once it is so late. */
  stopAt(instant: Instant): void;
}

/** A clock that stands at an instant. */
export function fakeClock(start: Instant): FakeClock {
  let nowMs = Date.parse(start);
  let stopMs = Number.POSITIVE_INFINITY;
  const stop = new AbortController();
  const news: ProbeNews[] = [];
  return {
    now: () => new Date(nowMs).toISOString(),
    wait: (waitMs) => {
      nowMs += waitMs;
      if (nowMs >= stopMs) stop.abort();
      return Promise.resolve();
    },
    signal: stop.signal,
    report: (one) => void news.push(one),
    news,
    stopAt: (instant) => {
      stopMs = Date.parse(instant);
    },
  };
}

/** A span of the fake time. */
export interface Span {
  fromMs: number;
  toMs: number;
}

/** Spans that begin just before these instants and outlast the visit made there. */
export function aroundVisits(instants: readonly Instant[]): Span[] {
  return instants.map((one) => ({
    fromMs: Date.parse(one) - 1000,
    toMs: Date.parse(one) + 60_000,
  }));
}

/** A real server on loopback that breaks every connection while a span of the fake time lasts. */
export interface Planted extends Loopback {
  down: Span[];
}

/** Serves a homepage whenever none of its outages is on. */
export async function servePlanted(clock: Pick<FakeClock, 'now'>): Promise<Planted> {
  const down: Span[] = [];
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    const nowMs = Date.parse(clock.now());
    if (down.some(({ fromMs, toMs }) => fromMs <= nowMs && nowMs < toMs)) {
      request.socket.destroy();
      return;
    }
    const page = pageOf(request.url ?? '');
    const type = { 'content-type': 'text/html; charset=utf-8' };
    response.writeHead(page === null ? 404 : 200, type).end(page ?? '');
  };
  return { ...(await serveHttp(answer)), down };
}

/** A homepage with a dozen fresh entries, and their articles. */
function pageOf(path: string): string | null {
  const days = Array.from({ length: 12 }, (_, index) => 15 + index);
  const head = '<!doctype html><html lang="zh"><title>某局</title>';
  if (path === '/') {
    const rows = days.map(
      (day) =>
        `<li><a href="/a${day}.html">第${day}期工作动态简报</a> <span>2019-05-${day}</span></li>`,
    );
    return `${head}<h2>工作动态</h2><ul>${rows.join('\n')}</ul>`;
  }
  const day = /^\/a(\d\d)\.html$/.exec(path)?.[1];
  if (day === undefined) return null;
  return `${head}<h1>第${day}期工作动态简报</h1><p>发布时间：2019-05-${day}</p><p>正文。</p>`;
}

/** The site that a planted server serves; the key, and so its plan, does not hang on the port. */
export function plantedSite(server: Loopback, unit: string, key: string): Site {
  return { key, unit, homepage: server.url, siteIdCode: null, kind: 'department' };
}
