import type { Generated, GeneratedAlways } from 'kysely';
import type { Instant } from '#base/civil-date.ts';
import type { CheckState, SiteCheckResult } from '#domain/site-check.ts';
import type { JsonOrNull } from './json.ts';

export interface SiteChecksTable {
  id: GeneratedAlways<number>;
  site_id: number;
  asked_by: number | null;
  asked_at: Instant;
  state: Generated<CheckState>;
  started_at: Instant | null;
  finished_at: Instant | null;
  result: JsonOrNull<SiteCheckResult>;
}

/** Table of migration 0019-site-checks. */
export interface SiteChecksTables {
  site_checks: SiteChecksTable;
}
