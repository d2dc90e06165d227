import { readFile } from 'node:fs/promises';
import { assert } from '#base/assert.ts';
import type { CivilDate } from '#base/civil-date.ts';
import { Refusal } from '#base/refusal.ts';
import type { CityPlan } from './city-plan.ts';
import { families } from './families/index.ts';
import { type CityBrief, parseCityBrief, planCity } from './plan-city.ts';
import { randomCity } from './plan-random.ts';
import type { FaultBrief } from './site-brief.ts';
import { type RunningCity, startCity } from './start-city.ts';
import type { PageReader } from './truth-model.ts';

/** What `city serve` asks for: a plan by name, or a random city by its seed. */
export interface ServeOptions {
  /** A file under `plans/`, without `.yaml`. */
  plan?: string;
  seed?: number;
  /** Sites of a random city; 35 by default. */
  sites?: number;
  /**
   * Faults by unit, instead of those of the plan; a unit that is not named has none. For the same
   * city at another time.
   */
  faults?: Readonly<Record<string, FaultBrief[]>>;
  /** As few pages as a city can have that is in order. */
  isThin?: boolean;
  /** Pages of the whole city, about. */
  pages?: number;
  asOf?: CivilDate;
  port?: number;
  /** What the city is to be read with, which its truth depends on; `fetch` by default. */
  reader?: PageReader;
}

/** Names of the plans that come with the city. */
export const planNames = ['xianning-2019q2'] as const;
/** The day random cities are as of, unless told otherwise: the seed circular's. */
export const DEFAULT_AS_OF: CivilDate = '2019-05-27';

/** Plans a city without serving it. Refuses a plan that it does not know. */
export async function makeCityPlan(options: ServeOptions): Promise<CityPlan> {
  const { asOf, pages } = options;
  if (options.seed !== undefined && options.plan === undefined) {
    const { seed, sites = 35 } = options;
    const order = { seed, sites, asOf: asOf ?? DEFAULT_AS_OF, ...(pages ? { pages } : {}) };
    return planCity(randomCity(order, families), families);
  }
  const name = options.plan ?? planNames[0];
  if (!planNames.some((known) => known === name)) {
    throw new Refusal('city-plan-unknown', { plan: name, known: planNames.join(', ') });
  }
  const text = await readFile(new URL(`./plans/${name}.yaml`, import.meta.url), 'utf8');
  return planCity(changedBrief(parseCityBrief(text), options), families, {
    ...(asOf && { asOf }),
    ...(pages && { pages }),
  });
}

function changedBrief(plan: CityBrief, { faults, isThin = false }: ServeOptions): CityBrief {
  const brief = { ...plan, sites: plan.sites.map((site) => ({ ...site, isThin })) };
  if (faults === undefined) return brief;
  const sites = brief.sites.map((site) => ({ ...site, faults: faults[site.unit] ?? [] }));
  const strangers = Object.keys(faults).filter((unit) => !sites.some((one) => one.unit === unit));
  assert(strangers.length === 0, `no unit of the city: ${strangers.join(', ')}`);
  return { ...brief, sites };
}

/** Starts the servers of a city; the caller writes sites.csv and truth.json, and closes it. */
export async function serveCity(options: ServeOptions): Promise<RunningCity & { plan: CityPlan }> {
  const plan = await makeCityPlan(options);
  const { port, reader } = options;
  const order = { plan, families, ...(port !== undefined && { port }), ...(reader && { reader }) };
  return { ...(await startCity(order)), plan };
}
