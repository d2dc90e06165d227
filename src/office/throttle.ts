import type { Instant } from '#base/civil-date.ts';
import { Refusal } from '#base/refusal.ts';
import type { Database } from '#store/database/database.ts';
import {
  countBadAttempts,
  deleteAttempt,
  insertAttempt,
  noteGoodAttempt,
} from '#store/sessions.ts';

/** Bad tries within the window, after which no more are looked at. */
const WINDOW_MS = 15 * 60_000;
const MOST_OF_LOGIN = 10;
const MOST_FROM_ADDRESS = 50;

/** Whose secret is tried, and from where. */
export interface Tried {
  login: string;
  address: string;
}

/**
 * Lets somebody try a secret, unless too many tries went wrong of late. The try is written down
 * as a bad one before it is looked at, or many at once would all count as the first; one that is
 * not looked at counts for nothing, or the door would stay closed for as long as somebody knocks.
 */
export async function throttled(
  { db, now }: { db: Database; now(): Instant },
  { login, address }: Tried,
  isRight: () => Promise<boolean>,
): Promise<boolean> {
  const at = now();
  const since = new Date(Date.parse(at) - WINDOW_MS).toISOString();
  const attempt = await insertAttempt(db, { login, address, at });
  const bad = await countBadAttempts(db, { login, address, since });
  if (bad.ofLogin > MOST_OF_LOGIN || bad.fromAddress > MOST_FROM_ADDRESS) {
    await deleteAttempt(db, attempt);
    throw new Refusal('sign-in-throttled', { minutes: WINDOW_MS / 60_000 });
  }
  const isGood = await isRight();
  if (isGood) await noteGoodAttempt(db, attempt);
  return isGood;
}
