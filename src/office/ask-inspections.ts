import { toPoints } from '#base/points.ts';
import { Refusal } from '#base/refusal.ts';
import type { InspectionCard, SiteProgressNote } from '#domain/campaign.ts';
import type { StateOf } from '#domain/moves.ts';
import { may, reachOf } from '#domain/rights.ts';
import type { Verdict } from '#domain/scorecard.ts';
import type { Site } from '#domain/site.ts';
import { findCampaign, shownToUnits } from '#store/campaigns.ts';
import { countFindings } from '#store/findings.ts';
import {
  findInspection,
  type InspectionFilter,
  listInspections as listRows,
} from '#store/inspections.ts';
import { visibleCampaign } from './ask-campaigns.ts';
import type { Desk } from './desk.ts';
import { type Page, pageOf, pageSize } from './page-of.ts';

/** A line of the list of inspections; points as people write them (98.8). */
export interface InspectionLine {
  id: number;
  siteId: number;
  position: number;
  site: Site;
  state: StateOf<'inspection'>;
  verdict: Verdict | null;
  score: number | null;
  progress: SiteProgressNote | null;
  attempts: number;
  startedAt: string | null;
  finishedAt: string | null;
  /** Our own fault, while it is not mended. */
  error: string | null;
  version: number;
}

/** One inspection with its judgement. */
export interface InspectionView extends InspectionLine {
  campaignId: number;
  card: InspectionCard | null;
  /** As the machine judged, before any person. */
  firstCard: InspectionCard | null;
  seal: string | null;
  worker: string | null;
  /** Findings by state. */
  findings: Record<string, number>;
}

/** Inspections of a campaign that may be seen, in the order of the register. */
export async function listInspections(
  desk: Desk,
  campaignId: number,
  filter: Partial<InspectionFilter> = {},
): Promise<Page<InspectionLine>> {
  await visibleCampaign(desk, campaignId);
  const limit = pageSize(filter.limit);
  const reach = reachOf(desk.actor, 'campaign.read');
  const rows = await listRows(desk.db, reach, campaignId, { ...filter, limit: limit + 1 });
  return pageOf(
    rows,
    limit,
    ({ position }) => position,
    (row) => ({ ...row, score: pointsOf(row.score) }),
  );
}

/** One inspection. Refuses `not-found` also when it may not be seen. */
export async function askInspection(desk: Desk, id: number): Promise<InspectionView> {
  const row = await findInspection(desk.db, id);
  if (row === null || !(await isVisible(desk, row))) {
    throw new Refusal('not-found', { thing: 'inspection', id });
  }
  return {
    id: row.id,
    siteId: row.site_id,
    campaignId: row.campaign_id,
    position: row.position,
    site: row.site,
    state: row.state,
    verdict: row.verdict,
    score: pointsOf(row.score),
    progress: row.progress,
    attempts: row.attempts,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    error: row.error,
    version: row.version,
    card: row.card,
    firstCard: row.first_card,
    seal: row.seal,
    worker: row.worker,
    findings: await countFindings(desk.db, id),
  };
}

/** Units see their own sites, and only once they are heard. */
async function isVisible(
  { db, actor }: Desk,
  row: NonNullable<Awaited<ReturnType<typeof findInspection>>>,
): Promise<boolean> {
  if (may(actor, 'campaign.read', { region: row.region_path, unit: null })) return true;
  if (!may(actor, 'campaign.read', { region: row.region_path, unit: row.unit_path })) return false;
  const campaign = await findCampaign(db, row.campaign_id);
  return campaign !== null && shownToUnits.some((state) => state === campaign.state);
}

function pointsOf(score: number | null): number | null {
  return score === null ? null : toPoints(score);
}
