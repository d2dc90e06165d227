import type { Stratum } from '#domain/draw-sample.ts';
import type { Bilingual, Indicator, RubricWarning } from '#domain/rubric.ts';
import type { RubricRef } from '#domain/scorecard.ts';
import type { SiteKind } from '#domain/site.ts';
import { checkRubric } from '#score/check-rubric.ts';
import { describeRule } from '#score/describe-rule.ts';
import type { CampaignRow } from '#store/campaigns.ts';
import { visibleCampaign } from './ask-campaigns.ts';
import { campaignRubric } from './campaign-rubric.ts';
import type { Desk } from './desk.ts';
import { keptDraw } from './kept-draw.ts';

/** So many sites are listed at once where nobody says how many. */
const USUAL_LIMIT = 200;

/** A line of the rubric as a person reads it before a campaign is started. */
export interface PricedLine {
  indicator: string;
  title: Bilingual;
  /** `each 0.1`, `joint ≥5 | ≥10`. */
  rule: string;
}

/** What a draft would do if it were started now. */
export interface CampaignPreview {
  /** How many sites it would look at, of each kind. */
  total: number;
  kinds: { kind: SiteKind; drawn: number }[];
  /** A page of them, in the order of the register; `next` is the `after` of the page behind. */
  sites: { siteId: number; key: string; unit: string; homepage: string; kind: SiteKind }[];
  next: number | null;
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

/** Which sites are listed: behind how many, and how many. */
export interface PreviewPage {
  after?: number | undefined;
  limit?: number | undefined;
}

/** Says which sites a campaign would look at and what would be charged. Nothing is changed. */
export async function previewCampaign(
  desk: Desk,
  id: number,
  page: PreviewPage = {},
): Promise<CampaignPreview> {
  return await previewOf(desk, await visibleCampaign(desk, id), page);
}

/** The same of a campaign that is only being thought of. */
export async function previewOf(
  desk: Desk,
  campaign: Pick<CampaignRow, 'region_path' | 'sample' | 'rubric' | 'settings'>,
  { after = 0, limit = USUAL_LIMIT }: PreviewPage = {},
): Promise<CampaignPreview> {
  const { drawn, strata, excluded } = await keptDraw(desk.db, campaign);
  const rubric = campaignRubric(campaign);
  const sites = drawn
    .slice(after, after + limit)
    .map(({ siteId, key, unit, homepage, kind }) => ({ siteId, key, unit, homepage, kind }));
  return {
    total: drawn.length,
    kinds: countKinds(drawn),
    sites,
    next: after + limit < drawn.length ? after + limit : null,
    strata,
    excluded,
    rubric: rubric.ref,
    vetoes: rubric.vetoes.map(priced),
    deductions: rubric.deductions.map(priced),
    bonus: rubric.bonus.map(priced),
    warnings: checkRubric(rubric),
  };
}

function countKinds(sites: readonly { kind: SiteKind }[]): CampaignPreview['kinds'] {
  const counts = new Map<SiteKind, number>();
  for (const { kind } of sites) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, drawn]) => ({ kind, drawn }));
}

function priced({ id, title, rule }: Indicator): PricedLine {
  return { indicator: id, title, rule: describeRule(rule) };
}
