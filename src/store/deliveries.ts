import { sql } from 'kysely';
import type { Instant } from '#base/civil-date.ts';
import type { MailChoice, NoticeArgs, NoticeKind } from '#domain/notice.ts';
import type { Database, Tx } from './database/database.ts';

/** A mail that waits, with what it is to say. */
export interface WaitingMail {
  id: number;
  personId: number;
  mail: string | null;
  choice: MailChoice;
  kind: NoticeKind;
  site: string | null;
  args: NoticeArgs;
  link: string;
  createdAt: Instant;
  attempts: number;
}

/**
 * Takes mails that are due and locks them until the transaction ends; others that look at the same
 * time take others. Mails of one person come together.
 */
export async function lockDueMails(tx: Tx, now: Instant, limit: number): Promise<WaitingMail[]> {
  const { rows } = await sql<WaitingMail>`
    select deliveries.id, people.id as "personId", people.mail,
      coalesce(notice_choices.mail, 'as-said') as choice, notices.kind, sites.name as site,
      notices.args, notices.link, notices.created_at as "createdAt", deliveries.attempts
    from deliveries
    join notices on notices.id = deliveries.notice_id
    join people on people.id = notices.person_id
    left join notice_choices on notice_choices.person_id = people.id
    left join sites on sites.id = notices.site_id
    where deliveries.state = 'waiting' and deliveries.channel = 'mail'
      and deliveries.due_at <= ${now}
    order by people.id, deliveries.id limit ${limit}
    for update of deliveries skip locked`.execute(tx);
  return rows;
}

/** Moves waiting mails to a later time; `attempted`: it was tried until then. */
export async function postponeMails(
  db: Database,
  ids: readonly number[],
  due: Instant,
  attempted: boolean,
): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    update deliveries set due_at = ${due}, attempts = attempts + ${attempted ? 1 : 0}
    where id = any(${[...ids]}::bigint[])`.execute(db);
}

/** How attempts ended: sent, to be tried again, or given up. */
export interface DeliveryEnd {
  state: 'waiting' | 'sent' | 'failed';
  due: Instant;
  sentAt: Instant | null;
  error: string | null;
}

const MAX_ERROR = 1000;

export async function endMails(
  db: Database,
  ids: readonly number[],
  end: DeliveryEnd,
): Promise<void> {
  await sql`
    update deliveries set state = ${end.state}, due_at = ${end.due}, sent_at = ${end.sentAt},
      error = ${end.error?.slice(0, MAX_ERROR) ?? null}
    where id = any(${[...ids]}::bigint[])`.execute(db);
}

/** An event that waits, with where it goes. */
export interface WaitingEvent {
  id: number;
  kind: string;
  body: Readonly<Record<string, unknown>>;
  url: string;
  secret: string;
  /** The attempt that is about to be made, from 1. */
  attempts: number;
}

/**
 * Takes events that are due and gives each until `lease` to be sent: who dies meanwhile leaves
 * them to be sent again.
 */
export async function takeDueEvents(
  db: Database,
  now: Instant,
  lease: Instant,
  limit: number,
): Promise<WaitingEvent[]> {
  const { rows } = await sql<WaitingEvent>`
    update webhook_events set attempts = attempts + 1, due_at = ${lease}
    from webhooks
    where webhooks.id = webhook_events.webhook_id and webhook_events.id in (
      select due.id from webhook_events due join webhooks on webhooks.id = due.webhook_id
      where due.state = 'waiting' and due.due_at <= ${now} and webhooks.stopped_at is null
      order by due.due_at, due.id limit ${limit} for update of due skip locked
    )
    returning webhook_events.id, webhook_events.kind, webhook_events.body,
      webhooks.url, webhooks.secret, webhook_events.attempts`.execute(db);
  return rows.sort((a, b) => a.id - b.id);
}

export async function endEvent(db: Database, id: number, end: DeliveryEnd): Promise<void> {
  await sql`
    update webhook_events set state = ${end.state}, due_at = ${end.due}, sent_at = ${end.sentAt},
      error = ${end.error?.slice(0, MAX_ERROR) ?? null}
    where id = ${id}`.execute(db);
}
