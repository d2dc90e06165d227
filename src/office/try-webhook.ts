import { Refusal } from '#base/refusal.ts';
import { insertTestEvent } from '#store/webhooks.ts';
import { type Desk, perform } from './desk.ts';
import { webhookAt } from './webhook-at.ts';

/** Sends a webhook an event that says nothing, to see whether it arrives. */
export async function tryWebhook(desk: Desk, id: number): Promise<{ id: number }> {
  return await perform(desk, async (act) => {
    const hook = await webhookAt(desk, act.tx, id);
    if (hook.stoppedAt !== null) throw new Refusal('webhook-stopped');
    return { id: await insertTestEvent(act.tx, id, act.at) };
  });
}
