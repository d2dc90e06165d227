import type { Generated, GeneratedAlways } from 'kysely';
import type { CivilDate, Instant } from '#base/civil-date.ts';
import type { CampaignBrief } from '#domain/campaign-brief.ts';
import type {
  CampaignSettings,
  InspectionCard,
  Sample,
  SiteProgressNote,
  Standing,
} from '#domain/campaign.ts';
import type { Finding, FindingKind, FindingState } from '#domain/finding.ts';
import type { StateOf } from '#domain/moves.ts';
import type { RunSettings } from '#domain/run-settings.ts';
import type { Verdict } from '#domain/scorecard.ts';
import type { Site } from '#domain/site.ts';
import type { Json, JsonDefault, JsonOrNull } from './json.ts';

export interface CampaignsTable {
  id: GeneratedAlways<number>;
  region_id: number;
  name: string;
  period: string;
  state: Generated<StateOf<'campaign'>>;
  as_of: CivilDate;
  rubric: Json<RunSettings['rubric']>;
  settings: Json<CampaignSettings>;
  sample: Json<Sample>;
  brief: JsonDefault<CampaignBrief>;
  opened_by: number | null;
  opened_at: Instant;
  started_at: Instant | null;
  hearing_until: Instant | null;
  published_at: Instant | null;
  cancel_reason: string | null;
  version: Generated<number>;
}

export interface InspectionsTable {
  id: GeneratedAlways<number>;
  campaign_id: number;
  site_id: number;
  position: number;
  site: Json<Site>;
  state: Generated<StateOf<'inspection'>>;
  attempts: Generated<number>;
  worker: string | null;
  progress: JsonOrNull<SiteProgressNote>;
  started_at: Instant | null;
  finished_at: Instant | null;
  seen_at: Instant | null;
  error: string | null;
  verdict: Verdict | null;
  score: number | null;
  card: JsonOrNull<InspectionCard>;
  first_card: JsonOrNull<InspectionCard>;
  seal: string | null;
  last_look_wanted_at: Instant | null;
  last_look_at: Instant | null;
  version: Generated<number>;
}

export interface FindingsTable {
  id: GeneratedAlways<number>;
  inspection_id: number;
  campaign_id: number;
  site_id: number;
  key: string;
  kind: FindingKind;
  state: FindingState;
  finding: Json<Finding>;
  review: Generated<StateOf<'review'>>;
  proposed: Generated<'accepted' | 'set-aside' | null>;
  review_reason: string | null;
  reviewed_by: number | null;
  reviewed_at: Instant | null;
  seconded_by: number | null;
  seconded_at: Instant | null;
  merged_into: number | null;
  version: Generated<number>;
}

export interface ExplanationsTable {
  id: GeneratedAlways<number>;
  finding_id: number;
  site_id: number;
  /** Both told by a trigger. */
  campaign_id: Generated<number>;
  key: Generated<string>;
  state: Generated<StateOf<'explanation'>>;
  statement: string;
  proof: string | null;
  claimed_by: number;
  claimed_at: Instant;
  decided_by: number | null;
  decided_at: Instant | null;
  decision: string | null;
  valid_until: CivilDate | null;
  voided_at: Instant | null;
  version: Generated<number>;
}

export interface AppealsTable {
  id: GeneratedAlways<number>;
  finding_id: number;
  /** Told by a trigger. */
  campaign_id: Generated<number>;
  state: Generated<StateOf<'appeal'>>;
  grounds: string;
  proof: string | null;
  filed_by: number;
  filed_at: Instant;
  assigned_to: number | null;
  decided_by: number | null;
  decided_at: Instant | null;
  decision: string | null;
  before: JsonOrNull<Standing>;
  after: JsonOrNull<Standing>;
  version: Generated<number>;
}

/** Tables of migration 0003-campaigns. */
export interface CampaignsTables {
  campaigns: CampaignsTable;
  inspections: InspectionsTable;
  findings: FindingsTable;
  explanations: ExplanationsTable;
  appeals: AppealsTable;
}
