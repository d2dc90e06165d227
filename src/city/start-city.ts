import type { RequestListener } from 'node:http';
import { present } from '#base/assert.ts';
import type { Site } from '#domain/site.ts';
import type { CityPlan } from './city-plan.ts';
import { listen, type Listening } from './listen.ts';
import type { TemplateFamily } from './page-model.ts';
import { OUTSIDE_GONE } from './plant-links.ts';
import { ResponseCache } from './response-cache.ts';
import { siteListener } from './site-listener.ts';
import { buildWorld, type CityOrigins } from './site-world.ts';
import { cityTruth } from './truth.ts';
import type { CityTruth, PageReader } from './truth-model.ts';

/** A city that answers, until it is closed. */
export interface RunningCity {
  /** In the order of the plan; keys are the plan's (`s01`). */
  sites: Site[];
  truth: CityTruth;
  origins: CityOrigins;
  close(): Promise<void>;
}

export interface CityOrder {
  plan: CityPlan;
  families: readonly TemplateFamily[];
  /** The port of all sites; 0 (the default) takes a free one. */
  port?: number;
  /** What the truth is told for. */
  reader?: PageReader;
}

const CACHE_BYTES = 48 * 1024 * 1024;

/**
 * Serves every site of a plan on a loopback address of its own (127.0.1.1, 127.0.1.2 …) with one
 * port; where the platform has only 127.0.0.1, every site has its own port there: from the one
 * that was asked for upwards.
 */
export async function startCity(order: CityOrder): Promise<RunningCity> {
  const doors = await openDoors(order.plan, order.port ?? 0);
  const { origins } = doors;
  const cache = new ResponseCache(CACHE_BYTES);
  for (const site of order.plan.sites) {
    const family = order.families.find(({ id }) => id === site.family);
    const world = buildWorld(site, order.plan.asOf, present(family, site.family), origins);
    doors.onRequest.set(site.key, siteListener(world, cache));
  }
  return {
    sites: order.plan.sites.map(({ key, unit, kind, siteIdCode }) => {
      const origin = present(origins.sites[key], key);
      return { key, unit, kind, siteIdCode, homepage: `${origin}/` };
    }),
    truth: cityTruth(order.plan, order.families, origins, order.reader),
    origins,
    close: () => closeAll(doors.open),
  };
}

interface Doors {
  origins: CityOrigins;
  onRequest: Map<string, RequestListener>;
  open: Listening[];
}

async function openDoors(plan: CityPlan, port: number): Promise<Doors> {
  const hasManyAddresses = await canListenOn('127.0.1.1');
  if (!hasManyAddresses) return openOnPorts(plan, port);
  // A free port on one address may be taken on another: try a few.
  for (let attempt = 1; ; attempt++) {
    try {
      return await openOnAddresses(plan, port);
    } catch (error) {
      const isTaken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
      if (!isTaken || port !== 0 || attempt === 5) throw error;
    }
  }
}

async function canListenOn(host: string): Promise<boolean> {
  try {
    await (await listen(host, 0, () => undefined)).close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRNOTAVAIL') return false;
    throw error;
  }
}

const OUTSIDE = '127.0.250.1';
const DEAD = '127.0.250.2';

async function openOnAddresses(plan: CityPlan, wanted: number): Promise<Doors> {
  const open: Listening[] = [];
  const onRequest = new Map<string, RequestListener>();
  try {
    const outside = await listen(OUTSIDE, wanted, answerOutside);
    open.push(outside);
    const sites: Record<string, string> = {};
    for (const [index, { key, access }] of plan.sites.entries()) {
      const host = `127.0.${1 + Math.floor(index / 200)}.${1 + (index % 200)}`;
      sites[key] = `http://${host}:${outside.port}`;
      if (access !== 'refused') open.push(await listen(host, outside.port, to(onRequest, key)));
    }
    const dead = `http://${DEAD}:${outside.port}`;
    return { origins: { sites, outside: outside.origin, dead }, onRequest, open };
  } catch (error) {
    await closeAll(open);
    throw error;
  }
}

async function openOnPorts(plan: CityPlan, wanted: number): Promise<Doors> {
  const host = '127.0.0.1';
  const onRequest = new Map<string, RequestListener>();
  let next = wanted;
  const port = () => (wanted === 0 ? 0 : next++);
  const outside = await listen(host, port(), answerOutside);
  const dead = await listen(host, port(), answerOutside);
  const open = [outside];
  const sites: Record<string, string> = {};
  for (const { key, access } of plan.sites) {
    const door = await listen(host, port(), to(onRequest, key));
    sites[key] = door.origin;
    if (access === 'refused') await door.close();
    else open.push(door);
  }
  await dead.close();
  return { origins: { sites, outside: outside.origin, dead: dead.origin }, onRequest, open };
}

function to(onRequest: ReadonlyMap<string, RequestListener>, key: string): RequestListener {
  return (request, response) => present(onRequest.get(key), key)(request, response);
}

/** The world outside the city: one page for every address but those that are gone. */
const answerOutside: RequestListener = (request, response) => {
  const isGone = request.url?.startsWith(OUTSIDE_GONE) ?? false;
  response.writeHead(isGone ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
  const words = isGone ? '404 Not Found' : '欢迎访问';
  response.end(`<html><head><title>友好单位</title></head><body><p>${words}</p></body></html>`);
};

async function closeAll(open: readonly Listening[]): Promise<void> {
  await Promise.all(open.map((door) => door.close()));
}
