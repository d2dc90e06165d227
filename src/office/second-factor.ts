import { randomBytes } from 'node:crypto';
import { Refusal } from '#base/refusal.ts';
import { fromBase32, matchTotp, toBase32 } from '#domain/totp.ts';
import { findSecondFactor, updatePerson, useTotpStep } from '#store/people.ts';
import { noteSecondFactor } from '#store/sessions.ts';
import { type Desk, perform } from './desk.ts';
import { tokenHash } from './sign-in.ts';
import { throttled } from './throttle.ts';

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

/**
 * Takes a code: for a while acts that cannot be undone may be done in this session. Codes are
 * short, so guessing them is stopped like guessing a password.
 */
export async function giveSecondFactor(
  desk: Desk,
  { token, code, address }: { token: string; code: string; address: string },
): Promise<void> {
  const id = personOf(desk);
  const isRight = await throttled(desk, { login: `code of ${id}`, address }, async () =>
    isCodeOf(desk, { id, token, code }),
  );
  if (!isRight) throw new Refusal('second-factor-wrong');
}

/** Whether it is a code of now that was not used; then it is used up. */
async function isCodeOf(
  desk: Desk,
  { id, token, code }: { id: number; token: string; code: string },
): Promise<boolean> {
  return await perform(desk, async (act) => {
    const nowMs = Date.parse(desk.worldNow?.() ?? act.at);
    const kept = await findSecondFactor(act.tx, id);
    if (kept === null) throw new Refusal('second-factor-none');
    const step = matchTotp(fromBase32(kept.secret), code, nowMs, kept.usedStep);
    if (step === null) return false;
    if (!(await useTotpStep(act.tx, id, step))) return false;
    await noteSecondFactor(act.tx, tokenHash(token), act.at);
    return true;
  });
}

function personOf({ actor }: Desk): number {
  if (actor.kind !== 'person') throw new Refusal('right-missing', { right: 'second-factor' });
  return actor.id;
}
