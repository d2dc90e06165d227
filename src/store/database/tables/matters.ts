import type { Generated, GeneratedAlways } from 'kysely';
import type { Instant } from '#base/civil-date.ts';
import type { Fault, Truth } from '#domain/error-report.ts';
import type { Complexity, InquiryKind, RefusalReason, WithholdReason } from '#domain/inquiry.ts';
import type { ExtensionState } from '#domain/inquiry-life.ts';
import type { MailAbout, MatterEvent, MatterThing, Satisfaction } from '#domain/public-matter.ts';
import type { StateOf } from '#domain/moves.ts';
import type { JsonOrNull } from './json.ts';

/** Columns that error reports and inquiries have alike. */
interface MatterColumns {
  id: GeneratedAlways<number>;
  receipt_hash: string;
  region_id: number;
  unit_id: number | null;
  responsible_id: number | null;
  text: string;
  text_hash: string;
  suspicion: Generated<string[]>;
  via: Generated<'portal' | 'open311' | 'office'>;
  received_at: Instant;
  returned_by: Generated<number[]>;
  lead_id: number | null;
  met_at: Instant | null;
  is_late: Generated<boolean>;
  ended_at: Instant | null;
  reopened_at: Instant | null;
  changed_at: Instant;
  answer: string | null;
  answered_at: Instant | null;
  answered_by: number | null;
  refused_for: RefusalReason | null;
  moved_from: number | null;
  satisfaction: Satisfaction | null;
  rating_comment: string | null;
  rated_at: Instant | null;
  search: Generated<string>;
  pairs: Generated<string[]>;
  version: Generated<number>;
}

export interface ErrorReportsTable extends MatterColumns {
  state: StateOf<'error-report'>;
  site_id: number | null;
  page_url: string;
  fault: Fault;
  unit_truth: Truth | null;
  truth: Truth | null;
  public_text: string | null;
  finding_id: number | null;
}

export interface InquiriesTable extends MatterColumns {
  state: StateOf<'inquiry'>;
  kind: InquiryKind;
  complexity: Generated<Complexity>;
  addressed_to: number | null;
  title: string;
  may_publish: boolean;
  extension: Generated<ExtensionState>;
  extension_ask: JsonOrNull<unknown>;
  draft: JsonOrNull<unknown>;
  question: string | null;
  withheld_for: WithholdReason | null;
}

export interface InquiryHelpersTable {
  inquiry_id: number;
  unit_id: number;
  asked_at: Instant;
  reason: string;
  opinion: string | null;
  answered_at: Instant | null;
}

export interface MatterEventsTable {
  id: GeneratedAlways<number>;
  thing: MatterThing;
  thing_id: number;
  at: Instant;
  what: MatterEvent;
  state: string;
  is_late: Generated<boolean>;
  person_id: number | null;
  unit_id: number | null;
  holder_id: number | null;
  responsible_id: number | null;
  text: string | null;
  is_open: boolean;
  data: JsonOrNull<unknown>;
}

export interface MatterContactsTable {
  thing: MatterThing;
  thing_id: number;
  sealed: Buffer;
  kept_at: Instant;
  mail_tag: string | null;
}

/** Mails to citizens, and what the links in them open. */
export interface MatterMailsTable {
  id: GeneratedAlways<number>;
  thing: MatterThing;
  thing_id: number;
  event_id: number;
  about: MailAbout;
  made_at: Instant;
  state: Generated<'waiting' | 'sent' | 'failed'>;
  due_at: Instant;
  sent_at: Instant | null;
  attempts: Generated<number>;
  error: string | null;
}

export interface MailKeysTable {
  key_hash: string;
  thing: MatterThing;
  thing_id: number;
  until: Instant;
}

export interface PublishedInquiriesTable {
  inquiry_id: number;
  title: string;
  question: string;
  answer: string;
  published_at: Instant;
  search: Generated<string>;
  pairs: Generated<string[]>;
}

export interface CapturesTable {
  id: GeneratedAlways<number>;
  report_id: number;
  moment: 'submitted' | 'answered';
  at: Instant;
  visit: JsonOrNull<unknown>;
  failure: string | null;
  title: string | null;
  text: string | null;
  picture: Buffer | null;
  hash: string;
  folder: string | null;
  seal: string | null;
}

export interface AnswerTemplatesTable {
  id: GeneratedAlways<number>;
  region_id: number;
  unit_id: number | null;
  title: string;
  text: string;
  changed_by: number | null;
  changed_at: Instant;
  version: Generated<number>;
}

/** Tables of migrations 0013 to 0015, 0022 and 0026. */
export interface MattersTables {
  error_reports: ErrorReportsTable;
  inquiries: InquiriesTable;
  inquiry_helpers: InquiryHelpersTable;
  matter_events: MatterEventsTable;
  matter_contacts: MatterContactsTable;
  matter_mails: MatterMailsTable;
  mail_keys: MailKeysTable;
  published_inquiries: PublishedInquiriesTable;
  captures: CapturesTable;
  answer_templates: AnswerTemplatesTable;
}
