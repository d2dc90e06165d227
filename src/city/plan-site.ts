import type { CivilDate } from '#base/civil-date.ts';
import type { ChannelPlan, SitePlan } from './city-plan.ts';
import { fillLists } from './fresh-channels.ts';
import type { ListModel, TemplateFamily } from './page-model.ts';
import { planChannels } from './plan-channels.ts';
import { planHome } from './plan-home.ts';
import { fillInteraction } from './plan-interaction.ts';
import { plantChannelDecoys, plantChannelFaults } from './plant-channel-faults.ts';
import { plantLinks } from './plant-links.ts';
import { type Rng, seededRng } from './rng.ts';
import { hasDecoy, type SiteBrief } from './site-brief.ts';

/** What a plan must know of a template family: how its lists may bring their rows. */
export type FamilyShape = Pick<TemplateFamily, 'id' | 'deliveries'>;

/** Works a brief out into a site: the same brief, seed and day give the same plan. */
export function planSite(
  brief: SiteBrief,
  key: string,
  seed: number,
  asOf: CivilDate,
  family: FamilyShape,
): SitePlan {
  const rng = seededRng(seed, key, 'site');
  const channels = planChannels(brief, asOf);
  fillLists(channels, brief, asOf, rng);
  setDelivery(channels, brief, family, rng);
  plantChannelDecoys(channels, brief, asOf, rng);
  plantChannelFaults(channels, brief.faults, asOf, rng);
  fillInteraction(channels, brief, asOf, rng);
  numberEntries(channels);
  const ground = { channels, targets: [], links: [] };
  plantLinks(ground, brief, seededRng(seed, key, 'links'));
  return {
    key,
    unit: brief.unit,
    siteName: brief.siteName ?? `${brief.unit}门户网站`,
    kind: brief.kind,
    siteIdCode: `42129${String(rng.int(0, 99_999)).padStart(5, '0')}`,
    seed: rng.int(0, 2 ** 31),
    ...looks(brief, family, rng),
    home: planHome(channels, brief, asOf, rng),
    ...ground,
    faults: brief.faults,
  };
}

function looks(brief: SiteBrief, family: FamilyShape, rng: Rng) {
  const missing = brief.faults.find(({ fault }) => fault === 'footer-element-missing');
  return {
    family: family.id,
    charset: brief.charset ?? 'utf-8',
    charsetDeclared: brief.charsetDeclared ?? 'both',
    hasMetaTags: rng.chance(0.7),
    hasBreadcrumb: rng.chance(0.85) || needsBreadcrumb(brief),
    showsToday: rng.chance(0.4),
    hasRobotsFile: rng.chance(0.5),
    articleDateForm: rng.pick(['dashes', 'with-time', 'chinese', 'slashes'] as const),
    access: brief.access ?? 'open',
    unknownPaths: hasDecoy(brief, 'soft-unknown-paths') && rng.chance(0.3) ? 'soft' : 'honest',
    missingFooter: missing?.fault === 'footer-element-missing' ? missing.elements : [],
  } as const;
}

/** Below the second level nothing but the breadcrumb tells what a special topic hangs under. */
function needsBreadcrumb({ faults }: SiteBrief): boolean {
  return faults.some(({ fault }) => fault === 'special-historical');
}

function setDelivery(
  channels: readonly ChannelPlan[],
  brief: SiteBrief,
  family: FamilyShape,
  rng: Rng,
): void {
  const known = family.deliveries.filter((delivery) => delivery !== 'script-only');
  const usual = known[0] ?? 'html';
  const ordered = known.find((delivery) => delivery === brief.delivery);
  const other: ListModel['delivery'] = ordered ?? (known.length > 1 ? rng.pick(known) : usual);
  for (const channel of channels) {
    if (channel.role !== 'list') continue;
    channel.delivery = rng.chance(ordered ? 0.5 : 0.1) ? other : usual;
  }
}

/** Ids run through a site: a channel's entries follow each other. */
function numberEntries(channels: readonly ChannelPlan[]): void {
  let next = 101;
  for (const channel of channels) {
    channel.firstId = next;
    next += channel.count;
  }
}
