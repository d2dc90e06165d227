import { Refusal } from '#base/refusal.ts';
import { parseUrl, type Url } from '#base/url.ts';
import { createGuard } from '#crawl/guard.ts';
import type { Contact } from '#domain/public-matter.ts';
import { isIP } from 'node:net';

/** Most characters of what a citizen writes. */
export const MOST_TEXT = 5000;
export const MOST_TITLE = 100;
const MOST_URL = 2000;
/** The length of words of forms that make a submission the same one. */
const ONCE = /^[\w.:-]{16,100}$/;

/** A text as it is kept: line ends as one, no control characters, neither empty nor too long. */
export function plainText(field: string, text: string, most: number): string {
  const plain = text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    // oxlint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
    .trim();
  if (plain === '') throw new Refusal('text-missing', { field });
  const length = [...plain].length;
  if (length > most) throw new Refusal('text-length', { field, most, length });
  return plain;
}

/**
 * The address of a public page as it is kept. A word without scheme is taken for an address, as
 * browsers do. Refuses `page-url-mistake` what is none, and hosts that are private or of one word.
 */
export function publicPage(typed: string, allowNet: readonly string[]): Url {
  const text = typed.trim();
  const url = parseUrl(/^[a-z][a-z\d+.-]*:/i.test(text) ? text : `http://${text}`);
  const refuse = () => new Refusal('page-url-mistake', { url: text.slice(0, 200) });
  if (url === null || url.length > MOST_URL) throw refuse();
  const { hostname, username, password } = new URL(url);
  const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  if (username !== '' || password !== '') throw refuse();
  const isName = isIP(host) === 0;
  if (isName && (!host.includes('.') || /\.(?:localhost|local|internal)$/.test(host))) {
    throw refuse();
  }
  if (!isName && !createGuard(allowNet).isAllowed(host)) throw refuse();
  return url;
}

/** Contact data as it is kept: null when none was given. */
export function checkedContact(contact: Contact | undefined): Contact | null {
  if (!contact) return null;
  const { name, phone, email } = trimmed(contact);
  if (name !== undefined && name.length > 50)
    throw new Refusal('contact-mistake', { field: '姓名' });
  if (phone !== undefined && !/^\+?[\d ()-]{5,20}$/.test(phone)) {
    throw new Refusal('contact-mistake', { field: '电话' });
  }
  if (email !== undefined && !/^[^\s@<>"',;]{1,64}@[^\s@<>"',;]{1,190}\.[a-z]{2,}$/i.test(email)) {
    throw new Refusal('contact-mistake', { field: '邮箱' });
  }
  return (name ?? phone ?? email) ? { name, phone, email } : null;
}

function trimmed(contact: Contact): Contact {
  const entries = Object.entries(contact).map(([name, value]) => [
    name,
    typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined,
  ]);
  return Object.fromEntries(entries) as Contact;
}

/** Refuses a word of a form that is too short to be one of a kind. */
export function checkedOnce(once: string | undefined): string | undefined {
  if (once !== undefined && !ONCE.test(once))
    throw new Refusal('request-malformed', { fields: 'once' });
  return once;
}
