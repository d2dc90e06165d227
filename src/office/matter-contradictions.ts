import type { CampaignBrief } from '#domain/campaign-brief.ts';
import type { Contradiction } from '#domain/circular.ts';
import { Refusal } from '#base/refusal.ts';
import type { MatterThing } from '#domain/public-matter.ts';
import {
  discrepancyContradictions,
  inquiryContradictions,
  reportContradictions,
} from '#domain/reconcile-matters.ts';
import type { Reach } from '#domain/rights.ts';
import {
  errorReportBrief,
  inquiryBrief,
  matterBriefContradictions,
} from '#publish/matter-brief.ts';
import type { CampaignRow } from '#store/campaigns.ts';
import type { Database } from '#store/database/database.ts';
import { findDiscrepancies } from '#store/matter-facts.ts';
import { matterStatistics, type MatterStatistics } from './ask-matter-statistics.ts';
import { countedPeriod, type PeriodAsked } from './matter-period.ts';

type Region = Pick<CampaignRow, 'region_path'>;

/** What a campaign counts matters in: its region and all below. */
export function reachOfCampaign({ region_path: path }: Region): Reach {
  return { regions: [path], units: [] };
}

/**
 * What in the circular's figures of error reports and inquiries does not add up: sums, figures that
 * the records no longer give, and matters of which table and ledger differ, each by its number.
 * Only what the service itself counted is worked out again.
 */
export async function matterContradictions(
  db: Database,
  campaign: Region,
  brief: CampaignBrief,
): Promise<Contradiction[]> {
  const reach = reachOfCampaign(campaign);
  const { errorReports, inquiries } = brief;
  const found: Contradiction[] = [];
  if (errorReports?.counted) {
    const asked = periodOf(errorReports.counted, errorReports.cutoff);
    const { errorReports: now } = await countedAgain(db, reach, asked);
    found.push(...(await tampered(db, 'error-report', reach, asked)));
    found.push(...reportContradictions(now));
    found.push(...matterBriefContradictions(brief, { errorReports: errorReportBrief(now) }));
  }
  if (inquiries?.counted) {
    const asked = periodOf(inquiries.counted, inquiries.cutoff);
    const { inquiries: now } = await countedAgain(db, reach, asked);
    found.push(...(await tampered(db, 'inquiry', reach, asked)));
    found.push(...inquiryContradictions(now));
    found.push(...matterBriefContradictions(brief, { inquiries: inquiryBrief(now) }));
  }
  return found;
}

function periodOf(
  { from, at }: { from: string; at: string },
  cutoff: string | undefined,
): Required<PeriodAsked> {
  return { from, to: cutoff ?? from, cutoff: at };
}

async function countedAgain(
  db: Database,
  reach: Reach,
  asked: Required<PeriodAsked>,
): Promise<MatterStatistics> {
  return await matterStatistics(db, reach, asked, asked.cutoff);
}

async function tampered(
  db: Database,
  thing: MatterThing,
  reach: Reach,
  asked: Required<PeriodAsked>,
): Promise<Contradiction[]> {
  const { terms } = countedPeriod(asked, asked.cutoff);
  return discrepancyContradictions(await findDiscrepancies(db, thing, reach, terms));
}

/** Refuses a circular whose figures of matters do not add up, and names what does not. */
export async function refuseUnreconciledMatters(
  db: Database,
  campaign: Region,
  brief: CampaignBrief,
): Promise<void> {
  const found = await matterContradictions(db, campaign, brief);
  if (found.length === 0) return;
  const what = found
    .slice(0, 20)
    .map(({ field, printed, recomputed }) => `${field}: ${printed} ≠ ${recomputed}`);
  throw new Refusal('matters-unreconciled', { what: what.join('; ') });
}
