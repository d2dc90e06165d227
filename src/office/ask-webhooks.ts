import { reachOf } from '#domain/rights.ts';
import { listEvents, listWebhooks, type Webhook, type WebhookEvent } from '#store/webhooks.ts';
import type { Desk } from './desk.ts';
import { type Page, pageById } from './page-of.ts';
import { webhookAt } from './webhook-at.ts';

interface Paging {
  after?: number;
  limit: number;
}

export async function askWebhooks(desk: Desk, paging: Paging): Promise<Page<Webhook>> {
  const reach = reachOf(desk.actor, 'webhook.edit');
  return pageById(await listWebhooks(desk.db, reach, paging), paging.limit);
}

/** What a webhook was told, newest first, and how it went. */
export async function askWebhookEvents(
  desk: Desk,
  id: number,
  paging: Paging,
): Promise<Page<WebhookEvent>> {
  await webhookAt(desk, desk.db, id);
  return pageById(await listEvents(desk.db, id, paging), paging.limit);
}
