import { createHmac, timingSafeEqual } from 'node:crypto';
import { Refusal } from '#base/refusal.ts';
import { requirePublicSide } from '#office/desk.ts';
import type { Call } from './portal-context.ts';
import { plainLink } from './view.ts';

// Pictures are fetched by an address of their own. It says until when, and that we gave it out; who
// guesses, or comes later, finds nothing. The receipt itself never stands in an address.

const LASTS_MS = 3_600_000;

/** The address of a picture for the next hour. */
export function signedLink(call: Call, path: string): string {
  const until = String(Date.parse(call.portal.now()) + LASTS_MS);
  return plainLink(call.view, `${path}?until=${until}&sign=${signOf(call, path, until)}`);
}

/** Refuses an address that we did not give out, or whose time is over. */
export function requireSigned(call: Call, path: string): void {
  const { until = '', sign = '' } = call.http.req.query();
  const [given, ours] = [Buffer.from(sign), Buffer.from(signOf(call, path, until))];
  const isOurs = given.length === ours.length && timingSafeEqual(given, ours);
  if (isOurs && Number(until) > Date.parse(call.portal.now())) return;
  throw new Refusal('not-found', { thing: 'picture', id: '' });
}

function signOf({ portal }: Call, path: string, until: string): string {
  const { secret } = requirePublicSide(portal.desk);
  return createHmac('sha256', secret).update(`picture:${path}:${until}`).digest('base64url');
}
