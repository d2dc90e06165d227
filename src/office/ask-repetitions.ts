import { findRepetitions } from '#domain/repetitions.ts';
import { reachOf } from '#domain/rights.ts';
import type { Bilingual } from '#domain/rubric.ts';
import { listRounds } from '#store/charges.ts';
import { listCards } from '#store/campaign-cards.ts';
import { visibleCampaign } from './ask-campaigns.ts';
import { campaignRubric } from './campaign-rubric.ts';
import type { Desk } from './desk.ts';

/** A line that a round charges to a site as the round before did. */
export interface RepeatOffence {
  siteId: number;
  unit: string;
  indicator: string;
  title: Bilingual;
  /** The first of the unbroken rounds, in words. */
  since: string;
}

/** More sites than this are no list that a person reads. */
const MOST_SITES = 20_000;

/**
 * Who was charged again with what the round before charged (office, section 4): sites that may be
 * seen, each line with since when. Empty before publication: rounds are what was published.
 */
export async function askRepetitions(desk: Desk, campaignId: number): Promise<RepeatOffence[]> {
  const campaign = await visibleCampaign(desk, campaignId);
  const rounds = await listRounds(desk.db, campaignId);
  if (rounds.at(-1)?.campaignId !== campaignId) return [];
  const rubric = campaignRubric(campaign);
  const titles = new Map(
    [...rubric.vetoes, ...rubric.deductions].map(({ id, title }) => [id, title]),
  );
  const reach = reachOf(desk.actor, 'campaign.read');
  const cards = await listCards(desk.db, reach, campaignId, { limit: MOST_SITES });
  const units = new Map(cards.map(({ siteId, site }) => [siteId, site.unit]));
  return findRepetitions(rounds).flatMap(({ siteId, indicator, since }) => {
    const unit = units.get(siteId);
    const title = titles.get(indicator) ?? { zh: indicator, en: indicator };
    return unit === undefined ? [] : [{ siteId, unit, indicator, title, since }];
  });
}
