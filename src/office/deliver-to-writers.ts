import type { Instant } from '#base/civil-date.ts';
import { deliverAt, retryAt } from '#domain/deliver-at.ts';
import { type DeliveryEnd } from '#store/deliveries.ts';
import {
  endMatterMail,
  insertMailKey,
  postponeMatterMail,
  takeMatterMails,
  type WaitingMatterMail,
} from '#store/matter-mails.ts';
import { composeToWriter } from './compose-to-writer.ts';
import { type Desk, requirePublicSide } from './desk.ts';
import { newReceipt } from './receipt.ts';
import { openContact } from './seal-contact.ts';
import type { Handed, Senders } from './senders.ts';

/** Taken at once; what is left is taken by the next call. */
const MAX_MAILS = 200;
/** Who took a mail and did not come back within this is taken for dead. */
const LEASE_MS = 10 * 60_000;
const DAY_MS = 86_400_000;
/** Days for which the link of a mail opens its matter: as long as it may be reopened. Ours. */
export const LINK_DAYS = 10;

/**
 * Sends what citizens wait for: that their matter is in, that the unit asks, that it is answered.
 * The address is opened for the moment of sending and kept nowhere. The link carries a key of its
 * own, made anew at each attempt, that ends after ten days; the receipt is in no mail.
 */
export async function deliverToWriters(
  desk: Desk,
  senders: Senders,
): Promise<{ sent: number; failed: number; postponed: number }> {
  const sum = { sent: 0, failed: 0, postponed: 0 };
  if (senders.mail === null || senders.portal === null) return sum;
  const now = desk.now();
  const lease = later(now, LEASE_MS);
  for (const mail of await takeMatterMails(desk.db, now, lease, MAX_MAILS)) {
    const from = mail.about === 'received' ? 'at-once' : 'soon';
    const at = deliverAt(from, mail.attempts === 1 ? mail.madeAt : now, senders.isWorkingDay);
    if (at > now) {
      await postponeMatterMail(desk.db, mail.id, at);
      sum.postponed++;
      continue;
    }
    const end = endOf(await send(desk, senders, mail), mail.attempts, desk.now());
    await endMatterMail(desk.db, mail.id, end);
    if (end.state === 'sent') sum.sent++;
    else sum.failed++;
  }
  return sum;
}

async function send(desk: Desk, senders: Senders, mail: WaitingMatterMail): Promise<Handed> {
  const { mail: hand, portal } = senders;
  const { secret } = requirePublicSide(desk);
  const to = mail.sealed === null ? undefined : openContact(mail.sealed, secret).email;
  if (to === undefined || hand === null || portal === null) {
    return { kind: 'failed', why: 'the contact data is erased', isFinal: true };
  }
  const now = desk.now();
  const until = later(now, LINK_DAYS * DAY_MS);
  const { text: key, hash } = newReceipt();
  const { thing, thingId } = mail;
  await insertMailKey(desk.db, { hash, thing, thingId, until }, now);
  return await hand(composeToWriter(to, mail, { link: `${portal}/mail/${key}`, until }));
}

function later(at: Instant, ms: number): Instant {
  return new Date(Date.parse(at) + ms).toISOString();
}

function endOf(handed: Handed, attempts: number, now: Instant): DeliveryEnd {
  if (handed.kind === 'sent') return { state: 'sent', due: now, sentAt: now, error: null };
  const due = handed.isFinal ? null : retryAt(now, attempts);
  const state = due === null ? 'failed' : 'waiting';
  return { state, due: due ?? now, sentAt: null, error: handed.why };
}
