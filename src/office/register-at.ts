import { Refusal } from '#base/refusal.ts';
import type { Region } from '#domain/register.ts';
import { may, reachOf, type RightName } from '#domain/rights.ts';
import type { Database } from '#store/database/database.ts';
import { type RegisteredChannel, findChannel } from '#store/channels.ts';
import { findRegion, listRegions } from '#store/regions.ts';
import { findSite, type PlacedSite } from '#store/sites.ts';
import { findUnit, type PlacedUnit } from '#store/units.ts';
import { type Desk, requireRight } from './desk.ts';

type Door = Pick<Desk, 'actor' | 'now'>;

/** A region for an act that needs a right there. One that the actor may not see is not there. */
export async function regionAt(
  desk: Door,
  db: Database,
  id: number,
  right: RightName,
): Promise<Region> {
  const region = await findRegion(db, id);
  const place = { region: region?.path ?? '', unit: null };
  if (!region || !(may(desk.actor, 'register.read', place) || (await isAround(desk, db, id)))) {
    throw new Refusal('not-found', { thing: 'region', id });
  }
  if (right !== 'register.read') requireRight(desk, right, place);
  return region;
}

/** A unit's people see the region their unit lies in. */
async function isAround(desk: Door, db: Database, id: number): Promise<boolean> {
  const seen = await listRegions(db, reachOf(desk.actor, 'register.read'));
  return seen.some((region) => region.id === id);
}

/** A unit, likewise. */
export async function unitAt(
  desk: Door,
  db: Database,
  id: number,
  right: RightName,
): Promise<PlacedUnit> {
  const unit = await findUnit(db, id);
  if (!unit || !may(desk.actor, 'register.read', unit.place)) {
    throw new Refusal('not-found', { thing: 'unit', id });
  }
  requireRight(desk, right, unit.place);
  return unit;
}

/** A site, likewise. */
export async function siteAt(
  desk: Door,
  db: Database,
  id: number,
  right: RightName,
): Promise<PlacedSite> {
  const site = await findSite(db, id);
  if (!site || !may(desk.actor, 'register.read', site.place)) {
    throw new Refusal('not-found', { thing: 'site', id });
  }
  requireRight(desk, right, site.place);
  return site;
}

/** A channel with its site, likewise. */
export async function channelAt(
  desk: Door,
  db: Database,
  id: number,
  right: RightName,
): Promise<{ channel: RegisteredChannel; site: PlacedSite }> {
  const channel = await findChannel(db, id);
  const site = channel ? await findSite(db, channel.siteId) : null;
  if (!channel || !site || !may(desk.actor, 'register.read', site.place)) {
    throw new Refusal('not-found', { thing: 'channel', id });
  }
  requireRight(desk, right, site.place);
  return { channel, site };
}
