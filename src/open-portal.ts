import { addressOf, networkOf } from '#api/address-of.ts';
import type { App } from '#api/listen.ts';
import { rateLimit } from '#api/rate-limit.ts';
import type { Settings } from '#domain/settings.ts';
import { buildPortal } from '#portal/app.ts';
import type { PortalContext } from '#portal/portal-context.ts';

// Wiring only: the settings are handed to the portal.

/** The portal, and where it stands. */
export interface Portal {
  app: App;
  /** `/public`, or nothing when it has a host of its own. */
  base: string;
  /** Where it is reached when it has a host of its own; null when it shares ours. */
  ownOrigin: string | null;
}

type Given = 'desk' | 'observe' | 'refused' | 'tell';

/** Opens the pages of the public as the settings have them; null: there are none. */
export function openPortal(settings: Settings, given: Pick<PortalContext, Given>): Portal | null {
  if (settings.portal === 0) return null;
  const ownOrigin = settings.portalOrigin?.replace(/\/+$/, '') ?? null;
  const base = ownOrigin === null ? '/public' : '';
  const { db, now } = given.desk;
  const nowMs = () => Date.parse(now());
  const app = buildPortal({
    ...given,
    db,
    now,
    submissionsAnHour: settings.submissionsAnHour,
    base,
    origin: ownOrigin ?? settings.origin.replace(/\/+$/, ''),
    name: settings.portalName,
    isSecure: settings.isSecure === 1,
    addressOf: (context) => networkOf(addressOf(context, settings.proxies)),
    limiter: (most, windowMs) => rateLimit(most, nowMs, windowMs),
  });
  return { app, base, ownOrigin };
}
