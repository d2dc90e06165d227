import { readFileSync, readdirSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import type { PageFacts } from '#domain/page.ts';
import type { Site } from '#domain/site.ts';
import type { Visit } from '#domain/visit.ts';
import { compileLexicon } from '#read/lexicon.ts';
import {
  type CrawlContext,
  type CrawlSummary,
  defaultLimits,
  type KeptVisit,
} from '../crawl-context.ts';
import { crawlSite } from '../crawl-site.ts';
import type { RenderingLane } from '../browser-lane.ts';
import { createCourier } from '../courier.ts';
import type { Net } from '../net.ts';
import { type Loopback, loopbackNet, serveHttp } from './loopback.ts';

const folder = new URL('../../../lexicons/', import.meta.url);
const texts = readdirSync(folder).map((name) => {
  return [name, readFileSync(new URL(name, folder), 'utf8')] as const;
});
const lexicon = compileLexicon(Object.fromEntries(texts));

/** What a small site answers: a page, a status, or both with headers, by path. */
export type Answers = Record<string, string | number | Answered>;

export interface Answered {
  status?: number;
  headers?: Record<string, string>;
  body?: string;
}

/** A listener that serves `answers`, 404 for all else, and counts the requests in `asked`. */
export function answering(answers: Answers, asked: string[] = []): RequestListener {
  return (request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    const answer = answers[path] ?? 404;
    const whole = typeof answer === 'object' ? answer : {};
    if (typeof answer === 'number') whole.status = answer;
    if (typeof answer === 'string') whole.body = answer;
    const type = /\.(?:html|aspx)$|\/$/.test(path) ? 'text/html; charset=utf-8' : 'text/plain';
    response.writeHead(whole.status ?? 200, { 'content-type': type, ...whole.headers });
    response.end(whole.body ?? '');
  };
}

/** A page with links, each in a paragraph of its own. */
export function page(title: string, ...links: string[]): string {
  const rows = links.map((link) => `<p><a href="${link}">${link}</a></p>`).join('\n');
  return `<!doctype html><html><head><title>${title}</title></head><body>${rows}</body></html>`;
}

export interface Crawled {
  site: Site;
  visits: Visit[];
  facts: Record<string, PageFacts>;
  kept: KeptVisit[];
  summary: CrawlSummary;
  context: CrawlContext;
}

/** The site that a loopback server serves. */
export function siteOf({ url }: Loopback): Site {
  const kind = 'department';
  return { key: 'site', unit: '某局', homepage: url, siteIdCode: null, kind };
}

/** A context with the net beneath it, to be closed. */
export interface TestContext extends CrawlContext {
  net: Net;
  lane?: RenderingLane | null;
  kept: KeptVisit[];
}

/** A context with all that is kept in memory, `more` on top. */
export function contextFor(more: Partial<TestContext>): TestContext {
  const kept: KeptVisit[] = [];
  const net = more.net ?? loopbackNet();
  const now = () => new Date().toISOString();
  return {
    net,
    courier: createCourier(net, now, more.lane),
    lexicon,
    asOf: '2019-05-27',
    limits: { ...defaultLimits, timeoutMs: 5000 },
    robots: 'obey',
    keep: (one) => void kept.push(one),
    done: keptSoFar([]),
    signal: new AbortController().signal,
    kept,
    ...more,
  };
}

/** Crawls the site of a server to the end. */
export async function crawl(server: Loopback, more: Partial<TestContext> = {}): Promise<Crawled> {
  const site = siteOf(server);
  const context = contextFor(more);
  const summary = await crawlSite(site, context);
  await context.net.close();
  const { kept } = context;
  return { site, summary, context, kept, ...keptSoFar(kept) };
}

/** Serves answers, crawls them, closes the server. */
export async function crawlAnswers(
  answers: Answers,
  more: Partial<TestContext> = {},
): Promise<Crawled> {
  const server = await serveHttp(answering(answers));
  try {
    return await crawl(server, more);
  } finally {
    await server.close();
  }
}

/** What was kept, as a resumed run gets it. */
export function keptSoFar(kept: readonly KeptVisit[]): {
  visits: Visit[];
  facts: Record<string, PageFacts>;
  factsOf(visit: Visit): PageFacts | null;
} {
  const facts: Record<string, PageFacts> = {};
  for (const { visit, facts: read } of kept) if (read) facts[visit.id] = read;
  const visits = kept.map(({ visit }) => visit);
  return { visits, facts, factsOf: ({ id }) => facts[id] ?? null };
}

/** Paths of visits of a purpose, in order of their ids. */
export function pathsOf({ visits, site }: Crawled, purpose: Visit['purpose']): string[] {
  const ours = visits.filter((visit) => visit.purpose === purpose);
  return ours.map(({ url }) => (url.startsWith(site.homepage) ? new URL(url).pathname : url));
}
