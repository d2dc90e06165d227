import { Refusal } from '#base/refusal.ts';
import { findBySubject, findUnboundByMail, bindSubject } from '#store/people.ts';
import { appendToLedger } from '#store/ledger.ts';
import type { Desk } from './desk.ts';
import type { Vouched } from './identity-provider.ts';
import { openSession, type SignedIn } from './sign-in.ts';

/**
 * Signs in who the provider vouches for. Somebody who never came that way is found once by a
 * verified mail that exactly one person has; nobody is made, for only an administrator does that.
 */
export async function signInVouched(
  { db, now }: Pick<Desk, 'db' | 'now'>,
  { subject, mail }: Vouched,
): Promise<SignedIn> {
  const known = await findBySubject(db, subject);
  const id = known ?? (await bound(mail));
  if (id === null) throw new Refusal('provider-stranger');
  return await openSession({ db, now }, id);

  async function bound(byMail: string | null): Promise<number | null> {
    if (byMail === null) return null;
    return await db.transaction().execute(async (tx) => {
      const found = await findUnboundByMail(tx, byMail);
      if (found === null || !(await bindSubject(tx, found, subject))) return null;
      const note = { act: 'person.provider', thing: 'person', thingId: found };
      const line = { ...note, before: null, after: null, reason: null };
      await appendToLedger(tx, line, now(), `person:${found}`);
      return found;
    });
  }
}
