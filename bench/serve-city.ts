import { answerPath } from '#city/answer-path.ts';
import { families } from '#city/families/index.ts';
import { OUTSIDE_GONE } from '#city/plant-links.ts';
import { renderAnswer } from '#city/render-answer.ts';
import { makeCityPlan } from '#city/serve-city.ts';
import { buildWorld, findPath, type SiteWorld } from '#city/site-world.ts';
import { cityTruth } from '#city/truth.ts';
import type { CityTruth } from '#city/truth-model.ts';
import { type Asked, type Answered, serveHttp, wire } from './serve-http.ts';

/** A simulated city whose answers are all in memory. */
export interface ServedCity {
  truth: CityTruth;
  /** Every web page that can be reached. */
  pages: string[];
}

const OUTSIDE = '127.0.250.1';
const DEAD = '127.0.250.2';

/**
 * Serves the sites of the project's own city from memory: each is walked once from inside before
 * anybody asks, so that making pages costs nothing while crawlers are measured.
 */
export async function serveWalkedCity(size: number): Promise<ServedCity> {
  const plan = await makeCityPlan({ pages: size });
  const { port } = await serveHttp(OUTSIDE, 0, outside);
  const hosts = plan.sites.map((_, index) => `127.0.1.${1 + index}`);
  const origins = {
    sites: Object.fromEntries(
      plan.sites.map(({ key }, index) => [key, `http://${hosts[index]}:${port}`]),
    ),
    outside: `http://${OUTSIDE}:${port}`,
    dead: `http://${DEAD}:${port}`,
  };
  const pages: string[] = [];
  for (const [index, site] of plan.sites.entries()) {
    const family = families.find(({ id }) => id === site.family);
    if (!family) throw new Error(`no family ${site.family}`);
    if (site.access === 'refused') continue;
    const world = buildWorld(site, plan.asOf, family, origins);
    const answer = recorded(world);
    for (const path of walk(world, answer)) pages.push(world.origin + path);
    await serveHttp(hosts[index] ?? '', port, answer);
  }
  return { truth: cityTruth(plan, families, origins), pages };
}

const html = { 'content-type': 'text/html; charset=utf-8' };
const gone = wire(404, html, Buffer.from('<html><title>404 Not Found</title></html>'));
const welcome = wire(200, html, Buffer.from('<html><title>友好单位</title><p>欢迎访问</p></html>'));

function outside({ target }: Asked): Answered {
  return target.startsWith(OUTSIDE_GONE) ? gone : welcome;
}

/** Answers of one site, each made once; only addresses that change their mind are asked anew. */
function recorded(world: SiteWorld): (asked: Asked) => Answered {
  const kept = new Map<string, Buffer>();
  const timesAsked = new Map<string, number>();
  return ({ target, cookie }) => {
    const known = kept.get(target);
    if (known) return known;
    const hasMemory = findPath(world, target).at === 'target';
    const askedBefore = timesAsked.get(target) ?? 0;
    if (hasMemory) timesAsked.set(target, askedBefore + 1);
    const said = answerPath(world, { path: target, cookie, askedBefore });
    if (said.kind === 'silence') return 'silence';
    const made = renderAnswer(said, world.family);
    if (!made) return 'reset';
    const answer = wire(made.status, made.headers, made.body);
    if (!hasMemory) kept.set(target, answer);
    return answer;
  };
}

const LINK = /(?:href|src)\s*=\s*["']?([^"'\s>]+)/gi;

/** Asks for every page once. Planted addresses are left alone: they count their requests. */
function walk(world: SiteWorld, answer: (asked: Asked) => Answered): string[] {
  const seen = new Set(['/', ...world.channelAt.keys(), ...world.dataAt.keys()]);
  const pages: string[] = [];
  for (const path of seen) {
    if (findPath(world, path).at === 'target') continue;
    const said = answer({ isHead: false, target: path, host: '', takesGzip: false, cookie: '' });
    if (typeof said === 'string') continue;
    const text = said.toString('latin1');
    if (!text.startsWith('HTTP/1.1 200') || !text.includes('text/html')) continue;
    pages.push(path);
    for (const [, href = ''] of text.matchAll(LINK)) {
      const url = URL.parse(href.replaceAll('&amp;', '&'), world.origin + path);
      if (url?.origin === world.origin) seen.add(url.pathname + url.search);
    }
  }
  return pages;
}
