import { join } from 'node:path';
import { Refusal } from '#base/refusal.ts';
import type { Settings } from '#domain/settings.ts';
import { keyFile } from '#store/key-file.ts';
import type { PublicSide } from './desk.ts';

const KEY_BYTES = 32;

/** What matters of the public need, from the settings; the key from the data folder otherwise. */
export function publicSideOf({
  contactKey,
  contactDays,
  data,
  errorReportClock,
}: Pick<Settings, 'contactKey' | 'contactDays' | 'data' | 'errorReportClock'>): PublicSide {
  const secret = Buffer.from(contactKey ?? keyFile(join(data, 'contact.key')), 'base64');
  if (secret.length !== KEY_BYTES) throw new Refusal('contact-key-mistake');
  return { secret, errorReportClock, contactDays };
}
