import type { Answer } from '../../api/ask.ts';

/** A site with its domains and history, as the register answers it. */
export type SiteSheet = Answer<'GET /sites/{site}'>;
