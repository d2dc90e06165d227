import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

// A form carries a word of ours: when it was made, and a number that is used once. It needs no
// cookie and no memory, and proves that whoever sends the form was shown it before.

/** What is known of a form that was sent. */
export interface SentForm {
  /** Made anew for each form that is shown. */
  once: string;
  ageMs: number;
}

const MAC_LETTERS = 22;

/** The word for a form that is shown now. */
export function formToken(secret: string, nowMs: number): string {
  const told = `${nowMs.toString(36)}.${randomBytes(12).toString('base64url')}`;
  return `${told}.${macOf(secret, told)}`;
}

/** What a word says; null when it is not one of ours. */
export function readFormToken(secret: string, token: string, nowMs: number): SentForm | null {
  const [time = '', once = '', mac = ''] = token.split('.');
  const told = `${time}.${once}`;
  const [given, ours] = [Buffer.from(mac), Buffer.from(macOf(secret, told))];
  const isOurs = given.length === ours.length && timingSafeEqual(given, ours);
  if (token.length > 100 || !isOurs) return null;
  return { once, ageMs: nowMs - Number.parseInt(time, 36) };
}

function macOf(secret: string, told: string): string {
  const mac = createHmac('sha256', secret).update(`form:${told}`).digest('base64url');
  return mac.slice(0, MAC_LETTERS);
}
