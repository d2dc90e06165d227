import { Refusal } from '#base/refusal.ts';
import { may } from '#domain/rights.ts';
import type { Database } from '#store/database/database.ts';
import { findWebhook, type Webhook } from '#store/webhooks.ts';
import type { Desk } from './desk.ts';

/** A webhook for who may see to it; for anybody else it is not there. */
export async function webhookAt(
  { actor }: Pick<Desk, 'actor'>,
  db: Database,
  id: number,
): Promise<Webhook> {
  const hook = await findWebhook(db, id);
  const place = { region: hook?.regionPath ?? '', unit: null };
  if (!hook || !may(actor, 'webhook.edit', place)) {
    throw new Refusal('not-found', { thing: 'webhook', id });
  }
  return hook;
}
