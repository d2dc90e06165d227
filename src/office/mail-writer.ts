import { createHmac, hkdfSync } from 'node:crypto';
import type { MailAbout, MatterEvent, MatterThing } from '#domain/public-matter.ts';
import { countMailTag, insertMatterMail } from '#store/matter-mails.ts';
import type { Act } from './desk.ts';

const DAY_MS = 86_400_000;
/** Matters that may name one address within a day and be confirmed to it. Ours. */
const MOST_A_DAY = 5;

/** What a writer who left an address is mailed of. */
const aboutOf: Partial<Record<MatterEvent, MailAbout>> = {
  submitted: 'received',
  asked: 'asked',
  published: 'answered',
  withheld: 'answered',
  closed: 'answered',
  refused: 'answered',
};

/** Puts a mail to the writer in line, within the act that it tells of: so it is told once. */
export async function mailWriter(
  act: Act,
  event: { id: number; thing: MatterThing; thingId: number; what: MatterEvent; isOpen: boolean },
): Promise<void> {
  const about = aboutOf[event.what];
  if (about === undefined || !event.isOpen) return;
  const { id, thing, thingId } = event;
  await insertMatterMail(act.tx, { thing, thingId, event: id, about, at: act.at });
}

/**
 * By what mails to one address are counted, since the address itself is sealed. Null where it was
 * named so often that somebody may be flooding it: its writers have their receipts all the same.
 */
export async function mailTagFor(
  act: Act,
  email: string | undefined,
  secret: Uint8Array,
): Promise<string | null> {
  if (email === undefined) return null;
  const key = new Uint8Array(hkdfSync('sha256', secret, new Uint8Array(), 'xunwang mail tag', 32));
  const tag = createHmac('sha256', key).update(email.toLowerCase()).digest('base64url');
  const since = new Date(Date.parse(act.at) - DAY_MS).toISOString();
  return (await countMailTag(act.tx, tag, since)) < MOST_A_DAY ? tag : null;
}
