import type { Generated, GeneratedAlways } from 'kysely';
import type { Instant } from '#base/civil-date.ts';
import type { CampaignBrief } from '#domain/campaign-brief.ts';
import type { ErrorRate } from '#domain/campaign.ts';
import type { Circular, Contradiction } from '#domain/circular.ts';
import type { StateOf } from '#domain/moves.ts';
import type { Result } from '#domain/result.ts';
import type { Json, JsonDefault } from './json.ts';

export interface CircularsTable {
  id: GeneratedAlways<number>;
  campaign_id: number;
  number: number;
  state: Generated<StateOf<'circular'>>;
  brief: Json<CampaignBrief>;
  result: Json<Result>;
  circular: Json<Circular>;
  open_data: Json<unknown>;
  contradictions: JsonDefault<Contradiction[]>;
  error_rate: Json<ErrorRate>;
  correction_reason: string | null;
  drafted_by: number | null;
  drafted_at: Instant;
  written_by: Generated<number[]>;
  submitted_by: number | null;
  submitted_at: Instant | null;
  signed_by: number | null;
  signed_at: Instant | null;
  published_by: number | null;
  published_at: Instant | null;
  hash: string | null;
  version: Generated<number>;
}

export interface CircularFilesTable {
  circular_id: number;
  name: string;
  media_type: string;
  bytes: Buffer;
  hash: string;
}

/** Tables of migration 0004-circulars. */
export interface CircularsTables {
  circulars: CircularsTable;
  circular_files: CircularFilesTable;
}
