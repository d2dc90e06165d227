import type { Generated, GeneratedAlways } from 'kysely';
import type { CivilDate, Instant } from '#base/civil-date.ts';

export interface RubricActivationsTable {
  id: GeneratedAlways<number>;
  region_id: number;
  rubric: string;
  version: string;
  overlays: Generated<string[]>;
  from_day: CivilDate;
  reason: string;
  activated_by: number | null;
  activated_at: Instant;
  withdrawn_by: number | null;
  withdrawn_at: Instant | null;
}

export interface SavedViewsTable {
  id: GeneratedAlways<number>;
  person_id: number;
  list: string;
  name: string;
  search: string;
  saved_at: Instant;
}

/** Tables of migration 0027. */
export interface PressesTables {
  rubric_activations: RubricActivationsTable;
  saved_views: SavedViewsTable;
}
