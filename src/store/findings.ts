import { sql } from 'kysely';
import type { Finding } from '#domain/finding.ts';
import type { Database, Tx } from './database/database.ts';
import { toJson } from './json-column.ts';

/** Which findings an inspection came to. */
export interface InspectedSite {
  inspectionId: number;
  campaignId: number;
  siteId: number;
}

/**
 * Keeps what an inspection found, a row a finding. Found again, a finding keeps what persons said
 * of it: one that a person confirmed is not doubted anew because the machine still only suspects
 * it. One that is not found any more is dropped, unless a person brought it (an error report that
 * became a finding): no machine looked for that, so none can say that it is gone.
 */
export async function saveFindings(
  tx: Tx,
  { inspectionId, campaignId, siteId }: InspectedSite,
  findings: readonly Finding[],
): Promise<void> {
  const list = toJson(findings);
  await sql`
    insert into findings (inspection_id, campaign_id, site_id, key, kind, state, finding)
    select ${inspectionId}, ${campaignId}, ${siteId}, one->>'id', one->>'kind', one->>'state', one
    from jsonb_array_elements(${list}::jsonb) as one
    on conflict (inspection_id, key) do update
      set kind = excluded.kind, finding = excluded.finding, version = findings.version + 1,
          state = case when excluded.state = 'suspected' and findings.state = 'confirmed'
            and findings.review = 'accepted' then findings.state else excluded.state end
      where findings.finding is distinct from excluded.finding
  `.execute(tx);
  await sql`
    update findings
    set state = 'dropped', version = version + 1,
        finding = finding || '{"state": "dropped", "reason": "recovered"}'
    where inspection_id = ${inspectionId} and state <> 'dropped'
      and key not in (select one->>'id' from jsonb_array_elements(${list}::jsonb) as one)
      and not exists (select from error_reports r where r.finding_id = findings.id)
  `.execute(tx);
}

/** How many findings of each state an inspection has. */
export async function countFindings(
  db: Database,
  inspectionId: number,
): Promise<Record<string, number>> {
  const rows = await db
    .selectFrom('findings')
    .select(['state', (eb) => eb.fn.countAll<string>().as('count')])
    .where('inspection_id', '=', inspectionId)
    .groupBy('state')
    .execute();
  return Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]));
}
