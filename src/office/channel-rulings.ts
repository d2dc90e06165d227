import type { RunSettings } from '#domain/run-settings.ts';
import type { Site } from '#domain/site.ts';
import { listRulings } from '#store/channels.ts';
import type { Desk } from './desk.ts';

/**
 * What persons said of the channels of sites, as settings of a run that is about to begin: kept
 * with it, so that a replay judges by what was known then. Nothing where nobody said anything.
 */
export async function channelRulings(
  { db }: Pick<Desk, 'db'>,
  sites: readonly Site[],
): Promise<Pick<RunSettings, 'channels'>> {
  const found = await listRulings(
    db,
    sites.map(({ key }) => key),
  );
  return found.size === 0 ? {} : { channels: Object.fromEntries(found) };
}
