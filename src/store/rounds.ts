import { sql } from 'kysely';
import type { CampaignSettings } from '#domain/campaign.ts';
import type { ComparedRound } from '#domain/compare-rounds.ts';
import { isCharged } from '#domain/charged-findings.ts';
import type { Finding } from '#domain/finding.ts';
import type { Database } from './database/database.ts';
import { findingRow, heardQuery } from './heard-findings.ts';

/** A round to be compared: what it charges now, and what it could not measure. */
export async function loadRound(
  db: Database,
  campaign: { id: number; as_of: string; settings: CampaignSettings },
  siteId: number | null,
): Promise<ComparedRound> {
  let query = heardQuery(db).where('findings.campaign_id', '=', campaign.id);
  let sites = db
    .selectFrom('inspections')
    .select('site_id as siteId')
    .where('campaign_id', '=', campaign.id)
    .where('state', '=', 'measured');
  if (siteId !== null) {
    query = query.where('findings.site_id', '=', siteId);
    sites = sites.where('site_id', '=', siteId);
  }
  const rows = (await query.orderBy('findings.id').execute()).map(findingRow);
  const terms = { asOf: campaign.as_of, explanationsLift: campaign.settings.explanationsLift };
  const open = rows.filter(({ state }) => state === 'unmeasured' || state === 'suspected');
  return {
    charged: rows
      .filter((row) => isCharged(row, terms))
      .map((row) => ({ findingId: row.id, siteId: row.siteId, key: row.key })),
    measuredSites: new Set((await sites.execute()).map((row) => row.siteId)),
    unmeasured: new Set(open.map((row) => `${row.siteId}/${row.key}`)),
  };
}

/** What is said of findings, without their evidence, with the unit as it was named then. */
export async function listSaid(db: Database, ids: readonly number[]) {
  const { rows } = await sql<{ id: number; unit: string; finding: Omit<Finding, 'evidence'> }>`
    select findings.id, findings.finding - 'evidence' as finding, inspections.site->>'unit' as unit
    from findings join inspections on inspections.id = findings.inspection_id
    where findings.id = any(${[...ids]}::bigint[])`.execute(db);
  return rows.map((row) => ({
    id: Number(row.id),
    unit: row.unit,
    finding: { ...row.finding, evidence: [] } satisfies Finding,
  }));
}

/** The published rounds of a region before one, newest first. */
export async function listEarlierRounds(
  db: Database,
  before: { id: number; region_id: number; as_of: string },
  limit: number,
) {
  return await db
    .selectFrom('campaigns')
    .select(['id', 'as_of', 'settings'])
    .where('region_id', '=', before.region_id)
    .where('state', 'in', ['published', 'closed'])
    .where((eb) =>
      eb.or([
        eb('as_of', '<', before.as_of),
        eb.and([eb('as_of', '=', before.as_of), eb('id', '<', before.id)]),
      ]),
    )
    .orderBy('as_of', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}
