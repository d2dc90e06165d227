import type { Generated, GeneratedAlways } from 'kysely';
import type { Instant } from '#base/civil-date.ts';
import type { Json, JsonOrNull } from './json.ts';

export interface NoticesTable {
  id: GeneratedAlways<number>;
  person_id: number;
  kind: string;
  site_id: number | null;
  args: Json<unknown>;
  link: string;
  subject: string;
  created_at: Instant;
  read_at: Instant | null;
}

export interface DeliveriesTable {
  id: GeneratedAlways<number>;
  notice_id: number;
  channel: 'mail' | 'webhook';
  state: 'waiting' | 'sent' | 'failed';
  due_at: Instant;
  sent_at: Instant | null;
  attempts: Generated<number>;
  error: string | null;
}

export interface NoticeChoicesTable {
  person_id: number;
  mail: 'as-said' | 'digest' | 'none';
}

export interface WebhooksTable {
  id: GeneratedAlways<number>;
  region_id: number;
  url: string;
  secret: string;
  kinds: string[];
  created_by: number | null;
  created_at: Instant;
  stopped_at: Instant | null;
}

export interface WebhookEventsTable {
  id: GeneratedAlways<number>;
  webhook_id: number;
  kind: string;
  subject: string;
  body: Json<unknown>;
  state: Generated<'waiting' | 'sent' | 'failed'>;
  attempts: Generated<number>;
  due_at: Instant;
  sent_at: Instant | null;
  error: string | null;
}

export interface IdempotencyKeysTable {
  person_id: number;
  key: string;
  request_hash: string;
  status: number;
  response: JsonOrNull<unknown>;
  is_secret: Generated<boolean>;
  created_at: Instant;
}

/** Tables of migration 0009-messages. */
export interface MessagesTables {
  notices: NoticesTable;
  deliveries: DeliveriesTable;
  notice_choices: NoticeChoicesTable;
  webhooks: WebhooksTable;
  webhook_events: WebhookEventsTable;
  idempotency_keys: IdempotencyKeysTable;
}
