import { present } from '#base/assert.ts';
import type { Instant } from '#base/civil-date.ts';
import type { CampaignBrief } from '#domain/campaign-brief.ts';
import { errorReportBrief, inquiryBrief } from '#publish/matter-brief.ts';
import type { CampaignRow } from '#store/campaigns.ts';
import type { Database } from '#store/database/database.ts';
import { placeOfRegion } from '#store/places.ts';
import { matterStatistics } from './ask-matter-statistics.ts';
import { type Desk, requireRight } from './desk.ts';
import { reachOfCampaign } from './matter-contradictions.ts';
import type { PeriodAsked } from './matter-period.ts';

/** Which days each section counts; a section that is left out stays as it was. */
export interface MatterPeriods {
  errorReports?: PeriodAsked | undefined;
  inquiries?: PeriodAsked | undefined;
}

/** Sections (二) and (三) of a circular, as far as they are counted. */
export type MatterSections = Pick<CampaignBrief, 'errorReports' | 'inquiries'>;

/** What the records of a region give for the sections of its circular, as of a moment. */
export async function matterSections(
  db: Database,
  region: Pick<CampaignRow, 'region_path'>,
  periods: MatterPeriods,
  at: Instant,
): Promise<MatterSections> {
  const reach = reachOfCampaign(region);
  const sections: MatterSections = {};
  if (periods.errorReports) {
    const counted = await matterStatistics(db, reach, periods.errorReports, at);
    sections.errorReports = errorReportBrief(counted.errorReports);
  }
  if (periods.inquiries) {
    const counted = await matterStatistics(db, reach, periods.inquiries, at);
    sections.inquiries = inquiryBrief(counted.inquiries);
  }
  return sections;
}

/** The same for the brief of a campaign that is about to be opened in a region. */
export async function askMatterBrief(
  desk: Desk,
  regionId: number,
  periods: MatterPeriods,
): Promise<MatterSections> {
  const place = present(await placeOfRegion(desk.db, regionId), `region ${regionId}`);
  requireRight(desk, 'circular.draft', place);
  return await matterSections(desk.db, { region_path: place.region }, periods, desk.now());
}
