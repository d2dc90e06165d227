import { present } from '#base/assert.ts';
import { sha256 } from '#base/hash.ts';
import { Refusal } from '#base/refusal.ts';
import { computeDeadline, type Deadline } from '#domain/deadline.ts';
import type { InquiryLife } from '#domain/inquiry-life.ts';
import type { Contact, MatterThing, Submitted } from '#domain/public-matter.ts';
import type { ReportLife } from '#domain/report-life.ts';
import { suspicionsOf } from '#publish/suspicion.ts';
import type { MatterOrigin } from '#store/error-reports.ts';
import { findReportByReceipt } from '#store/error-reports.ts';
import { findInquiryByReceipt } from '#store/inquiries.ts';
import { insertContact } from '#store/matter-contacts.ts';
import { insertEvent } from '#store/matter-events.ts';
import { saveMatterClock } from '#store/matter-lives.ts';
import { countSameText } from '#store/matter-origins.ts';
import { calendarNow } from './calendar-now.ts';
import { type Act, type Desk, requirePublicSide } from './desk.ts';
import { checkedContact, checkedOnce } from './matter-input.ts';
import { mailTagFor, mailWriter } from './mail-writer.ts';
import { matterWords } from './matter-words.ts';
import { newReceipt, type Receipt } from './receipt.ts';
import { sealContact } from './seal-contact.ts';
import { ledgerState } from './step-matter.ts';

/** Where a matter came in by, how its writer may be reached, and which form it was. */
export interface Sender {
  contact?: Contact | undefined;
  once?: string | undefined;
  via?: MatterOrigin['via'];
}

const HOUR_MS = 3_600_000;
const MOST_SAME_TEXT = 3;

/** Checks how a matter comes in, before anything is done. */
export function checkedSender(desk: Desk, sender: Sender) {
  const contact = checkedContact(sender.contact);
  const once = checkedOnce(sender.once);
  if (contact !== null || once !== undefined) requirePublicSide(desk);
  const receipt = newReceipt(
    once === undefined ? undefined : { secret: requirePublicSide(desk).secret, once },
  );
  return { contact, receipt, via: sender.via ?? 'portal' };
}

export type CheckedSender = ReturnType<typeof checkedSender>;

/** What is stored of where a matter came from. The same text three times an hour is enough. */
export async function originOf(
  act: Act,
  { thing, text, regionId }: { thing: MatterThing; text: string; regionId: number },
  { receipt, via }: CheckedSender,
): Promise<MatterOrigin> {
  const textHash = sha256(text.replace(/\s+/g, ''));
  const since = new Date(Date.parse(act.at) - HOUR_MS).toISOString();
  const count = await countSameText(act.tx, thing, textHash, since);
  if (count >= MOST_SAME_TEXT) throw new Refusal('same-text-often', { count });
  const suspicion = suspicionsOf(text, matterWords());
  return { receiptHash: receipt.hash, regionId, textHash, suspicion, via, at: act.at };
}

/** Completes a matter that was just put in: clock, history, contact data, ledger. */
export async function recordNewMatter(
  act: Act,
  desk: Desk,
  { id, life, text }: { id: number; life: ReportLife | InquiryLife; text: string },
  { contact, receipt }: CheckedSender,
): Promise<Submitted> {
  const { thing } = life;
  const deadline = computeDeadline(life.clock, await calendarNow(act.tx));
  await saveMatterClock(act.tx, life, id, deadline);
  const event = await insertEvent(act.tx, {
    thing,
    thingId: id,
    at: act.at,
    what: 'submitted',
    state: life.state,
    life,
    personId: null,
    unitId: life.unit,
    text,
    isOpen: true,
  });
  if (contact !== null) {
    const { secret } = requirePublicSide(desk);
    const mailTag = await mailTagFor(act, contact.email, secret);
    const sealed = sealContact(contact, secret);
    await insertContact(act.tx, { thing, thingId: id, sealed, mailTag, at: act.at });
  }
  await mailWriter(act, { id: event, thing, thingId: id, what: 'submitted', isOpen: true });
  const { dueAt } = deadline;
  const clock = deadline.clock.id;
  const after = { ...ledgerState(life), textHash: sha256(text), clock, dueAt, event };
  await act.note({ act: `${thing}.submitted`, thing, thingId: id, after });
  return submitted(receipt, deadline);
}

export function submitted(receipt: Receipt, deadline: Deadline): Submitted {
  return { receipt: receipt.text, dueAt: deadline.dueAt, computation: deadline };
}

/** The report that the same form made before. */
export async function reportOfForm(act: Act, { hash }: Receipt) {
  return present(await findReportByReceipt(act.tx, hash), 'the report of a form sent twice');
}

export async function inquiryOfForm(act: Act, { hash }: Receipt) {
  return present(await findInquiryByReceipt(act.tx, hash), 'the inquiry of a form sent twice');
}
