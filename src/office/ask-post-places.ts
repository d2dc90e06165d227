import { reachOf } from '#domain/rights.ts';
import { listRegions } from '#store/regions.ts';
import { listUnits } from '#store/units.ts';
import type { Desk } from './desk.ts';

const MOST_UNITS = 50;

/** Where posts may lie. */
export interface PostPlaces {
  regions: { id: number; name: string; path: string }[];
  units: { id: number; name: string; regionId: number }[];
}

/** Regions of who looks after people, and units by a part of their name: where posts may lie. */
export async function askPostPlaces(desk: Desk, q: string | undefined): Promise<PostPlaces> {
  const reach = reachOf(desk.actor, 'person.read');
  const regions = await listRegions(desk.db, reach);
  const units = await listUnits(desk.db, reach, { ...(q && { q }), limit: MOST_UNITS });
  return {
    regions: regions.map(({ id, name, path }) => ({ id, name, path })),
    units: units.map(({ id, name, regionId }) => ({ id, name, regionId })),
  };
}
