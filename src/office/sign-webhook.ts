import { createHmac } from 'node:crypto';
import type { Instant } from '#base/civil-date.ts';
import type { WaitingEvent } from '#store/deliveries.ts';
import type { WebhookPost } from './senders.ts';

/**
 * A request that its receiver can check: HMAC-SHA256 by the shared secret over the time, a full
 * stop and the body. The time keeps an old request from being played again, the event's number
 * tells one that comes twice.
 */
export function signWebhook(event: WaitingEvent, now: Instant): WebhookPost {
  const id = `evt_${event.id}`;
  const body = JSON.stringify({ id, ...event.body });
  const timestamp = String(Math.floor(Date.parse(now) / 1000));
  const signature = createHmac('sha256', event.secret).update(`${timestamp}.${body}`).digest('hex');
  return {
    url: event.url,
    body,
    headers: {
      'content-type': 'application/json',
      'xunwang-event': event.kind,
      'xunwang-delivery': id,
      'xunwang-timestamp': timestamp,
      'xunwang-signature': `sha256=${signature}`,
    },
  };
}
