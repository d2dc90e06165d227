import type { Stratum } from '#domain/draw-sample.ts';
import type { Bilingual, Indicator, RubricWarning } from '#domain/rubric.ts';
import type { RubricRef } from '#domain/scorecard.ts';
import type { SiteKind } from '#domain/site.ts';
import { checkRubric } from '#score/check-rubric.ts';
import { describeRule } from '#score/describe-rule.ts';
import type { CampaignRow } from '#store/campaigns.ts';
import { visibleCampaign } from './ask-campaigns.ts';
import { drawOf } from './campaign-at-hand.ts';
import { campaignRubric } from './campaign-rubric.ts';
import type { Desk } from './desk.ts';

/** A line of the rubric as a person reads it before a campaign is started. */
export interface PricedLine {
  indicator: string;
  title: Bilingual;
  /** `each 0.1`, `joint ≥5 | ≥10`. */
  rule: string;
}

/** What a draft would do if it were started now. */
export interface CampaignPreview {
  sites: { siteId: number; key: string; unit: string; homepage: string; kind: SiteKind }[];
  strata: Stratum[];
  excluded: { siteId: number; reason: string }[];
  /** By which it would judge. */
  rubric: RubricRef;
  vetoes: PricedLine[];
  deductions: PricedLine[];
  bonus: PricedLine[];
  /** What to know of the rubric: unverified values, unknown points. */
  warnings: readonly RubricWarning[];
}

/** Says which sites a campaign would look at and what would be charged. Nothing is changed. */
export async function previewCampaign(desk: Desk, id: number): Promise<CampaignPreview> {
  return await previewOf(desk, await visibleCampaign(desk, id));
}

/** The same of a campaign that is only being thought of. */
export async function previewOf(
  desk: Desk,
  campaign: Pick<CampaignRow, 'region_path' | 'sample' | 'rubric' | 'settings'>,
): Promise<CampaignPreview> {
  const { drawn, strata, excluded } = await drawOf(desk.db, campaign);
  const rubric = campaignRubric(campaign);
  return {
    sites: drawn.map(({ siteId, key, unit, homepage, kind }) => ({
      siteId,
      key,
      unit,
      homepage,
      kind,
    })),
    strata,
    excluded,
    rubric: rubric.ref,
    vetoes: rubric.vetoes.map(priced),
    deductions: rubric.deductions.map(priced),
    bonus: rubric.bonus.map(priced),
    warnings: checkRubric(rubric),
  };
}

function priced({ id, title, rule }: Indicator): PricedLine {
  return { indicator: id, title, rule: describeRule(rule) };
}
