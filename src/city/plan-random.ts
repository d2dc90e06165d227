import { present } from '#base/assert.ts';
import type { CivilDate } from '#base/civil-date.ts';
import type { CityBrief } from './plan-city.ts';
import type { FamilyShape } from './plan-site.ts';
import { type Rng, seededRng } from './rng.ts';
import { type Scenario, scenarios } from './scenarios.ts';
import type { DecoyName, SiteBrief } from './site-brief.ts';

/** What is asked of a random city. `pages` is the whole city's; 30 to 150 a site without it. */
export interface RandomOrder {
  seed: number;
  sites: number;
  pages?: number;
  asOf: CivilDate;
}

/** A city made from a seed. From 29 sites on it holds every scenario; smaller ones take turns. */
export function randomCity(order: RandomOrder, families: readonly FamilyShape[]): CityBrief {
  const { seed, asOf } = order;
  const offset = seed * order.sites;
  const sites = Array.from({ length: order.sites }, (_, index) => {
    const scenario = present(scenarios[(offset + index) % scenarios.length], 'a scenario');
    const rng = seededRng(seed, index, 'brief');
    return randomSite(scenario, index, order, families, rng);
  });
  return { plan: `random-${seed}`, seed, asOf, sites };
}

function randomSite(
  scenario: Scenario,
  index: number,
  order: RandomOrder,
  families: readonly FamilyShape[],
  rng: Rng,
): SiteBrief {
  const able = families.filter(
    ({ deliveries }) => !scenario.delivery || deliveries.includes(scenario.delivery),
  );
  const family = present(able[(order.seed + index) % able.length], `a family for ${scenario.name}`);
  return {
    unit: unitName(index),
    kind: rng.chance(0.2) ? 'portal' : 'department',
    family: family.id,
    charset: rng.pick(['utf-8', 'utf-8', 'gb2312', 'gbk', 'gb18030'] as const),
    charsetDeclared: rng.pick(['both', 'header', 'meta'] as const),
    pages: order.pages === undefined ? rng.int(30, 150) : Math.round(order.pages / order.sites),
    outline: scenario.outline ?? 'small-department',
    faults: scenario.faults(rng),
    decoys: decoys.filter(() => rng.chance(0.6)),
    ...scenario.changes,
  };
}

const decoys: readonly DecoyName[] = [
  'boundary-channels',
  'boundary-letter',
  'boundary-homepage',
  'future-entries',
  'sticky-entries',
  'unsorted-lists',
  'dates-on-articles',
  'empty-landing',
  'no-interview-channel',
  'session-links',
  'recovering-links',
  'working-redirects',
  'duplicate-block',
  'soft-unknown-paths',
];

const towns = ['东湖', '西岭', '南浦', '北川', '青山', '长汀', '金沙', '白水', '龙泉', '永丰'];
const bureaus = [
  '财政局',
  '教育局',
  '林业局',
  '水利局',
  '民政局',
  '司法局',
  '统计局',
  '审计局',
  '商务局',
  '住建局',
  '交通局',
  '卫健局',
];

/** Made-up units, distinct for the first hundreds and numbered after that. */
function unitName(index: number): string {
  const town = towns[index % towns.length];
  const bureau = bureaus[Math.floor(index / towns.length) % bureaus.length];
  const round = Math.floor(index / (towns.length * bureaus.length));
  return `${town}县${bureau}${round === 0 ? '' : `第${round + 1}分局`}`;
}
