import type { Finding } from '#domain/finding.ts';
import type { Database, Tx } from './database/database.ts';
import type { InspectedSite } from './findings.ts';
import { toJson } from './json-column.ts';

/** The measured inspection of a site in a campaign; null when it has none. */
export async function findMeasuredInspection(
  db: Database,
  { campaignId, siteId }: { campaignId: number; siteId: number },
): Promise<number | null> {
  const row = await db
    .selectFrom('inspections')
    .select('id')
    .where('campaign_id', '=', campaignId)
    .where('site_id', '=', siteId)
    .where('state', '=', 'measured')
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Puts in a finding that a person brought. */
export async function insertFinding(
  tx: Tx,
  { inspectionId, campaignId, siteId }: InspectedSite,
  finding: Finding,
): Promise<number> {
  const { id } = await tx
    .insertInto('findings')
    .values({
      inspection_id: inspectionId,
      campaign_id: campaignId,
      site_id: siteId,
      key: finding.id,
      kind: finding.kind,
      state: finding.state,
      finding: toJson(finding),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
