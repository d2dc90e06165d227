import type { Instant } from '#base/civil-date.ts';
import type { InspectionCard } from '#domain/campaign.ts';
import type { CampaignBrief } from '#domain/campaign-brief.ts';
import { isCharged, isExplained } from '#domain/charged-findings.ts';
import type { Finding } from '#domain/finding.ts';
import type { Result, SiteResult } from '#domain/result.ts';
import type { Site } from '#domain/site.ts';
import type { CampaignRow } from '#store/campaigns.ts';
import { listMeasured } from '#store/campaign-cards.ts';
import type { Database } from '#store/database/database.ts';
import { listExplanations } from '#store/explanations.ts';
import { type FindingRow, listHeard } from '#store/heard-findings.ts';
import { assembleResult } from './assemble-result.ts';
import { campaignRubric } from './campaign-rubric.ts';
import { heardFinding } from './score-inspection.ts';

/** A campaign as its circular tells it. */
export interface CampaignResult {
  result: Result;
  /** What units said of findings that stay charged, as approved. */
  explanations: NonNullable<CampaignBrief['explanations']>;
}

/**
 * The result of a campaign after all that persons said: every site in order, what is not charged
 * dropped. A site that our own fault kept from being measured is incomplete, never guilty.
 */
export async function campaignResult(db: Database, campaign: CampaignRow): Promise<CampaignResult> {
  const terms = {
    asOf: campaign.as_of,
    explanationsLift: campaign.settings.explanationsLift,
  };
  const heard = await listHeard(db, { campaignId: campaign.id });
  const bySite = Map.groupBy(heard, ({ inspectionId }) => inspectionId);
  const measured = await listMeasured(db, campaign.id);
  const sites = measured.map(({ id, site, card }) =>
    card === null
      ? unmeasuredSite(site)
      : siteResult(
          site,
          card,
          (bySite.get(id) ?? []).map((one) => heardFinding(one, terms)),
        ),
  );
  const startedAt = campaign.started_at ?? campaign.opened_at;
  const ends = measured.flatMap(({ finishedAt }) => (finishedAt === null ? [] : [finishedAt]));
  const finishedAt = ends.toSorted().at(-1) ?? startedAt;
  const settings = { asOf: campaign.as_of, startedAt };
  const charged = heard.filter((one) => isCharged(one, terms));
  return {
    result: assembleResult(settings, campaignRubric(campaign), sites, finishedAt),
    explanations: await explained(db, charged, campaign),
  };
}

async function explained(
  db: Database,
  charged: readonly FindingRow[],
  { as_of: asOf, published_at: publishedAt }: CampaignRow,
): Promise<CampaignResult['explanations']> {
  const told = charged.filter((one) => isExplained(one, asOf));
  const said = await listExplanations(
    db,
    told.map(({ id }) => id),
  );
  return told.flatMap(({ id, key }) =>
    said
      .filter(({ findingId, ...one }) => findingId === id && held(one, publishedAt))
      .map(({ statement }) => ({ finding: key, statement })),
  );
}

/** Approved, or voided only after the campaign was published with it. */
function held(
  { state, voidedAt }: { state: string; voidedAt: Instant | null },
  publishedAt: Instant | null,
): boolean {
  if (state !== 'void') return state === 'approved';
  return voidedAt !== null && publishedAt !== null && voidedAt >= publishedAt;
}

function siteResult(
  { key, unit, homepage, siteIdCode, kind }: Site,
  { looked: _looked, ...judged }: InspectionCard,
  findings: Finding[],
): SiteResult {
  return { key, unit, homepage, siteIdCode, kind, ...judged, findings };
}

function unmeasuredSite(site: Site): SiteResult {
  const gap = { why: 'share-unmeasured', indicator: null, measured: 0, unmeasured: 1 } as const;
  const card: InspectionCard = {
    verdict: 'incomplete',
    score: null,
    vetoes: [],
    deductions: [],
    bonus: [],
    unpriced: [],
    gaps: [gap],
    totals: { pages: 0, links: 0, bytes: 0, ms: 0, unmeasured: 1 },
    looked: { total: 1, unmeasured: 1, neverOpened: false },
  };
  return siteResult(site, card, []);
}
