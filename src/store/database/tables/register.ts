import type { Generated, GeneratedAlways } from 'kysely';
import type { CivilDate, Instant } from '#base/civil-date.ts';
import type { StateOf } from '#domain/moves.ts';
import type { SiteKind } from '#domain/site.ts';

export interface SitesTable {
  id: GeneratedAlways<number>;
  key: string;
  unit_id: number;
  name: string;
  homepage: string;
  site_id_code: string | null;
  kind: SiteKind;
  state: Generated<StateOf<'site'>>;
  position: Generated<number>;
  version: Generated<number>;
  search: Generated<string>;
}

export interface SiteVersionsTable {
  site_id: number;
  from_day: CivilDate;
  to_day: CivilDate | null;
  unit_id: number;
  name: string;
  homepage: string;
  site_id_code: string | null;
  kind: SiteKind;
  state: StateOf<'site'>;
  reason: string | null;
}

export interface SiteDomainsTable {
  site_id: number;
  domain: string;
  is_main: Generated<boolean>;
  from_day: CivilDate | null;
  to_day: CivilDate | null;
}

export interface ChannelsTable {
  id: GeneratedAlways<number>;
  site_id: number;
  url: string;
  name: string;
  path: string[];
  level: number;
  kind: string;
  clock: string | null;
  is_historical: Generated<boolean>;
  owner_unit_id: number | null;
  origin: 'discovered' | 'confirmed' | 'corrected';
  first_seen_on: CivilDate;
  last_seen_on: CivilDate;
  newest_on: CivilDate | null;
  newest_title: string | null;
  newest_why: 'blank' | 'undated' | 'unread' | null;
  looked_on: CivilDate | null;
  judged_by: number | null;
  judged_at: Instant | null;
  is_clock_judged: Generated<boolean>;
  version: Generated<number>;
}

export interface RegisterVersionTable {
  is_one: Generated<boolean>;
  number: Generated<number>;
}

/** Tables of migration 0002-register. */
export interface RegisterTables {
  sites: SitesTable;
  site_versions: SiteVersionsTable;
  site_domains: SiteDomainsTable;
  channels: ChannelsTable;
  register_version: RegisterVersionTable;
}
