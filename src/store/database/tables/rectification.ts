import type { Generated, GeneratedAlways } from 'kysely';
import type { CivilDate, Instant } from '#base/civil-date.ts';
import type { StateOf } from '#domain/moves.ts';
import type { Json, JsonDefault, JsonOrNull } from './json.ts';

export interface OrdersTable {
  id: GeneratedAlways<number>;
  campaign_id: number;
  unit_id: number;
  state: Generated<StateOf<'order'>>;
  issued_by: number | null;
  issued_at: Instant;
  received_by: number | null;
  received_at: Instant | null;
  replied_by: number | null;
  replied_at: Instant | null;
  times_failed: Generated<number>;
  closed_by: number | null;
  closed_at: Instant | null;
  version: Generated<number>;
}

export interface OrderItemsTable {
  id: GeneratedAlways<number>;
  order_id: number;
  finding_id: number;
  answer: Generated<'open' | 'mended' | 'cannot'>;
  plan: string | null;
  promised_on: CivilDate | null;
  recheck: Generated<'none' | 'passed' | 'failed' | 'unmeasured'>;
  before: JsonOrNull<unknown>;
  after: JsonOrNull<unknown>;
  rechecked_at: Instant | null;
}

export interface EscalationsTable {
  id: GeneratedAlways<number>;
  unit_id: number;
  order_id: number | null;
  campaign_id: number | null;
  step: 'reminder' | 'notice' | 'warning' | 'talk';
  rule: string;
  facts: Json<unknown>;
  draft: Json<unknown>;
  state: Generated<StateOf<'escalation'>>;
  proposed_at: Instant;
  decided_by: number | null;
  decided_at: Instant | null;
  decision_reason: string | null;
  carried_out_at: Instant | null;
  outcome: string | null;
  version: Generated<number>;
}

export interface TalksTable {
  id: GeneratedAlways<number>;
  escalation_id: number;
  unit_id: number;
  state: Generated<StateOf<'talk'>>;
  scheduled_for: Instant | null;
  place: string | null;
  attendees: JsonDefault<unknown>;
  facts: string | null;
  promises: JsonDefault<unknown>;
  held_at: Instant | null;
  followed_up_at: Instant | null;
  version: Generated<number>;
}

/** Tables of migration 0005-rectification. */
export interface RectificationTables {
  orders: OrdersTable;
  order_items: OrderItemsTable;
  escalations: EscalationsTable;
  talks: TalksTable;
}
