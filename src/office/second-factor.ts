import { randomBytes } from 'node:crypto';
import { Refusal } from '#base/refusal.ts';
import { fromBase32, matchTotp, toBase32 } from '#domain/totp.ts';
import { findSecondFactor, updatePerson } from '#store/people.ts';
import { noteSecondFactor } from '#store/sessions.ts';
import { type Desk, perform } from './desk.ts';
import { tokenHash } from './sign-in.ts';

/** A secret for an authenticator app, as text and as the address that its camera reads. */
export interface NewSecondFactor {
  secret: string;
  uri: string;
}

/**
 * Makes a second factor for the person who asks. One that is there already is not replaced: an
 * administrator takes it away first, or a stolen session could make its own.
 */
export async function makeSecondFactor(desk: Desk): Promise<NewSecondFactor> {
  const id = personOf(desk);
  const secret = toBase32(randomBytes(20));
  await perform(desk, async (act) => {
    if ((await findSecondFactor(act.tx, id)) !== null) throw new Refusal('second-factor-there');
    await updatePerson(act.tx, id, { totp_secret: secret, totp_step: null });
    await act.note({ act: 'person.second-factor', thing: 'person', thingId: id });
  });
  const label = encodeURIComponent(`巡网:${desk.actor.name}`);
  return { secret, uri: `otpauth://totp/${label}?secret=${secret}&issuer=Xunwang` };
}

/** Takes a code: for a while acts that cannot be undone may be done in this session. */
export async function giveSecondFactor(desk: Desk, token: string, code: string): Promise<void> {
  const id = personOf(desk);
  await perform(desk, async (act) => {
    const kept = await findSecondFactor(act.tx, id);
    if (kept === null) throw new Refusal('second-factor-none');
    const step = matchTotp(fromBase32(kept.secret), code, Date.parse(act.at), kept.usedStep);
    if (step === null) throw new Refusal('second-factor-wrong');
    await updatePerson(act.tx, id, { totp_step: step });
    await noteSecondFactor(act.tx, tokenHash(token), act.at);
  });
}

function personOf({ actor }: Desk): number {
  if (actor.kind !== 'person') throw new Refusal('right-missing', { right: 'second-factor' });
  return actor.id;
}
