import { isWorkingDay } from '#base/working-days.ts';
import { Refusal } from '#base/refusal.ts';
import type { Settings } from '#domain/settings.ts';
import type { Database } from '#store/database/database.ts';
import { calendarNow } from './calendar-now.ts';
import type { SmtpSettings } from './mail-sender.ts';
import { openSenders } from './open-senders.ts';

const PORTS: Readonly<Record<string, number>> = { 'smtp:': 587, 'smtps:': 465 };
const ON_THIS_MACHINE = /^(?:localhost|127\.|\[::1\])/;

/** The ways out for messages, as the settings have them. The caller closes them. */
export async function sendersOf(settings: Settings, db: Database, allowNet: readonly string[]) {
  const calendar = await calendarNow(db);
  return openSenders({
    smtp: settings.smtp === null ? null : smtpOf(settings.smtp, settings.mailFrom),
    allowNet,
    origin: settings.origin,
    portal: portalOf(settings),
    isWorkingDay: (day) => isWorkingDay(calendar, day),
  });
}

/** Where citizens reach their pages: a host of its own, or below the service's. */
function portalOf({ portal, portalOrigin, origin }: Settings): string | null {
  if (portal === 0) return null;
  return portalOrigin ?? `${origin.replace(/\/+$/, '')}/public`;
}

function smtpOf(address: string, from: string): SmtpSettings {
  const url = URL.parse(address);
  const port = PORTS[url?.protocol ?? ''];
  if (!url || port === undefined || url.hostname === '') throw new Refusal('smtp-malformed');
  const { hostname: host, protocol, username, password } = url;
  return {
    host,
    port: url.port === '' ? port : Number(url.port),
    isSecure: protocol === 'smtps:',
    requireTls: !ON_THIS_MACHINE.test(host),
    user: username === '' ? null : decodeURIComponent(username),
    password: password === '' ? null : decodeURIComponent(password),
    from,
  };
}
