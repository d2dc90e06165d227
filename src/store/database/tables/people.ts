import type { Generated, GeneratedAlways } from 'kysely';
import type { CivilDate, Instant } from '#base/civil-date.ts';
import type { Role } from '#domain/person.ts';

export interface RegionsTable {
  id: GeneratedAlways<number>;
  parent_id: number | null;
  name: string;
  path: string;
}

export interface UnitsTable {
  id: GeneratedAlways<number>;
  region_id: number;
  parent_id: number | null;
  name: string;
  path: string;
  position: Generated<number>;
  version: Generated<number>;
  search: Generated<string>;
}

export interface UnitNamesTable {
  unit_id: number;
  name: string;
  kind: 'alias' | 'official';
  from_day: CivilDate | null;
  to_day: CivilDate | null;
}

export interface PeopleTable {
  id: GeneratedAlways<number>;
  login: string;
  name: string;
  mail: string | null;
  password_hash: string | null;
  totp_secret: string | null;
  totp_step: number | null;
  oidc_subject: string | null;
  disabled_at: Instant | null;
  created_at: Generated<Instant>;
  version: Generated<number>;
}

export interface PostsTable {
  id: GeneratedAlways<number>;
  person_id: number;
  role: Role;
  region_id: number;
  unit_id: number | null;
}

export interface SessionsTable {
  token_hash: string;
  person_id: number;
  csrf: string;
  created_at: Instant;
  seen_at: Instant;
  expires_at: Instant;
  second_factor_at: Instant | null;
}

export interface ApiTokensTable {
  id: GeneratedAlways<number>;
  person_id: number;
  name: string;
  token_hash: string;
  scopes: string[];
  created_at: Instant;
  expires_at: Instant | null;
  used_at: Instant | null;
  revoked_at: Instant | null;
}

export interface SignInAttemptsTable {
  id: GeneratedAlways<number>;
  login: string;
  address: string;
  at: Instant;
  is_good: boolean;
}

/** Tables of migration 0001-people. */
export interface PeopleTables {
  regions: RegionsTable;
  units: UnitsTable;
  unit_names: UnitNamesTable;
  people: PeopleTable;
  posts: PostsTable;
  sessions: SessionsTable;
  api_tokens: ApiTokensTable;
  sign_in_attempts: SignInAttemptsTable;
}
