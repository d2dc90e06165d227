import { Refusal } from '#base/refusal.ts';
import { toPoints } from '#base/points.ts';
import type { CampaignSettings, Sample, SiteProgressNote } from '#domain/campaign.ts';
import type { CampaignBrief } from '#domain/campaign-brief.ts';
import type { StateOf } from '#domain/moves.ts';
import { mayAnywhere, reachOf } from '#domain/rights.ts';
import type { RubricRef, Verdict } from '#domain/scorecard.ts';
import {
  findCampaign,
  isCampaignWithin,
  listCampaigns as listRows,
  type CampaignFilter,
} from '#store/campaigns.ts';
import { countInspections, listProgress } from '#store/inspections.ts';
import { campaignRubric } from './campaign-rubric.ts';
import type { Desk } from './desk.ts';
import { type Page, pageOf, pageSize } from './page-of.ts';

/** A line of the list of campaigns. */
export type CampaignLine = Awaited<ReturnType<typeof listRows>>[number];

/** A campaign with how far it is. */
export interface CampaignView extends CampaignLine {
  rubric: RubricRef;
  settings: CampaignSettings;
  sample: Sample;
  brief: CampaignBrief;
  hearingUntil: string | null;
  cancelReason: string | null;
  counts: CampaignCounts;
  /** Sites that are being inspected just now. */
  live: {
    inspectionId: number;
    unit: string;
    homepage: string;
    progress: SiteProgressNote | null;
  }[];
}

/** Inspections of a campaign by state and by verdict. */
export interface CampaignCounts {
  sites: number;
  states: Record<StateOf<'inspection'>, number>;
  verdicts: Record<Verdict, number>;
}

/** Campaigns that may be seen, the newest first. */
export async function listCampaigns(
  desk: Desk,
  filter: Partial<CampaignFilter> = {},
): Promise<Page<CampaignLine>> {
  const limit = pageSize(filter.limit);
  if (!mayAnywhere(desk.actor, 'campaign.read')) return { items: [], next: null };
  const reach = reachOf(desk.actor, 'campaign.read');
  const rows = await listRows(desk.db, reach, { ...filter, limit: limit + 1 });
  return pageOf(
    rows,
    limit,
    ({ id }) => id,
    (row) => row,
  );
}

/** One campaign. Refuses `not-found` also when it may not be seen. */
export async function askCampaign(desk: Desk, id: number): Promise<CampaignView> {
  const campaign = await visibleCampaign(desk, id);
  const [counts, live] = await Promise.all([
    countInspections(desk.db, id),
    campaign.state === 'running' || campaign.state === 'reviewing'
      ? listProgress(desk.db, reachOf(desk.actor, 'campaign.read'), id)
      : [],
  ]);
  return {
    id: campaign.id,
    name: campaign.name,
    period: campaign.period,
    state: campaign.state,
    asOf: campaign.as_of,
    regionId: campaign.region_id,
    region: campaign.region_name,
    openedAt: campaign.opened_at,
    startedAt: campaign.started_at,
    publishedAt: campaign.published_at,
    version: campaign.version,
    rubric: campaignRubric(campaign).ref,
    settings: campaign.settings,
    sample: campaign.sample,
    brief: campaign.brief,
    hearingUntil: campaign.hearing_until,
    cancelReason: campaign.cancel_reason,
    counts: tally(counts),
    live,
  };
}

/** A campaign's row, if it may be seen. */
export async function visibleCampaign(desk: Desk, id: number) {
  const reach = reachOf(desk.actor, 'campaign.read');
  const campaign = (await isCampaignWithin(desk.db, reach, id))
    ? await findCampaign(desk.db, id)
    : null;
  if (campaign === null) throw new Refusal('not-found', { thing: 'campaign', id });
  return campaign;
}

/** The pass line a campaign judges by, in points. */
export function passLineOf(campaign: Parameters<typeof campaignRubric>[0]): number {
  return toPoints(campaignRubric(campaign).scale.passLine.value);
}

function tally(rows: Awaited<ReturnType<typeof countInspections>>): CampaignCounts {
  const counts: CampaignCounts = {
    sites: 0,
    states: { queued: 0, running: 0, interrupted: 0, measured: 0, 'failed-ours': 0, cancelled: 0 },
    verdicts: { pass: 0, fail: 0, incomplete: 0 },
  };
  for (const { state, verdict, count } of rows) {
    counts.sites += count;
    counts.states[state] += count;
    if (verdict !== null) counts.verdicts[verdict] += count;
  }
  return counts;
}
