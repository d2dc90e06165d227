import { type Route } from '../route.ts';
import { channelRoutes } from './channels.ts';
import { registerFileRoutes } from './register-file.ts';
import { siteRoutes } from './sites.ts';
import { unitRoutes } from './units.ts';

/** The register: regions, units, sites, channels, and files of them. */
export const registerRoutes: readonly Route[] = [
  ...unitRoutes,
  ...siteRoutes,
  ...channelRoutes,
  ...registerFileRoutes,
];
