import type { Instant } from '#base/civil-date.ts';
import { deliverAt, retryAt } from '#domain/deliver-at.ts';
import { noticeUrgency } from '#domain/notice.ts';
import {
  type DeliveryEnd,
  endEvent,
  endMails,
  lockDueMails,
  postponeMails,
  takeDueEvents,
  type WaitingMail,
} from '#store/deliveries.ts';
import { composeMail } from './compose-mail.ts';
import type { Desk } from './desk.ts';
import type { Handed, Senders } from './senders.ts';
import { signWebhook } from './sign-webhook.ts';

/** Taken at once; what is left is taken by the next call. */
const MAX_MAILS = 500;
const MAX_EVENTS = 100;
const EVENTS_AT_ONCE = 8;
/** Who took something and did not come back within this is taken for dead. */
const LEASE_MS = 10 * 60_000;

/** What a round of deliveries came to. */
export interface Delivered {
  mails: number;
  events: number;
  failed: number;
  /** Mails that wait for the morning or the working day. */
  postponed: number;
}

/**
 * Sends what is due: each person one mail with all that waits, each webhook its events. Whatever
 * was taken and not sent, because this process died, is taken again later: a message is sent at
 * least once, and carries a number that tells a second one.
 */
export async function deliverDue(desk: Desk, senders: Senders): Promise<Delivered> {
  const sum: Delivered = { mails: 0, events: 0, failed: 0, postponed: 0 };
  await deliverMails(desk, senders, sum);
  await deliverEvents(desk, senders, sum);
  return sum;
}

async function deliverMails(desk: Desk, senders: Senders, sum: Delivered): Promise<void> {
  const { mail: send, origin } = senders;
  if (send === null) return;
  const taken = await takeDueMails(desk, senders);
  sum.postponed += taken.postponed;
  for (const [to, mails] of byReceiver(taken.due)) {
    const handed: Handed =
      to === '' ? given('the person has no address') : await send(composeMail(to, mails, origin));
    const attempts = Math.max(...mails.map((one) => one.attempts)) + 1;
    const ids = mails.map(({ id }) => id);
    const end = endOf(handed, attempts, desk.now());
    await endMails(desk.db, ids, end);
    if (end.state === 'sent') sum.mails++;
    else sum.failed++;
  }
}

/** Takes mails that may go out now, and puts the others off until they may. */
async function takeDueMails(
  desk: Desk,
  { isWorkingDay }: Senders,
): Promise<{ due: WaitingMail[]; postponed: number }> {
  const now = desk.now();
  return await desk.db.transaction().execute(async (tx) => {
    const waiting = await lockDueMails(tx, now, MAX_MAILS);
    const later = new Map<Instant, number[]>();
    const due: WaitingMail[] = [];
    for (const mail of waiting) {
      // A retry follows its own clock, but keeps the quiet hours.
      const since = mail.attempts === 0 ? mail.createdAt : now;
      const urgency = noticeUrgency[mail.kind];
      const isDigest = mail.choice === 'digest' && urgency !== 'at-once' && mail.attempts === 0;
      const usual = mail.attempts > 0 && urgency === 'digest' ? 'soon' : urgency;
      const at = deliverAt(isDigest ? 'digest' : usual, since, isWorkingDay);
      if (at <= now) due.push(mail);
      else later.set(at, [...(later.get(at) ?? []), mail.id]);
    }
    for (const [at, ids] of later) await postponeMails(tx, ids, at, false);
    const lease = new Date(Date.parse(now) + LEASE_MS).toISOString();
    await postponeMails(
      tx,
      due.map(({ id }) => id),
      lease,
      true,
    );
    return { due, postponed: waiting.length - due.length };
  });
}

function byReceiver(mails: readonly WaitingMail[]): Map<string, WaitingMail[]> {
  const groups = new Map<string, WaitingMail[]>();
  for (const mail of mails) {
    const to = mail.mail ?? '';
    groups.set(to, [...(groups.get(to) ?? []), mail]);
  }
  return groups;
}

async function deliverEvents(desk: Desk, senders: Senders, sum: Delivered): Promise<void> {
  const now = desk.now();
  const lease = new Date(Date.parse(now) + LEASE_MS).toISOString();
  const events = await takeDueEvents(desk.db, now, lease, MAX_EVENTS);
  const next = events.values();
  const worker = async () => {
    for (const event of next) {
      const handed = await senders.webhook(signWebhook(event, desk.now()));
      const end = endOf(handed, event.attempts, desk.now());
      await endEvent(desk.db, event.id, end);
      if (end.state === 'sent') sum.events++;
      else sum.failed++;
    }
  };
  await Promise.all(Array.from({ length: EVENTS_AT_ONCE }, worker));
}

function endOf(handed: Handed, attempts: number, now: Instant): DeliveryEnd {
  if (handed.kind === 'sent') return { state: 'sent', due: now, sentAt: now, error: null };
  const due = handed.isFinal ? null : retryAt(now, attempts);
  const state = due === null ? 'failed' : 'waiting';
  return { state, due: due ?? now, sentAt: null, error: handed.why };
}

function given(why: string): Handed {
  return { kind: 'failed', why, isFinal: true };
}
