import { sql } from 'kysely';
import type { Instant } from '#base/civil-date.ts';
import type { Reach } from '#domain/rights.ts';
import type { Database, Tx } from './database/database.ts';
import { toJson } from './json-column.ts';

/** An address that is told of events in a region and below. Its secret is never shown again. */
export interface Webhook {
  id: number;
  regionId: number;
  regionPath: string;
  url: string;
  /** Kinds of notices; `*` for all. */
  kinds: string[];
  createdAt: Instant;
  stoppedAt: Instant | null;
}

export async function insertWebhook(
  tx: Tx,
  hook: {
    regionId: number;
    url: string;
    secret: string;
    kinds: readonly string[];
    createdBy: number | null;
  },
  at: Instant,
): Promise<number> {
  const { id } = await tx
    .insertInto('webhooks')
    .values({
      region_id: hook.regionId,
      url: hook.url,
      secret: hook.secret,
      kinds: [...hook.kinds],
      created_by: hook.createdBy,
      created_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function findWebhook(db: Database, id: number): Promise<Webhook | null> {
  return (await webhooks(db).where('webhooks.id', '=', id).executeTakeFirst()) ?? null;
}

export async function listWebhooks(
  db: Database,
  reach: Reach | null,
  { after, limit }: { after?: number; limit: number },
): Promise<Webhook[]> {
  let query = webhooks(db);
  if (reach !== null) {
    query = query.where((eb) =>
      eb.or(reach.regions.map((path) => sql<boolean>`regions.path like ${`${path}%`}`)),
    );
  }
  if (after !== undefined) query = query.where('webhooks.id', '>', after);
  return await query.orderBy('webhooks.id').limit(limit).execute();
}

/** Stops a webhook: nothing more is made for it, and nothing that waits is sent. */
export async function stopWebhook(tx: Tx, id: number, at: Instant): Promise<void> {
  await tx
    .updateTable('webhooks')
    .set({ stopped_at: at })
    .where('id', '=', id)
    .where('stopped_at', 'is', null)
    .execute();
}

/** Makes an event for each webhook that listens to a kind there, once a subject. */
export async function insertEvents(
  tx: Tx,
  event: { kind: string; subject: string; body: unknown; regionPath: string },
  at: Instant,
): Promise<void> {
  await sql`
    insert into webhook_events (webhook_id, kind, subject, body, due_at)
    select webhooks.id, ${event.kind}, ${event.subject}, ${toJson(event.body)}::jsonb, ${at}
    from webhooks join regions on regions.id = webhooks.region_id
    where webhooks.stopped_at is null
      and ${event.regionPath}::text like regions.path || '%'
      and (${event.kind} = any(webhooks.kinds) or '*' = any(webhooks.kinds))
    on conflict (webhook_id, kind, subject) do nothing`.execute(tx);
}

/** An event for one webhook alone: somebody wants to see whether it arrives. */
export async function insertTestEvent(tx: Tx, webhookId: number, at: Instant): Promise<number> {
  const { id } = await tx
    .insertInto('webhook_events')
    .values({
      webhook_id: webhookId,
      kind: 'webhook-test',
      subject: at,
      body: toJson({ kind: 'webhook-test', at }),
      due_at: at,
    })
    .onConflict((conflict) =>
      conflict.columns(['webhook_id', 'kind', 'subject']).doUpdateSet({ due_at: at }),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** What was sent to a webhook and how it went. */
export interface WebhookEvent {
  id: number;
  kind: string;
  state: 'waiting' | 'sent' | 'failed';
  attempts: number;
  dueAt: Instant;
  sentAt: Instant | null;
  error: string | null;
}

export async function listEvents(
  db: Database,
  webhookId: number,
  { after, limit }: { after?: number; limit: number },
): Promise<WebhookEvent[]> {
  let query = db
    .selectFrom('webhook_events')
    .select(['id', 'kind', 'state', 'attempts', 'due_at as dueAt', 'sent_at as sentAt', 'error'])
    .where('webhook_id', '=', webhookId);
  if (after !== undefined) query = query.where('id', '<', after);
  return await query.orderBy('id', 'desc').limit(limit).execute();
}

function webhooks(db: Database) {
  return db
    .selectFrom('webhooks')
    .innerJoin('regions', 'regions.id', 'webhooks.region_id')
    .select([
      'webhooks.id',
      'webhooks.region_id as regionId',
      'regions.path as regionPath',
      'webhooks.url',
      'webhooks.kinds',
      'webhooks.created_at as createdAt',
      'webhooks.stopped_at as stoppedAt',
    ]);
}
