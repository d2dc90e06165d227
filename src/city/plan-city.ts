import { assert, present } from '#base/assert.ts';
import { type CivilDate, parseCivilDate } from '#base/civil-date.ts';
import { parseYaml } from '#base/yaml.ts';
import type { CityPlan } from './city-plan.ts';
import { type FamilyShape, planSite } from './plan-site.ts';
import type { SiteBrief } from './site-brief.ts';

/** A city as ordered: a file under `plans/`, or made from a seed. */
export interface CityBrief {
  plan: string;
  seed: number;
  asOf: CivilDate;
  sites: SiteBrief[];
}

/** Reads a plan file. It is ours: what is wrong with it is a programmer's mistake. */
export function parseCityBrief(text: string): CityBrief {
  const { value, mistakes } = parseYaml(text);
  assert(mistakes.length === 0, `a plan file is no YAML: ${mistakes[0]?.message}`);
  const brief = value as CityBrief;
  assert(Array.isArray(brief.sites) && brief.sites.length > 0, 'a plan file names its sites');
  assert(parseCivilDate(brief.asOf) !== null, 'a plan file names its day');
  return brief;
}

/** Works a brief out into a plan; the same brief, families and day give the same plan. */
export function planCity(
  brief: CityBrief,
  families: readonly FamilyShape[],
  order: { asOf?: CivilDate; pages?: number } = {},
): CityPlan {
  const asOf = order.asOf ?? brief.asOf;
  const ordered = brief.sites.reduce((sum, { pages }) => sum + pages, 0);
  const scale = order.pages === undefined ? 1 : order.pages / ordered;
  const sites = brief.sites.map((site, index) => {
    const family = families.find(({ id }) => id === site.family);
    const key = `s${String(index + 1).padStart(2, '0')}`;
    const scaled = { ...site, pages: Math.round(site.pages * scale) };
    return planSite(scaled, key, brief.seed, asOf, present(family, `no family ${site.family}`));
  });
  return { schema: 'xunwang-city-plan/1', id: brief.plan, seed: brief.seed, asOf, sites };
}
