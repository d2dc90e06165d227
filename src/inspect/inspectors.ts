import { availability } from './availability.ts';
import { blankChannels } from './blank-channels.ts';
import { dateSuspicious } from './date-suspicious.ts';
import { deadLinks } from './dead-links.ts';
import { footer } from './footer.ts';
import { freshness } from './freshness.ts';
import { homepage } from './homepage.ts';
import type { Inspector } from './inspector.ts';
import { interaction } from './interaction.ts';
import { linkInsecure } from './link-insecure.ts';
import { services } from './services.ts';

/**
 * All inspectors. Adding one: a file of its own with its row, a line here, its kinds in
 * `domain/finding.ts`, table tests beside it.
 */
export const inspectors: readonly Inspector[] = [
  availability,
  homepage,
  freshness,
  blankChannels,
  deadLinks,
  interaction,
  services,
  footer,
  dateSuspicious,
  linkInsecure,
];
