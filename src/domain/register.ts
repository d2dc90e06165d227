import type { Url } from '#base/url.ts';
import type { StateOf } from './moves.ts';
import type { SiteKind } from './site.ts';

/** A region (地区) of the tree that offices supervise. */
export interface Region {
  id: number;
  parentId: number | null;
  name: string;
  /** `/1/4/`: the ids from the root to itself. */
  path: string;
}

/** A unit (单位) with the names it goes by. */
export interface Unit {
  id: number;
  regionId: number;
  parentId: number | null;
  /** Its official name today. */
  name: string;
  path: string;
  /** Its place in the official list; its sites stand at the same place. */
  position: number;
  aliases: string[];
  /** Official names it no longer has. */
  formerNames: string[];
  version: number;
}

/** What a site is at a moment; each change of it is a version of its own. */
export interface SiteFacts {
  unitId: number;
  name: string;
  homepage: Url;
  siteIdCode: string | null;
  kind: SiteKind;
  state: StateOf<'site'>;
}

/** A site of the register, as it is today. */
export interface RegisteredSite extends SiteFacts {
  id: number;
  position: number;
}

/** All that an import is compared with. */
export interface Register {
  regions: Region[];
  units: Unit[];
  sites: RegisteredSite[];
}

export const MAX_UNIT_NAME = 60;
export const MAX_SITE_NAME = 100;

/** Separators of lists in cells and of paths, and what no name holds. */
// oxlint-disable-next-line no-control-regex
const NO_NAME = /[\u0000-\u001f\u007f-\u009f\u2028\u2029;；/|]/;

/** A name as it is kept: without blanks around it. Null when it is none. */
export function cleanName(text: string, max = MAX_UNIT_NAME): string | null {
  const name = text.trim();
  return name === '' || [...name].length > max || NO_NAME.test(name) ? null : name;
}

/** What a site is called when nobody said. */
export function defaultSiteName(unit: string): string {
  return [...`${unit}网站`].slice(0, MAX_SITE_NAME).join('');
}

/** The names from the root to a region, `咸宁市/通山县`: how sheets name one. */
export function regionTitle(region: Region, byId: ReadonlyMap<number, Region>): string {
  const parent = region.parentId === null ? undefined : byId.get(region.parentId);
  return parent ? `${regionTitle(parent, byId)}/${region.name}` : region.name;
}
