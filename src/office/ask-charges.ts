import { toPoints } from '#base/points.ts';
import type { InspectionCard } from '#domain/campaign.ts';
import type { StateOf } from '#domain/moves.ts';
import { reachOf } from '#domain/rights.ts';
import type { Bilingual } from '#domain/rubric.ts';
import type { Verdict } from '#domain/scorecard.ts';
import { listCards } from '#store/campaign-cards.ts';
import { visibleCampaign } from './ask-campaigns.ts';
import { campaignRubric } from './campaign-rubric.ts';
import type { Desk } from './desk.ts';
import { type Page, pageOf } from './page-of.ts';

/** What one line of the rubric takes from one site. */
export interface ChargedLine {
  indicator: string;
  /** As people write them; null for a veto, and where the rubric does not know them. */
  points: number | null;
  count: number;
  isVeto: boolean;
}

/** One site of a campaign: what each line takes. */
export interface SiteCharges {
  inspectionId: number;
  siteId: number;
  unit: string;
  homepage: string;
  state: StateOf<'inspection'>;
  verdict: Verdict | null;
  score: number | null;
  lines: ChargedLine[];
  /** Lines of the rubric that could not be measured; null among them: more than a line of it. */
  unmeasured: (string | null)[];
}

/** A line of the rubric, for the head of a column. */
export interface RubricLine {
  id: string;
  title: Bilingual;
  isVeto: boolean;
}

/** Sites × indicators of a campaign, in the order of the register, with the lines of its rubric. */
export async function askCharges(
  desk: Desk,
  campaignId: number,
  { after, limit }: { after?: number; limit: number },
): Promise<Page<SiteCharges> & { indicators: RubricLine[] }> {
  const campaign = await visibleCampaign(desk, campaignId);
  const rubric = campaignRubric(campaign);
  const reach = reachOf(desk.actor, 'campaign.read');
  const rows = await listCards(desk.db, reach, campaignId, {
    ...(after !== undefined && { after }),
    limit: limit + 1,
  });
  const line = (isVeto: boolean) => (one: { id: string; title: Bilingual }) => {
    return { id: one.id, title: one.title, isVeto };
  };
  return {
    ...pageOf(rows, limit, ({ position }) => position, chargesOf),
    indicators: [...rubric.vetoes.map(line(true)), ...rubric.deductions.map(line(false))],
  };
}

function chargesOf(row: Awaited<ReturnType<typeof listCards>>[number]): SiteCharges {
  const { card } = row;
  return {
    inspectionId: row.inspectionId,
    siteId: row.siteId,
    unit: row.site.unit,
    homepage: row.site.homepage,
    state: row.state,
    verdict: row.verdict,
    score: row.score === null ? null : toPoints(row.score),
    lines: card === null ? [] : linesOf(card),
    unmeasured: card === null ? [null] : card.gaps.map(({ indicator }) => indicator),
  };
}

/** The lines that a card charges, vetoes first. */
export function linesOf({ vetoes, deductions, unpriced }: InspectionCard): ChargedLine[] {
  return [
    ...vetoes.map(({ indicator, findings }) => {
      return { indicator, points: null, count: findings.length, isVeto: true };
    }),
    ...deductions.map(({ indicator, points, count }) => {
      return { indicator, points, count, isVeto: false };
    }),
    ...unpriced.map(({ indicator, count }) => {
      return { indicator, points: null, count, isVeto: false };
    }),
  ];
}
