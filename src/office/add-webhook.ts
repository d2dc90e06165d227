import { randomBytes } from 'node:crypto';
import { Refusal } from '#base/refusal.ts';
import { parseUrl } from '#base/url.ts';
import type { NoticeKind } from '#domain/notice.ts';
import { personId } from '#domain/person.ts';
import { findRegion } from '#store/regions.ts';
import { insertWebhook } from '#store/webhooks.ts';
import { type Desk, perform, requireRight } from './desk.ts';

export interface NewWebhook {
  /** It hears of what lies in this region and below. */
  regionId: number;
  url: string;
  kinds: readonly (NoticeKind | '*')[];
}

const SECRET_BYTES = 32;
const MAX_URL = 500;

/** Makes a webhook. Its secret is answered this once. */
export async function addWebhook(
  desk: Desk,
  { regionId, url: text, kinds }: NewWebhook,
): Promise<{ id: number; secret: string }> {
  const url = parseUrl(text);
  if (url === null || url.length > MAX_URL || new URL(url).username !== '') {
    throw new Refusal('webhook-address', { url: text.slice(0, 100) });
  }
  return await perform(desk, async (act) => {
    const region = await findRegion(act.tx, regionId);
    if (!region) throw new Refusal('not-found', { thing: 'region', id: regionId });
    requireRight(desk, 'webhook.edit', { region: region.path, unit: null });
    const secret = `whsec_${randomBytes(SECRET_BYTES).toString('base64url')}`;
    const hook = { regionId, url, secret, kinds, createdBy: personId(act.actor) };
    const id = await insertWebhook(act.tx, hook, act.at);
    const after = { regionId, url, kinds };
    await act.note({ act: 'webhook.add', thing: 'webhook', thingId: id, after });
    return { id, secret };
  });
}
