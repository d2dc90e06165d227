import { stopWebhook as stopInStore } from '#store/webhooks.ts';
import { type Desk, perform } from './desk.ts';
import { webhookAt } from './webhook-at.ts';

/** Stops a webhook for good; what it was told stays to be looked up. */
export async function stopWebhook(desk: Desk, id: number): Promise<void> {
  await perform(desk, async (act) => {
    const hook = await webhookAt(desk, act.tx, id);
    if (hook.stoppedAt !== null) return;
    await stopInStore(act.tx, id, act.at);
    await act.note({
      act: 'webhook.stop',
      thing: 'webhook',
      thingId: id,
      before: { url: hook.url },
    });
  });
}
