import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { serveWalkedCity } from './serve-city.ts';
import { requestsAnswered, serveHttp } from './serve-http.ts';
import { deadLinksOf, outlineSite, pathsOf } from './serve-outline.ts';
import { siteAnswers } from './serve-site.ts';

// The server's own process. Started by fork with one argument, what to serve as JSON; tells the
// parent where the sites are and what is dead on them, then its use whenever asked.

/** What is to be served. */
export interface Order {
  kind: 'sites' | 'city';
  /** Pages of one site; of the whole city, about. */
  pages: number;
  /** Sites of the same look, each on an address of its own. Not for a city. */
  hosts: number;
}

/** What is served. */
export interface Served {
  asOf: string;
  homepages: string[];
  /** Units of the homepages, in the same order. */
  kinds: string[];
  pages: number;
  /** Every dead address that an inspection should find. */
  dead: string[];
  /** Every page, for those that cannot follow links; empty when there are too many. */
  urls: string[];
}

/** What serving has cost so far. */
export interface ServerUse {
  requests: number;
  cpuSeconds: number;
}

const MOST_URLS = 100_000;
const order = JSON.parse(process.argv[2] ?? '{}') as Order;

const served = order.kind === 'city' ? await serveCity() : await serveSites();
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({
    requests: requestsAnswered(),
    cpuSeconds: (user + system) / 1e6,
  } satisfies ServerUse);
});
process.on('disconnect', () => process.exit(0));
process.send?.(served);

async function serveSites(): Promise<Served> {
  const refused = `http://127.8.0.2:${await closedPort()}`;
  let answers: ReturnType<typeof siteAnswers> | null = null;
  const { port } = await serveHttp('0.0.0.0', 0, (asked) => answers?.(asked) ?? 'reset');
  answers = siteAnswers(order.pages, { outside: `http://127.8.0.1:${port}`, refused });
  const site = outlineSite(order.pages);
  const origins = Array.from({ length: order.hosts }, (_, index) => originOf(index, port));
  const isFew = order.pages * order.hosts <= MOST_URLS;
  return {
    asOf: '2019-05-27',
    homepages: origins.map((origin) => `${origin}/`),
    kinds: origins.map(() => 'portal'),
    pages: order.pages * order.hosts,
    dead: [...new Set(origins.flatMap((origin) => deadLinksOf(site, origin, refused)))],
    urls: isFew ? origins.flatMap((origin) => [...pathsOf(site)].map((path) => origin + path)) : [],
  };
}

/** 127.16.0.1, 127.16.0.2 … 127.16.1.1 … */
function originOf(index: number, port: number): string {
  const third = Math.floor(index / 250);
  return `http://127.${16 + Math.floor(third / 250)}.${third % 250}.${1 + (index % 250)}:${port}`;
}

async function closedPort(): Promise<number> {
  const server = createServer().listen(0, '127.8.0.2');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

async function serveCity(): Promise<Served> {
  const { truth, pages } = await serveWalkedCity(order.pages);
  const findings = truth.sites.flatMap((site) => site.findings);
  const dead = findings.filter(({ kind, state }) => kind === 'link-dead' && state === 'confirmed');
  return {
    asOf: truth.asOf,
    homepages: truth.sites.map(({ homepage }) => homepage),
    kinds: truth.sites.map(({ kind }) => kind),
    pages: truth.sites.reduce((sum, { pages }) => sum + pages, 0),
    dead: [...new Set(dead.map(({ url }) => url))],
    urls: pages,
  };
}
