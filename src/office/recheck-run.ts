import { chinaDate } from '#base/civil-date.ts';
import { ENGINE } from '#base/engine.ts';
import type { Finding } from '#domain/finding.ts';
import type { RecheckOutcome } from '#domain/order.ts';
import type { SiteResult } from '#domain/result.ts';
import type { RunSettings } from '#domain/run-settings.ts';
import type { Site } from '#domain/site.ts';
import { RUN_SCHEMA } from '#store/run-folder.ts';
import { campaignAt } from './campaign-at.ts';
import { channelRulings } from './channel-rulings.ts';
import type { Desk } from './desk.ts';

/** The settings of a run that looks again at what a campaign found: its own, as of today. */
export async function recheckSettings(
  desk: Desk,
  campaignId: number,
  sites: Site[],
): Promise<RunSettings> {
  const { rubric, settings } = await campaignAt(desk.db, campaignId);
  return {
    schema: RUN_SCHEMA,
    engine: ENGINE,
    asOf: chinaDate(desk.now()),
    rubric,
    sites,
    recheck: settings.recheck,
    limits: settings.limits,
    robots: settings.robots,
    browser: settings.browser,
    pictures: settings.pictures,
    ...(settings.contact === null ? {} : { contact: settings.contact }),
    allowNet: settings.allowNet,
    ...(await channelRulings(desk, sites)),
    startedAt: desk.now(),
    language: 'zh',
  };
}

/**
 * Gone means: the site could be measured as a whole, and the finding is not there or was cleared.
 * Where much could not be looked at, a finding may only be out of sight.
 */
export function outcomeOf(
  site: SiteResult | undefined,
  found: Finding | undefined,
): RecheckOutcome {
  if (found?.state === 'confirmed') return 'failed';
  if (found?.state === 'dropped') return 'passed';
  const isMeasured = site?.gaps.every(({ why }) => why === 'points-unknown') ?? false;
  return isMeasured && !found ? 'passed' : 'unmeasured';
}
