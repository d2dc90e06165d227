import type { CivilDate } from '#base/civil-date.ts';
import type { StateOf } from '#domain/moves.ts';
import type { Region } from '#domain/register.ts';
import { reachOf } from '#domain/rights.ts';
import type { SiteKind } from '#domain/site.ts';
import { type SiteWarning, siteWarnings } from '#domain/site-warnings.ts';
import { listChannels, type RegisteredChannel } from '#store/channels.ts';
import { listSites, listSitesOn, type SiteFilter, type SiteOnDay } from '#store/list-sites.ts';
import { listRegions } from '#store/regions.ts';
import { listDomains, type SiteDomain } from '#store/site-domains.ts';
import { listVersions, type SiteVersion } from '#store/site-history.ts';
import type { PlacedSite } from '#store/sites.ts';
import { listUnitNames, type UnitName } from '#store/unit-names.ts';
import { countSitesOf, listUnits, type PlacedUnit } from '#store/units.ts';
import type { Desk } from './desk.ts';
import { type Page, pageById } from './page-of.ts';
import { regionAt, siteAt, unitAt } from './register-at.ts';

interface Paging {
  after?: number;
  limit: number;
}

export async function askRegions(desk: Desk, paging: Paging): Promise<Page<Region>> {
  const reach = reachOf(desk.actor, 'register.read');
  return pageById(await listRegions(desk.db, reach, paging), paging.limit);
}

export async function askUnits(
  desk: Desk,
  { region, ...filter }: Paging & { q?: string; region?: number; parent?: number },
): Promise<Page<PlacedUnit>> {
  const reach = reachOf(desk.actor, 'register.read');
  const items = await listUnits(desk.db, reach, {
    ...filter,
    ...(await regionPath(desk, region)),
  });
  return pageById(items, filter.limit);
}

/** A unit with every name it goes or went by. */
export async function askUnit(desk: Desk, id: number): Promise<PlacedUnit & { names: UnitName[] }> {
  const unit = await unitAt(desk, desk.db, id, 'register.read');
  return { ...unit, names: await listUnitNames(desk.db, id) };
}

export interface SiteQuestion extends Paging {
  q?: string;
  region?: number;
  unit?: number;
  state?: StateOf<'site'>;
  kind?: SiteKind;
  /** What existed on this day, as it was then; today when left out. */
  day?: CivilDate;
}

export async function askSites(
  desk: Desk,
  { q, region, unit, state, kind, day, after, limit }: SiteQuestion,
): Promise<Page<PlacedSite | SiteOnDay>> {
  const reach = reachOf(desk.actor, 'register.read');
  const filter: SiteFilter = {
    limit,
    ...(await regionPath(desk, region)),
    ...(await unitPath(desk, unit)),
    ...(q === undefined ? {} : { q }),
    ...(state === undefined ? {} : { states: [state] }),
    ...(kind === undefined ? {} : { kind }),
    ...(after === undefined ? {} : { after }),
  };
  return day === undefined
    ? pageById(await listSites(desk.db, reach, filter), limit)
    : pageById(await listSitesOn(desk.db, day, { ...filter, reach }), limit);
}

export interface SiteSheet extends PlacedSite {
  domains: SiteDomain[];
  history: SiteVersion[];
  warnings: SiteWarning[];
}

/** A site with its domains, what it was when, and what the rules would have otherwise. */
export async function askSite(desk: Desk, id: number): Promise<SiteSheet> {
  const site = await siteAt(desk, desk.db, id, 'register.read');
  const [domains, history, ofUnit] = await Promise.all([
    listDomains(desk.db, id),
    listVersions(desk.db, id),
    countSitesOf(desk.db, site.unitId),
  ]);
  return { ...site, domains, history, warnings: siteWarnings(site, ofUnit) };
}

export async function askChannels(
  desk: Desk,
  siteId: number,
  filter: Paging & { origin?: RegisteredChannel['origin'] },
): Promise<Page<RegisteredChannel>> {
  await siteAt(desk, desk.db, siteId, 'register.read');
  return pageById(await listChannels(desk.db, siteId, filter), filter.limit);
}

async function regionPath(desk: Desk, id: number | undefined): Promise<{ regionPath?: string }> {
  if (id === undefined) return {};
  return { regionPath: (await regionAt(desk, desk.db, id, 'register.read')).path };
}

async function unitPath(desk: Desk, id: number | undefined): Promise<{ unitPath?: string }> {
  if (id === undefined) return {};
  return { unitPath: (await unitAt(desk, desk.db, id, 'register.read')).path };
}
